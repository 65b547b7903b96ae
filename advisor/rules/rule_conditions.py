"""Gives every rule another condition in place of its own; `everywhere` all else that has conditions, too."""

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
    return replace(_told(ruleset, change), questions=tuple(_question(q, change) for q in ruleset.questions))


def everywhere(ruleset: Ruleset, change: Change) -> Ruleset:
    """The same ruleset, changed wherever a condition stands, but for the questions."""
    return replace(
        _told(with_conditions(ruleset, change), change),
        jurisdictions={name: _put(place, change, "option") for name, place in ruleset.jurisdictions.items()},
        standards=tuple(_put(standard, change, "near") for standard in ruleset.standards),
    )


def _told(ruleset: Ruleset, change: Change) -> Ruleset:
    return replace(
        ruleset,
        changes=tuple(_changed(c, change) for c in ruleset.changes),
        contradictions=tuple(_changed(c, change) for c in ruleset.contradictions),
        situation=_put(ruleset.situation, change, "on_market", "unresearched", "asked_about"),
    )


def _question(question: Question, change: Change) -> Question:
    options = tuple(_put(option, change, "show_if", "usual_if") for option in question.options)
    return _put(question.model_copy(update={"options": options}), change, "ask_if")


def _put(record: R, change: Change, *keys: str) -> R:
    return record.model_copy(update={key: change(getattr(record, key)) for key in keys})


def _thing(thing: Thing, change: Change) -> Thing:
    return thing.model_copy(update={"stands": tuple(_changed(rule, change) for rule in thing.stands)})


def _changed(rule: R, change: Change) -> R:
    return _put(rule, change, *(key for key in ("when", "unless") if hasattr(rule, key)))
