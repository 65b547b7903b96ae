"""Gives every rule another condition in place of its own; what is asked stays as it is."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from advisor.reading.record import Record
from advisor.rules.conditions import Condition
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


def _thing(thing: Thing, change: Change) -> Thing:
    return thing.model_copy(update={"stands": tuple(_changed(rule, change) for rule in thing.stands)})


def _changed(rule: R, change: Change) -> R:
    conditions = {key: getattr(rule, key) for key in ("when", "unless") if hasattr(rule, key)}
    return rule.model_copy(update={key: change(condition) for key, condition in conditions.items()})
