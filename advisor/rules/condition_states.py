"""Whether conditions hold for some answers, where they stand outside of obligations."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from advisor.rules.conditions import Condition
from advisor.rules.evaluator import columns, evaluate
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset

State = bool | None
"""None: the answers do not say."""


class HasWhen(Protocol):
    @property
    def when(self) -> Condition | None: ...


W = TypeVar("W", bound=HasWhen)


def holds(ruleset: Ruleset, conditions: Sequence[Condition | None], answers: Answers) -> list[State]:
    """The state of each condition; no condition always holds."""
    program = ruleset.program_of(tuple(condition for condition in conditions if condition is not None))
    planes = evaluate(program, columns(ruleset, [answers]))
    pairs = [(bool(planes.certain[at]), bool(planes.possible[at])) for at in program.rows]
    states = iter([sure if sure == maybe else None for sure, maybe in pairs])
    return [True if condition is None else next(states) for condition in conditions]


def holding(ruleset: Ruleset, rows: Iterable[W], answers: Answers) -> list[tuple[W, State]]:
    """Each row with the state of its condition."""
    rows = list(rows)
    return list(zip(rows, holds(ruleset, [row.when for row in rows], answers), strict=True))


def counting(ruleset: Ruleset, rows: Iterable[W], answers: Answers) -> list[W]:
    """Of rows of which the first that holds counts: that one, and those before it that may yet hold."""
    found: list[W] = []
    for row, state in holding(ruleset, rows, answers):
        if state is not False:
            found.append(row)
        if state:
            break
    return found
