"""Writes what needs and answers hang on as notes, so that a proof about notes is one about them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from advisor.rules.conditions import All, Condition, Test
from advisor.rules.model import Note, Option
from advisor.rules.needs_model import NeedRule
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import Situation

Hangs = tuple[str, Condition | None, Condition | None]
"""A name that nothing else has, `when` and `unless`."""


def advice_as_notes(ruleset: Ruleset) -> Ruleset:
    """The same rules: who notices another need, standing, date or answer notices another note."""
    construct: Any = Note.model_construct
    told = (construct(id=name, when=when, unless=unless) for name, when, unless in _hanging(ruleset))
    return replace(without_advice(ruleset), notes=(*ruleset.notes, *told))


def without_advice(ruleset: Ruleset) -> Ruleset:
    """Only what decides verdicts, with what explains them."""
    return replace(ruleset, things={}, needs=(), answers=(), situation=Situation(), contradictions=())


def _hanging(ruleset: Ruleset) -> Iterator[Hangs]:
    for rule in ruleset.needs:
        yield from _rule(ruleset, rule)
    for thing in ruleset.things.values():
        yield from ((f"thing {thing.id} {place}", rule.when, None) for place, rule in enumerate(thing.stands))
    yield from ((f"answer {pattern.id}", pattern.when, pattern.unless) for pattern in ruleset.answers)
    told = ruleset.situation
    yield from (
        (f"situation {place}", condition, None)
        for place, condition in enumerate((told.on_market, told.unresearched, told.asked_about))
        if condition is not None
    )
    yield from (
        (f"day {option.id}", Test(told.deadline or "", "any_of", (option.id,)), None)
        for option in _options(ruleset, told.deadline)
        if option.months is not None
    )


def _rule(ruleset: Ruleset, rule: NeedRule) -> Iterator[Hangs]:
    """Of a rule for each option, one for each; one that only stands in for obligations hangs on nothing else."""
    if rule.each is None:
        if rule.when is not None or rule.unless is not None:
            yield f"need {rule.id}", rule.when, rule.unless
        return
    for option in _options(ruleset, rule.each):
        if option.name:
            chosen = Test(rule.each, "any_of", (option.id,))
            yield f"need {rule.id} {option.id}", All((rule.when, chosen)) if rule.when else chosen, rule.unless


def _options(ruleset: Ruleset, name: str | None) -> tuple[Option, ...]:
    question = ruleset.question(name or "")
    return tuple(option for option in question.options if not option.unknown) if question else ()
