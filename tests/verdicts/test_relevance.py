"""Which undecided things could still change the outcome."""

from __future__ import annotations

from typing import Any

from advisor.rules.evaluator import columns, evaluate, evaluate_one
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.open_walk import OpenWalk
from advisor.verdicts.relevance import bounds, look_for, mattering
from tests.support.invented import jurisdiction, note, obligation, question, rules

CREW = question("crew", "alone", "many", "unsure")
LENGTH = question("length", "short", "long", "unsure")
CARGO = question("cargo", "fish", "gold", ask_if={"length": "long"})
QUESTIONS = (CREW, LENGTH, CARGO)


def matter(ruleset: Ruleset, **answers: tuple[str, ...]) -> list[str]:
    planes = evaluate_one(ruleset, answers)
    return [ruleset.obligations[i].id for i in mattering(planes, bounds(planes))]


def needed(ruleset: Ruleset, *, notes: bool = True, **answers: tuple[str, ...]) -> list[str]:
    planes = evaluate_one(ruleset, answers)
    walk = OpenWalk(planes, dict.fromkeys(range(len(ruleset.questions)), 1))
    look_for(walk, mattering(planes, bounds(planes)), notes=notes)
    return [ruleset.questions[i].id for i in sorted(walk.found)]


def test_what_is_decided_does_not_matter_any_more() -> None:
    ruleset = rules(*QUESTIONS, obligation("lamp", when={"crew": "many"}))
    assert matter(ruleset) == ["lamp"]
    assert matter(ruleset, crew=("many",)) == []
    assert matter(ruleset, crew=("alone",)) == []


def test_not_knowing_leaves_it_mattering() -> None:
    ruleset = rules(*QUESTIONS, obligation("lamp", when={"crew": "many"}))
    assert matter(ruleset, crew=("unsure",)) == ["lamp"]


def test_only_what_would_raise_the_verdict_matters() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("certain", "contractual", when={"crew": "many"}),
        *(obligation(basis, basis, when={"length": "long"}) for basis in ("commercial", "contractual", "legal-qms")),
    )
    assert matter(ruleset, crew=("many",)) == ["legal-qms"]
    assert matter(ruleset, crew=("alone",)) == ["commercial", "contractual", "legal-qms"]


def test_each_standard_has_its_own_verdict() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("certain", "legal-qms", when={"crew": "many"}),
        obligation("other", "commercial", when={"length": "long"}, standard="sail"),
    )
    assert matter(ruleset, crew=("many",)) == ["other"]


def test_an_empty_cell_matters_even_for_the_weakest_basis() -> None:
    ruleset = rules(*QUESTIONS, obligation("free", "not-needed", when={"length": "long"}))
    assert matter(ruleset) == ["free"]


def test_a_place_within_another_counts_for_itself() -> None:
    ruleset = rules(
        *QUESTIONS,
        jurisdiction("coast"),
        jurisdiction("cove", within="coast"),
        obligation("certain", "legal-qms"),
        obligation("local", "contractual", when={"length": "long"}, jurisdiction="cove"),
    )
    assert matter(ruleset) == ["local"]


def test_what_is_overridden_for_certain_does_not_matter() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("general", "legal-qms", when={"length": "long"}),
        obligation("exempt", "not-needed", when={"crew": "alone"}, overrides=["general"]),
    )
    assert matter(ruleset, crew=("alone",)) == []
    assert matter(ruleset, crew=("many",)) == ["general"]


def test_a_test_needs_what_its_question_hangs_on() -> None:
    ruleset = rules(*QUESTIONS, obligation("chest", when={"cargo": "gold"}))
    assert needed(ruleset) == ["length", "cargo"]
    assert needed(ruleset, length=("long",)) == ["cargo"]
    assert needed(ruleset, length=("short",)) == []


def test_a_branch_that_is_decided_needs_nothing() -> None:
    ruleset = rules(*QUESTIONS, obligation("o", when={"crew": "many", "any": [{"length": "long"}, {"cargo": "gold"}]}))
    assert needed(ruleset) == ["crew", "length", "cargo"]
    assert needed(ruleset, crew=("alone",)) == []
    assert needed(ruleset, length=("long",)) == ["crew"]


def test_what_could_override_is_needed_too() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("general", "legal-qms", when={"crew": "many"}),
        obligation("exempt", "not-needed", when={"length": "short"}, overrides=["general"]),
    )
    assert needed(ruleset, crew=("many",)) == ["length"]


def test_notes_need_their_questions_only_if_they_ask_and_only_for_the_conversation() -> None:
    tip: dict[str, Any] = {"when": {"length": "long"}}
    assert needed(rules(*QUESTIONS, note("tip", **tip))) == []
    asking = rules(*QUESTIONS, note("tip", **tip, ask="true"))
    assert needed(asking) == ["length"]
    assert needed(asking, notes=False) == []


def test_bounds_collect_what_certainly_stands() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("a", "commercial", when={"crew": "many"}, certificate="badge"),
        obligation("b", "legal-qms", when={"length": "long"}),
    )
    so_far = bounds(evaluate_one(ruleset, {"crew": ("many",)}))
    reached = [int(rank <= 1) for rank in range(len(ruleset.bases))]
    assert so_far.verdicts == {"keel": reached}
    assert so_far.cells == {("coast", "keel"): reached}
    assert so_far.things == {("coast", "badge"): 1}
    assert (so_far.stands, so_far.open) == ({0: 1}, {1: 1})


def test_cases_that_are_looked_at_together_are_told_apart() -> None:
    ruleset = rules(*QUESTIONS, obligation("chest", when={"cargo": "gold"}), obligation("lamp", when={"crew": "many"}))
    cases: list[dict[str, tuple[str, ...]]] = [{}, {"length": ("long",)}, {"length": ("short",), "crew": ("many",)}]
    planes = evaluate(ruleset.program, columns(ruleset, cases))
    walk = OpenWalk(planes, dict.fromkeys(range(len(ruleset.questions)), 0b111))
    look_for(walk, mattering(planes, bounds(planes)))
    found = {ruleset.questions[place].id: where for place, where in walk.found.items()}
    assert found == {"crew": 0b011, "length": 0b001, "cargo": 0b011}
