"""Single-point mutations of obligations: a condition dropped, an option swapped, a list widened, a basis changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from advisor.rules.conditions import All, AnyOf, AtLeast, Condition, Not, Test, on_one_line, parts_within, plain
from advisor.rules.model import Obligation
from advisor.rules.ruleset import Ruleset

Variants = Iterator[tuple[str, Condition | None]]
Change = Callable[[Test], Iterator[Test]]


class Mutant(NamedTuple):
    """`place`: of the obligation in the ruleset."""

    kind: str
    place: int
    said: str
    obligation: Obligation


def mutants(ruleset: Ruleset) -> Iterator[Mutant]:
    """Every single-point mutation of every obligation."""
    for place, obligation in enumerate(ruleset.obligations):
        for kind, said, mutated in _of(ruleset, obligation):
            yield Mutant(kind, place, f"{obligation.id}: {said}", mutated)


def _of(ruleset: Ruleset, own: Obligation) -> Iterator[tuple[str, str, Obligation]]:
    for basis in ruleset.bases:
        if abs(basis.rank - own.basis.rank) == 1:
            yield "change a basis", f"{own.basis} to {basis}", own.model_copy(update={"basis": basis})
    for side in ("when", "unless"):
        condition = getattr(own, side)
        if condition is None:
            continue
        for said, smaller in dropped(condition):
            yield "drop a condition", f"{side} without {said}", own.model_copy(update={side: smaller})
        for kind, change in (("swap an option", _swapped), ("widen a list", _widened)):
            for said, other in changed(condition, partial(change, ruleset)):
                yield kind, f"{side} {said}", own.model_copy(update={side: other})


def dropped(condition: Condition) -> Variants:
    """Each way to leave one part out."""
    match condition:
        case All(parts) | AnyOf(parts):
            yield from _dropped_from(condition, parts)
        case AtLeast(count, parts) if len(parts) > count:
            for i, part in enumerate(parts):
                yield _said(part), AtLeast(count, parts[:i] + parts[i + 1 :])
        case Not(part):
            yield from ((said, None if smaller is None else Not(smaller)) for said, smaller in dropped(part))
        case Test():
            yield _said(condition), None


def _dropped_from(group: All | AnyOf, parts: tuple[Condition, ...]) -> Variants:
    for i, part in enumerate(parts):
        rest = parts[:i] + parts[i + 1 :]
        yield _said(part), rest[0] if len(rest) == 1 else replace(group, parts=rest)
        for said, smaller in () if isinstance(part, Test) else dropped(part):
            if smaller is not None:
                yield said, replace(group, parts=(*parts[:i], smaller, *parts[i + 1 :]))


def changed(condition: Condition, change: Change) -> Iterator[tuple[str, Condition]]:
    """Each way to change one test."""
    for part, put in parts_within(condition):
        for test in change(part) if isinstance(part, Test) else ():
            yield f"{_said(part)} as {_said(test)}", put(test)


def _next(ruleset: Ruleset, test: Test, after: str) -> str | None:
    """The option that follows in the question and is not in the list."""
    options = next(question.options for question in ruleset.questions if question.id == test.question)
    names = [option.id for option in options if not option.unknown]
    at = names.index(after)
    return next((name for name in names[at:] + names[:at] if name not in test.options), None)


def _swapped(ruleset: Ruleset, test: Test) -> Iterator[Test]:
    for i, option in enumerate(test.options):
        if other := _next(ruleset, test, option):
            yield replace(test, options=(*test.options[:i], other, *test.options[i + 1 :]))


def _widened(ruleset: Ruleset, test: Test) -> Iterator[Test]:
    if other := _next(ruleset, test, test.options[-1]):
        yield replace(test, options=(*test.options, other))


def _said(condition: Condition) -> str:
    return on_one_line(plain(condition))
