"""An expert's order of needs."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.rules.needs_model import NeedRule
from tests.support.invented import need, question, situation, thing
from tests.support.invented_needs import ids

DAY = question("by-when", {"id": "soon", "label": "Soon", "months": "1"}, {"id": "late", "label": "L", "months": "12"})
SITUATION = situation(on_market={"sails": "yes"}, asked_about={"crew": "many"}, deadline="by-when")


def wanted(name: str, **more: Any) -> NeedRule:
    return need(name, {"crew": "many"}, **more)


IN_ORDER = [
    wanted("stop", kind="stop"),
    wanted("overdue", wanted="law", thing="paper", time={"since": "2020-01-01"}),
    wanted("spares", lead="first"),
    wanted("in-force", wanted="law", time={"since": "2020-01-01"}, thing="file"),
    wanted("dated", time={"deadline": "true"}),
    wanted("undated"),
    wanted("event", wanted="law", time={"before": "you sail"}),
    wanted("asked", wanted="customer", firm="asked"),
    wanted("usual", wanted="trade", firm="usual"),
    wanted("last", lead="last"),
    wanted("choice", wanted="own", firm="own"),
]
THINGS = (thing("paper", stands=[({"held": "badge"}, "met")]), thing("file", stands=[({"crew": "many"}, "partly")]))
ANSWERS: dict[str, tuple[str, ...]] = {"sails": ("yes",), "held": ("none",), "by-when": ("soon",)}


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_is_an_experts_however_the_rules_are_written(turned: bool) -> None:
    rules = IN_ORDER[::-1] if turned else IN_ORDER
    found = ids(DAY, SITUATION, *THINGS, *rules, **ANSWERS)
    assert found.index("stop") < 2
    assert found.index("overdue") < 2
    assert found[2:] == [rule.id for rule in IN_ORDER[2:]]


def test_a_law_of_unknown_state_comes_after_what_somebody_asked_for_and_before_wishes() -> None:
    rules = [wanted("law", wanted="law", time={"since": "2020-01-01"}), wanted("asked", firm="asked"), wanted("bound")]
    assert ids(SITUATION, *rules) == ["bound", "law", "asked"]
    nobody = situation(asked_about={"crew": "alone"})
    assert ids(nobody, *rules) == ["law", "bound", "asked"]


def test_what_is_held_comes_behind_what_is_missing_of_its_kind() -> None:
    paper = thing("paper", stands=[({"held": "badge"}, "met")])
    rules = [wanted("met", thing="paper"), wanted("missing")]
    assert ids(paper, *rules, held=("badge",)) == ["missing", "met"]


def test_a_date_that_is_past_is_as_near_as_one_that_is_named() -> None:
    past = question("by-when", {"id": "past", "label": "Past", "months": "0"}, "late")
    rules = [wanted("undated"), wanted("dated", time={"deadline": "true"})]
    assert ids(past, SITUATION, *rules, **{"by-when": ("past",)}) == ["dated", "undated"]


def test_a_duty_that_nobody_asked_about_comes_before_a_question_that_nobody_has_to_ask() -> None:
    rules = [wanted("filler", kind="clarify", lead="last", wanted="own", firm="own"), wanted("duty", lead="last")]
    assert ids(SITUATION, *rules) == ["duty", "filler"]


def test_a_question_about_a_wish_comes_first_unless_something_binds_by_a_day() -> None:
    question_ = wanted("question", kind="clarify", lead="first", wanted="customer", firm="asked")
    dated = wanted("dated", time={"deadline": "true"})
    assert ids(DAY, SITUATION, question_, wanted("undated"), **ANSWERS) == ["question", "undated"]
    assert ids(DAY, SITUATION, question_, dated, wanted("undated"), **ANSWERS) == ["dated", "question", "undated"]


@pytest.mark.parametrize("kind", ["decide", "clarify"])
def test_what_is_to_be_decided_about_a_thing_is_not_settled_by_holding_it(kind: str) -> None:
    paper = thing("paper", stands=[({"held": "badge"}, "met")])
    rules = [wanted("about", thing="paper", kind=kind, lead="first"), wanted("missing")]
    assert ids(paper, *rules, held=("badge",)) == ["about", "missing"]
