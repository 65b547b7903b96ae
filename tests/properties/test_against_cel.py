"""The three values against an evaluator that others wrote: the Common Expression Language.

Compared are the states of every `ask_if`, `when`, `unless`, and of every obligation after its overrides. A
condition becomes a CEL expression over one list variable per question; a question that is unanswered or
answered "I don't know" is an undefined variable. CEL's `&&` and `||` absorb errors on either side, so
`false && undefined` is false, `true || undefined` is true, and everything else that meets the undefined is an
error: exactly the three-valued logic promised here, with "error" for "not known". `at_least` is written as
the alternative of all its combinations, because CEL's arithmetic does not absorb errors; the count of true
parts in three-valued logic is equal to that.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import cel
from hypothesis import given

from advisor.rules import conditions
from advisor.rules.conditions import All, AnyOf, AtLeast, Condition, Not
from advisor.rules.evaluator import evaluate_one
from advisor.rules.model import Question, Statement
from advisor.rules.ruleset import Ruleset
from tests.properties import reference
from tests.properties.rulesets import Given, cases


def expression(condition: Condition | None, questions: dict[str, Question]) -> str:
    """A condition in CEL."""
    match condition:
        case None:
            return "true"
        case conditions.Test(name, mode, options):
            asked = expression(questions[name].ask_if, questions)
            contained = [f"'{option}' in {name}" for option in options]
            words = {"any_of": " || ".join(contained), "all_of": " && ".join(contained)}
            words["none_of"] = f"!({words['any_of']})"
            return f"(({asked}) && ({words[mode]}))"
        case Not(part):
            return f"!({expression(part, questions)})"
        case All(parts):
            return _joined(" && ", [expression(part, questions) for part in parts])
        case AnyOf(parts):
            return _joined(" || ", [expression(part, questions) for part in parts])
        case AtLeast(count, parts):
            each = [expression(part, questions) for part in parts]
            return _joined(" || ", [_joined(" && ", list(some)) for some in combinations(each, count)])


def _joined(operator: str, parts: list[str]) -> str:
    return "(" + operator.join(parts) + ")"


def firing(statement: Statement, questions: dict[str, Question]) -> str:
    when = expression(statement.when, questions)
    return when if statement.unless is None else f"({when} && !({expression(statement.unless, questions)}))"


def states(text: str, ruleset: Ruleset, answers: Given) -> tuple[int, int]:
    """True, false, or not known because an undefined variable decides."""
    known = {q.id: list(chosen) for q in ruleset.questions if (chosen := reference.given(q, answers)) is not None}
    try:
        value = cel.evaluate(text, known)
    except RuntimeError as error:
        if "Undefined variable" not in str(error):
            raise
        return 0, 1
    assert isinstance(value, bool)
    return int(value), int(value)


def without_hidden_options(ruleset: Ruleset) -> Ruleset:
    """CEL knows no screen: here every option is on offer."""
    questions = [
        question.model_copy(
            update={"options": tuple(option.model_copy(update={"show_if": None}) for option in question.options)}
        )
        for question in ruleset.questions
    ]
    return replace(ruleset, questions=tuple(questions))


@given(cases())
def test_conditions_have_the_state_that_cel_gives(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = without_hidden_options(case[0]), case[1]
    planes = evaluate_one(ruleset, answers)
    questions = {question.id: question for question in ruleset.questions}
    for question, node in zip(ruleset.questions, planes.program.applies, strict=True):
        text = expression(question.ask_if, questions)
        assert (planes.certain[node], planes.possible[node]) == states(text, ruleset, answers)
    for obligation, node in zip(ruleset.obligations, planes.program.fires, strict=True):
        text = firing(obligation, questions)
        assert (planes.certain[node], planes.possible[node]) == states(text, ruleset, answers)


@given(cases())
def test_obligations_possibly_stand_as_cel_says(case: tuple[Ruleset, Given]) -> None:
    """An overrider takes its part once it is certain; until then what it overrides possibly stands."""
    ruleset, answers = without_hidden_options(case[0]), case[1]
    planes = evaluate_one(ruleset, answers)
    questions = {question.id: question for question in ruleset.questions}
    for place, obligation in enumerate(ruleset.obligations):
        beaten = [firing(o, questions) for o in ruleset.obligations if obligation.id in o.overrides]
        text = " && ".join([firing(obligation, questions), *(f"!({winner})" for winner in beaten)])
        assert planes.finding(place)[1] == states(text, ruleset, answers)[1]
