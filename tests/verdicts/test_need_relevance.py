"""Which questions could still change what a company needs."""

from __future__ import annotations

import pytest

from advisor.reading.record import Record
from advisor.rules.evaluator import evaluate_one
from advisor.verdicts.need_relevance import look_for_needs
from advisor.verdicts.open_walk import OpenWalk
from advisor.verdicts.relevance import bounds
from tests.support.invented import need, obligation, option, question, rules, situation, thing
from tests.support.invented_needs import QUESTIONS

BADGE = thing("badge", stands=[({"held": "badge"}, "met")])
DAY = question("by-when", option("soon", months="1"), option("late", months="12"), ask_if={"sails": "yes"})
PORTS = question("ports", option("north", name="north paper"), "south", ask_if={"sails": "yes"})
SITUATION = situation(on_market={"sails": "yes"}, deadline="by-when")
LAW = obligation("law", "legal-qms", {"crew": "many"})


def asked(*records: Record, **answers: tuple[str, ...]) -> set[str]:
    ruleset = rules(*QUESTIONS, DAY, PORTS, *records)
    planes = evaluate_one(ruleset, answers)
    walk = OpenWalk(planes, dict.fromkeys(range(len(ruleset.questions)), 1))
    look_for_needs(walk, bounds(planes))
    return {ruleset.questions[place].id for place in walk.found}


def test_a_need_that_is_undecided_asks() -> None:
    rule = need("own", {"crew": "many"})
    assert asked(rule) == {"crew"}
    assert asked(rule, crew=("alone",)) == set()
    assert asked(rule, crew=("unsure",)) == {"crew"}


def test_a_need_that_is_not_worth_a_question_does_not_ask() -> None:
    assert asked(need("own", {"crew": "many"}, settle="false")) == set()


def test_the_standing_of_what_is_needed_is_asked_for_and_of_nothing_else() -> None:
    rule = need("own", {"crew": "many"}, thing="badge")
    assert asked(rule, BADGE, crew=("many",)) == {"held"}
    assert asked(rule, BADGE, crew=("alone",)) == set()
    assert asked(rule, BADGE, crew=("many",), held=("badge",)) == set()


def test_the_standing_of_what_an_obligation_wants_is_asked_for() -> None:
    keel = thing("keel-system", "system", stands=[({"held": "badge"}, "met")])
    assert asked(LAW, keel, crew=("many",)) == {"held"}
    assert asked(LAW, keel) == set()


def test_a_rule_of_obligations_asks_only_where_one_of_them_may_stand() -> None:
    rule = need("own", {"sails": "yes"}, of=["law"])
    assert asked(LAW, rule, crew=("alone",)) == set()
    assert asked(LAW, rule, crew=("many",)) == {"sails"}
    assert asked(LAW, rule) == {"sails"}


def test_whether_business_is_done_already_is_asked_where_something_is_in_force() -> None:
    dated = obligation("law", "legal-qms", {"crew": "many"}, since="2020-01-01")
    assert asked(SITUATION, dated, crew=("many",)) == {"sails"}
    assert asked(SITUATION, LAW, crew=("many",)) == set()
    rule = need("own", {"crew": "many"}, time={"since": "2020-01-01"})
    assert asked(SITUATION, rule, crew=("many",)) == {"sails"}


@pytest.mark.parametrize(
    "bound",
    [obligation("buyer", "contractual", {"crew": "many"}), need("own", {"crew": "many"}, time={"deadline": "true"})],
)
def test_the_day_is_asked_for_where_a_document_has_one(bound: Record) -> None:
    """As far as its question may apply; what it hangs on is asked for, too."""
    assert asked(SITUATION, bound, crew=("many",)) == {"by-when", "sails"}
    assert asked(SITUATION, bound, crew=("many",), sails=("yes",)) == {"by-when"}
    assert asked(SITUATION, bound, crew=("many",), sails=("no",)) == set()
    assert asked(SITUATION, bound, crew=("alone",)) == set()
    answered = {"crew": ("many",), "sails": ("yes",), "by-when": ("soon",)}
    assert asked(SITUATION, bound, **answered) == set()


@pytest.mark.parametrize("free", [LAW, obligation("pays", "commercial", {"crew": "many"})])
def test_the_day_is_not_asked_for_where_no_document_binds(free: Record) -> None:
    assert "by-when" not in asked(SITUATION, free, crew=("many",), sails=("yes",))


def test_what_was_demanded_is_asked_where_each_is_a_need() -> None:
    rule = need("port", {"crew": "many"}, each="ports")
    assert asked(rule, crew=("many",), sails=("yes",)) == {"ports"}
    assert asked(rule, crew=("many",), sails=("yes",), ports=("north",)) == set()
    assert asked(rule, crew=("alone",), sails=("yes",)) == set()
