"""What the conversation promises: it ends, it asks nothing twice, and it stops only when nothing can change."""

from __future__ import annotations

from typing import Any

from hypothesis import given, strategies as st

from advisor.rules.ruleset import Ruleset
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import Recommendation, judge
from tests.properties import reference
from tests.properties.rulesets import Given, answers, cases, choices, rulesets


@st.composite
def visits(draw: st.DrawFn) -> tuple[Ruleset, list[Given]]:
    """A whole visit: the answers after each step, each question answered as it was asked."""
    ruleset = draw(rulesets())
    states: list[Given] = [{}]
    while (asked := walk(ruleset, states[-1]).next) is not None:
        assert asked.id not in states[-1], "asked twice"
        states.append(states[-1] | {asked.id: draw(st.sampled_from(reference.offered(asked, ruleset, states[-1])))})
    return ruleset, states


@given(visits())
def test_a_visit_ends_and_asks_each_question_once_at_most(visit: tuple[Ruleset, list[Given]]) -> None:
    ruleset, states = visit
    assert len(states) - 1 <= len(ruleset.questions)
    assert judge(ruleset, states[-1]).settled


@given(cases())
def test_from_any_answers_it_goes_on_to_an_end(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    for _ in range(len(ruleset.questions) + 1):
        asked = walk(ruleset, given_).next
        if asked is None:
            return
        assert not given_.get(asked.id)
        given_ = given_ | {asked.id: choices(asked)[0]}
    raise AssertionError("more steps than questions")


@given(cases())
def test_steps_are_the_answers_that_apply_and_the_rest_is_set_aside(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    journey = walk(ruleset, given_)
    order = [question.id for question in ruleset.questions]
    applying = {q.id for q in ruleset.questions if reference.holds(q.ask_if, ruleset, given_) is True}
    assert [step.question.id for step in journey.steps] == [q for q in order if q in applying and q in given_]
    assert list(journey.set_aside) == [q for q in order if q in given_ and q not in applying]
    if journey.next is not None:
        assert journey.next.id in applying - set(given_)
    assert (journey.left == 0) == journey.settled == (journey.next is None)


@given(st.data())
def test_changing_back_restores_everything(data: st.DataObject) -> None:
    ruleset, before = data.draw(cases())
    question = data.draw(st.sampled_from(ruleset.questions))
    changed = before | {question.id: data.draw(st.sampled_from(choices(question)))}
    assert set(walk(ruleset, changed).set_aside) | {s.question.id for s in walk(ruleset, changed).steps} == set(changed)
    back = {key: before.get(key, ()) for key in changed}
    assert walk(ruleset, back) == walk(ruleset, before)


def outcome(ruleset: Ruleset, recommendation: Recommendation) -> dict[str, Any]:
    """What the visitor came for: the verdicts, the cells of places that settle, the certificates named."""
    cells: dict[tuple[str, str], int] = {}
    for finding in (f for v in recommendation.verdicts.values() for f in v.findings):
        place = ruleset.jurisdictions[finding.obligation.jurisdiction]
        key = (place.id, finding.obligation.standard)
        if place.settle:
            cells[key] = max(cells.get(key, -1), finding.obligation.basis.rank)
    return {
        "verdicts": {standard: verdict.basis for standard, verdict in recommendation.verdicts.items()},
        "cells": cells,
        "certificates": {certificate.id for certificate, _ in recommendation.certificates},
        "asking notes": {n.id for n in recommendation.notes if n.ask},
    }


@given(st.data())
def test_when_it_is_settled_no_further_answer_changes_the_outcome(data: st.DataObject) -> None:
    """Unanswered questions that apply are answered one after the other, in any way; "I don't know" stays."""
    ruleset, states = data.draw(visits())
    given_, settled = states[-1], outcome(ruleset, judge(ruleset, states[-1]))
    for question in ruleset.questions:
        applies = reference.holds(question.ask_if, ruleset, given_) is True
        if applies and question.id not in given_ and reference.has_options(question, ruleset, given_):
            given_ = given_ | {question.id: data.draw(st.sampled_from(reference.offered(question, ruleset, given_)))}
            assert outcome(ruleset, judge(ruleset, given_)) == settled


@given(cases())
def test_a_settled_case_is_settled_for_every_answer_to_what_is_left(case: tuple[Ruleset, Given]) -> None:
    """The same from answers in any state, for every single answer."""
    ruleset, given_ = case
    if not walk(ruleset, given_).settled:
        return
    settled = outcome(ruleset, judge(ruleset, given_))
    for question in ruleset.questions:
        applies = reference.holds(question.ask_if, ruleset, given_) is True
        if applies and question.id not in given_ and reference.has_options(question, ruleset, given_):
            for chosen in reference.offered(question, ruleset, given_):
                assert outcome(ruleset, judge(ruleset, given_ | {question.id: chosen})) == settled


@given(st.data())
def test_the_order_in_which_answers_are_kept_does_not_matter(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    given_ = data.draw(answers(ruleset))
    keys = data.draw(st.permutations(list(given_)))
    turned = {key: given_[key] for key in keys}
    assert walk(ruleset, turned) == walk(ruleset, given_)
    assert judge(ruleset, turned) == judge(ruleset, given_)


@given(st.data())
def test_the_order_of_the_options_within_an_answer_does_not_matter(data: st.DataObject) -> None:
    ruleset, given_ = data.draw(cases())
    turned = {question: chosen[::-1] for question, chosen in given_.items()}
    assert walk(ruleset, turned) == walk(ruleset, given_)
    assert outcome(ruleset, judge(ruleset, turned)) == outcome(ruleset, judge(ruleset, given_))


@given(cases())
def test_an_open_question_is_an_unknown_answer_that_applies(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    for open_ in judge(ruleset, given_).open_questions:
        assert given_[open_.question.id]
        assert reference.given(open_.question, given_) is None
        assert reference.holds(open_.question.ask_if, ruleset, given_) is True
        assert open_.ask_whom
        assert open_.standards


@given(visits())
def test_a_range_that_stays_open_names_a_question_that_would_settle_it(visit: tuple[Ruleset, list[Given]]) -> None:
    """At the end of a visit only an "I don't know" can keep a verdict open, and it is named with its standard."""
    ruleset, states = visit
    recommendation = judge(ruleset, states[-1])
    named = {standard.id for open_ in recommendation.open_questions for standard in open_.standards}
    for standard, verdict in recommendation.verdicts.items():
        if verdict.basis is not verdict.at_most:
            assert standard in named
