"""What changing one answer would do, told before it is done."""

from __future__ import annotations

import pytest

from advisor.whatif.preview import preview, with_answer
from tests.support.invented import obligation, question, rules

HARBOUR = rules(
    question("waters", "coast", "sea", kind="many"),
    question("tonnage", "small", "big", ask_if={"waters": "sea"}),
    question("tide", "high", "low", ask_if={"waters": "coast"}),
    obligation("sea-law", "legal-certificate", {"tonnage": "big"}),
    obligation("coast-law", "legal-qms", {"tide": "low"}),
)
AT_SEA = {"waters": ("sea",), "tonnage": ("big",)}


def test_an_answer_is_set_aside_a_question_comes_and_the_verdict_falls() -> None:
    told = preview(HARBOUR, AT_SEA, "waters", ["coast"])
    assert [q.id for q in told.set_aside] == ["tonnage"]
    assert [q.id for q in told.comes] == ["tide"]
    keel = told.verdicts[0]
    shown = (keel.before.basis, keel.after.basis, keel.after.at_most)
    assert [basis.id for basis in shown] == ["legal-certificate", "not-needed", "legal-qms"]
    assert keel.turns


def test_what_was_set_aside_returns() -> None:
    told = preview(HARBOUR, {**AT_SEA, "waters": ("coast",)}, "waters", ["sea"])
    assert [q.id for q in told.returns] == ["tonnage"]
    assert [q.id for q in told.spared] == ["tide"]


def test_undoing_forgets_an_answer_that_was_not_there() -> None:
    assert with_answer(preview(HARBOUR, {}, "waters", ["sea"]).answers, "waters", ()) == {}


def test_nothing_else_is_touched() -> None:
    assert with_answer(AT_SEA, "waters", ["coast"]) == {"waters": ("coast",), "tonnage": ("big",)}
    assert AT_SEA == {"waters": ("sea",), "tonnage": ("big",)}


def test_an_unknown_question_is_refused() -> None:
    with pytest.raises(KeyError, match="anchor"):
        preview(HARBOUR, {}, "anchor", ["yes"])


def test_needs_that_fall_away_and_come_are_told() -> None:
    told = preview(HARBOUR, AT_SEA, "waters", ["coast"])
    assert ([need.id for need in told.gone], [need.id for need in told.come]) == (["keel"], [])
    back = preview(HARBOUR, {"waters": ("coast",), "tide": ("high",)}, "tide", ["low"])
    assert [need.id for need in back.come] == ["keel-system"]
    assert not back.harmless
