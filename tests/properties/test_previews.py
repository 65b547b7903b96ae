"""What a preview promises: it says exactly what then happens, and undoing restores exactly what was."""

from __future__ import annotations

from hypothesis import given, strategies as st

from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.journey import Journey, walk
from advisor.verdicts.verdict import judge
from advisor.whatif.preview import Preview, preview, with_answer
from tests.properties.rulesets import Given, cases, choices

Case = tuple[Ruleset, Given, Question, tuple[str, ...]]


@st.composite
def changes(draw: st.DrawFn) -> Case:
    """A visitor who changes, gives, repeats or takes back one answer."""
    ruleset, answers = draw(cases())
    question = draw(st.sampled_from(ruleset.questions))
    return ruleset, answers, question, draw(st.sampled_from([*choices(question), ()]))


def shown(case: Case) -> Preview:
    ruleset, answers, question, options = case
    return preview(ruleset, answers, question.id, options)


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def path(journey: Journey, but: Question) -> list[str]:
    return [step.question.id for step in journey.steps if step.question is not but]


@given(changes())
def test_what_stays_leaves_and_returns_is_what_then_happens(case: Case) -> None:
    ruleset, answers, question, options = case
    told = shown(case)
    then = {**answers, question.id: options}
    before, after = walk(ruleset, answers), walk(ruleset, then)
    assert walk(ruleset, told.answers) == after
    assert sorted(ids(told.stays) + ids(told.returns)) == sorted(
        name for name in path(after, question) if name in answers
    )
    assert sorted(ids(told.stays) + ids(told.set_aside)) == sorted(path(before, question))
    assert set(ids(told.set_aside)) <= set(after.set_aside)
    assert set(ids(told.returns)) <= set(before.set_aside)


@given(changes())
def test_the_verdicts_told_are_those_that_are_then_given(case: Case) -> None:
    ruleset, answers, question, options = case
    told = shown(case)
    before, after = judge(ruleset, answers), judge(ruleset, {**answers, question.id: options})
    assert {turn.standard.id: turn.before for turn in told.verdicts} == before.verdicts
    assert {turn.standard.id: turn.after for turn in told.verdicts} == after.verdicts


@given(changes())
def test_the_questions_that_come_are_counted_as_left_then_and_the_spared_are_not(case: Case) -> None:
    ruleset, answers, question, _ = case
    told = shown(case)
    before, after = walk(ruleset, answers), walk(ruleset, told.answers)
    own = [bool(a.next) and not given_.get(question.id) for a, given_ in ((before, answers), (after, told.answers))]
    if not any(own):
        assert after.left - before.left == len(told.comes) - len(told.spared)
    if after.next is not None and after.next.id not in ids(told.comes) and after.next is not question:
        assert after.next.id not in told.answers
        assert after.next.id not in ids(told.spared)
    for asked in told.comes:
        assert not told.answers.get(asked.id)


@given(changes())
def test_undoing_restores_everything(case: Case) -> None:
    ruleset, answers, _, _ = case
    told = shown(case)
    back = with_answer(told.answers, told.question.id, answers.get(told.question.id, ()))
    assert {name: given_ for name, given_ in answers.items() if given_} == back
    assert walk(ruleset, back) == walk(ruleset, answers)
    assert judge(ruleset, back) == judge(ruleset, answers)


@given(cases())
def test_repeating_an_answer_changes_nothing(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = case
    for name, options in answers.items():
        told = preview(ruleset, answers, name, options)
        assert [*told.set_aside, *told.returns, *told.comes, *told.spared] == []
        assert not any(turn.turns for turn in told.verdicts)
