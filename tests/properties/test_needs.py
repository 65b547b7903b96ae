"""What every list of needs keeps to, whatever the rules and the answers are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, strategies as st

from advisor.needs.advice import advise
from advisor.needs.need import Need
from advisor.needs.ordering import around, urgency
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judged
from tests.properties import reference
from tests.properties.rulesets import Given, answers, condition, maybe, pick, rulesets, some
from tests.support.invented import DAY, need, pattern, situation, thing

TODAY = date.fromisoformat(DAY)
THINGS = ("badge", "keel", "keel-system", "log")


@st.composite
def advising(draw: st.DrawFn) -> Ruleset:
    """Rules with things, needs and a situation beside their obligations."""
    ruleset = draw(rulesets(questions_at_most=4, obligations_at_most=4))
    names = [obligation.id for obligation in ruleset.obligations]
    things = [thing(name, stands=_stands(draw, ruleset)) for name in THINGS]
    needs = [_need(draw, f"n{place}", ruleset, names) for place in range(draw(st.integers(0, 4)))]
    told = situation(on_market=maybe(draw, ruleset.questions, 1), asked_about=maybe(draw, ruleset.questions, 1))
    return replace(
        ruleset,
        things={one.id: one for one in things},
        needs=tuple(needs),
        answers=(pattern("nothing", empty="true"), pattern("any")),
        situation=told,
    )


def _stands(draw: st.DrawFn, ruleset: Ruleset) -> list[tuple[dict[str, Any], str]]:
    known = range(draw(st.integers(0, 2)))
    return [(condition(draw, ruleset.questions, 1), pick(draw, ("met", "defect", "unknown"))) for _ in known]


def _need(draw: st.DrawFn, name: str, ruleset: Ruleset, obligations: list[str]) -> Any:
    of = some(draw, obligations, 2)
    more: dict[str, Any] = {
        "of": of,
        "thing": pick(draw, (None, *THINGS)),
        "wanted": pick(draw, ("law", "contract", "own")),
        "firm": pick(draw, ("binding", "asked", "own")),
        "lead": pick(draw, ("first", "normal", "last")),
        "replaces": some(draw, [*THINGS, *obligations, "n0", "n1"], 1),
        "time": pick(draw, ({}, {"since": "2020-01-01"}, {"before": "you sail"})),
    }
    return need(name, maybe(draw, ruleset.questions, 1) if of else condition(draw, ruleset.questions, 1), **more)


@st.composite
def companies(draw: st.DrawFn) -> tuple[Ruleset, Given]:
    ruleset = draw(advising())
    return ruleset, draw(answers(ruleset))


def needs_of(ruleset: Ruleset, given_: Given) -> tuple[Need, ...]:
    evaluated = Evaluated(ruleset, given_)
    return advise(evaluated, judged(evaluated), TODAY).needs


def told(needs: tuple[Need, ...]) -> set[tuple[Any, ...]]:
    """What the company reads of each: what, who wants it, where it stands, when."""
    return {(one.id, one.wanted, one.firm, one.stand.standing, one.due) for top in needs for one in top.all}


@given(companies())
def test_no_thing_is_said_twice(case: tuple[Ruleset, Given]) -> None:
    found = needs_of(*case)
    things = Counter((one.thing.id if one.thing and one.kind == one.thing.kind else one.id, one.who) for one in found)
    assert set(things.values()) <= {1}


@given(companies())
def test_the_order_is_total_and_does_not_hang_on_the_order_of_the_rules(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    turned = replace(ruleset, needs=ruleset.needs[::-1], obligations=ruleset.obligations[::-1])
    one, other = needs_of(ruleset, given_), needs_of(turned, given_)
    planes = Evaluated(ruleset, given_).planes
    asks = bool(planes.certain[planes.program.situation[2]] & 1)
    for needs in (one, other):
        places = [urgency(need_, around(needs, asks)) for need_ in needs]
        assert places == sorted(places)
    owed = [{line for line in told(needs) if line[2] != "own"} for needs in (one, other)]
    assert owed[0] == owed[1]


@given(companies())
def test_nothing_that_another_speaks_for_is_said(case: tuple[Ruleset, Given]) -> None:
    said = {one.id for top in needs_of(*case) for one in top.all}
    speaking = [rule for rule in case[0].needs if rule.id in said]
    replaced = {name for rule in speaking for name in rule.replaces}
    assert not {rule.id for rule in case[0].needs if rule.id in replaced} & said


@given(companies())
def test_an_answer_is_always_found_and_denies_nothing_that_is_needed(case: tuple[Ruleset, Given]) -> None:
    evaluated = Evaluated(*case)
    advice = advise(evaluated, judged(evaluated), TODAY)
    assert advice.answer
    assert (advice.answer.pattern.id == "nothing") is (not advice.needs)


@given(companies())
def test_not_knowing_needs_as_much_as_not_answering(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    silent = {q.id: given_[q.id] for q in ruleset.questions if reference.given(q, given_)}
    assert needs_of(ruleset, given_) == needs_of(ruleset, silent)


@given(companies())
def test_when_it_is_settled_no_further_answer_changes_what_is_needed(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    if not walk(ruleset, given_).settled:
        return
    before = told(needs_of(ruleset, given_))
    for question in ruleset.questions:
        applies = reference.holds(question.ask_if, ruleset, given_) is True
        if applies and question.id not in given_ and reference.has_options(question, ruleset, given_):
            for chosen in reference.offered(question, ruleset, given_):
                assert told(needs_of(ruleset, given_ | {question.id: chosen})) == before
