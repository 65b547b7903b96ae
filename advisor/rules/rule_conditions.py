"""Gives every rule, or all that is asked and what it tells of the situation, another condition in place of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from advisor.reading.record import Record
from advisor.rules.conditions import Condition
from advisor.rules.model import Question
from advisor.rules.needs_model import Thing
from advisor.rules.ruleset import Ruleset

R = TypeVar("R", bound=Record)
Change = Callable[[Condition | None], Condition | None]


def with_conditions(ruleset: Ruleset, change: Change) -> Ruleset:
    """The same ruleset; `change` gives the condition of each rule from the one that is written."""
    return replace(
        ruleset,
        obligations=tuple(_changed(o, change) for o in ruleset.obligations),
        notes=tuple(_changed(n, change) for n in ruleset.notes),
        needs=tuple(_changed(n, change) for n in ruleset.needs),
        answers=tuple(_changed(a, change) for a in ruleset.answers),
        things={name: _thing(thing, change) for name, thing in ruleset.things.items()},
    )


def with_questions_asked(ruleset: Ruleset, change: Change) -> Ruleset:
    """The same ruleset; `change` gives the conditions of questions and options, of the situation and of what is told of
    answers: what could change, what contradicts itself."""
    return replace(
        ruleset,
        questions=tuple(_question(question, change) for question in ruleset.questions),
        changes=tuple(_changed(c, change) for c in ruleset.changes),
        contradictions=tuple(_changed(c, change) for c in ruleset.contradictions),
        situation=_changed(ruleset.situation, change, "on_market", "unresearched", "asked_about"),
    )


def _question(question: Question, change: Change) -> Question:
    options = tuple(_changed(option, change, "show_if") for option in question.options)
    return _changed(question.model_copy(update={"options": options}), change, "ask_if")


def _thing(thing: Thing, change: Change) -> Thing:
    return thing.model_copy(update={"stands": tuple(_changed(rule, change) for rule in thing.stands)})


def _changed(rule: R, change: Change, *keys: str) -> R:
    conditions = {key: getattr(rule, key) for key in keys or ("when", "unless") if hasattr(rule, key)}
    return rule.model_copy(update={key: change(condition) for key, condition in conditions.items()})
