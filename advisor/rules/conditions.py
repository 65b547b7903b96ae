"""Conditions over answers: set membership and groups, nothing else.

That bounds the cost of evaluating them, makes typing errors findable, and lets a proof be exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from operator import is_
from types import MappingProxyType
from typing import Any, Literal

Mode = Literal["any_of", "all_of", "none_of", "open"]
"""Nobody writes "open": it stands where who chose one of these options may yet mean another, and no answer tells."""


@dataclass(frozen=True)
class Test:
    """Whether the answer to a question contains some of, all of, or none of these options."""

    question: str
    mode: Mode
    options: tuple[str, ...]


@dataclass(frozen=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Widened(AnyOf):
    """What is written, then what counts as well; an editor wrote only the first of its parts."""


@dataclass(frozen=True)
class Not:
    part: Condition


@dataclass(frozen=True)
class AtLeast:
    count: int
    parts: tuple[Condition, ...]


Group = All | AnyOf | Not | AtLeast
Condition = Test | Group

NEVER = AnyOf(())
"""Stands where a condition could not be read: nobody meets it."""

NONE_NAMED: Mapping[str, Condition] = MappingProxyType({})


def parse(data: Any, named: Mapping[str, Condition] = NONE_NAMED) -> Condition:
    """Build a condition from plain data; raises ValueError with a sentence that says what to write.

    `named`: the conditions that `is` may stand for.
    """
    if not isinstance(data, dict) or not data:
        raise ValueError("a condition is a mapping such as {markets: [eu, gb]}")
    parts = tuple(_entry(key, value, named) for key, value in data.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _entry(key: str, value: Any, named: Mapping[str, Condition]) -> Condition:
    if key in ("all", "any"):
        return (All if key == "all" else AnyOf)(_parts(key, value, named))
    if key == "not":
        return Not(parse(value, named))
    if key == "at_least":
        return _at_least(value, named)
    return _named(value, named) if key == "is" else _test(key, value)


def _named(value: Any, named: Mapping[str, Condition]) -> Condition:
    """The condition of that name; of several names any."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise ValueError("'is' takes the name of a condition or a list of names")
    for name in names:
        if name not in named:
            close = "".join(f"; did you mean '{near}'?" for near in get_close_matches(name, named, 1))
            raise ValueError(f"no condition is called '{name}'{close}")
    found = tuple(named[name] for name in names)
    return found[0] if len(found) == 1 else AnyOf(found)


def _parts(key: str, value: Any, named: Mapping[str, Condition]) -> tuple[Condition, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"'{key}' takes a list of conditions")
    return tuple(parse(part, named) for part in value)


def _at_least(value: Any, named: Mapping[str, Condition]) -> Condition:
    if not isinstance(value, dict) or set(value) != {"count", "of"}:
        raise ValueError("'at_least' takes {count: 2, of: [conditions]}")
    parts = _parts("at_least: of", value["of"], named)
    count = int(value["count"]) if str(value["count"]).isdecimal() else 0
    if not 1 <= count <= len(parts):
        raise ValueError(f"'at_least: count' is a whole number from 1 to {len(parts)}, not {value['count']}")
    return AtLeast(count, parts)


def _test(question: str, value: Any) -> Condition:
    mode: Mode = "any_of"
    if isinstance(value, dict):
        if len(value) != 1 or next(iter(value)) not in ("none_of", "all_of", "any_of"):
            raise ValueError(f"'{question}' takes options, or one of any_of, all_of, none_of with options")
        mode, value = next(iter(value.items()))
    options = [value] if isinstance(value, str) else value
    if not isinstance(options, list) or not options or not all(isinstance(o, str) and o for o in options):
        raise ValueError(f"'{question}' takes one option or a list of options")
    if len(set(options)) < len(options):
        raise ValueError(f"'{question}' names an option twice")
    return Test(question, mode, tuple(options))


def signed_tests(condition: Condition | None, holds: bool = True) -> Iterator[tuple[Test, bool]]:
    """Every test inside a condition, in writing order, and whether it is wanted to hold."""
    match condition:
        case Test():
            yield condition, holds
        case Not(part):
            yield from signed_tests(part, not holds)
        case All(parts) | AnyOf(parts) | AtLeast(_, parts):
            for part in parts:
                yield from signed_tests(part, holds)


def tests(condition: Condition | None) -> Iterator[Test]:
    """Every test inside a condition, in writing order."""
    return (test for test, _ in signed_tests(condition))


def map_tests(condition: Condition | None, change: Callable[[Test], Condition | None]) -> Condition | None:
    """The condition with something else for each test. None drops a test, and a group of which nothing is left.

    What stays the same stays the same object.
    """
    match condition:
        case None:
            return None
        case Test():
            return change(condition)
        case Not(part):
            inner = map_tests(part, change)
            return condition if inner is part else None if inner is None else Not(inner)
    rest = tuple(new for part in condition.parts if (new := map_tests(part, change)) is not None)
    if len(rest) == len(condition.parts) and all(map(is_, rest, condition.parts)):
        return condition
    if isinstance(condition, AtLeast):
        return AtLeast(min(condition.count, len(rest)), rest) if rest else None
    return replace(condition, parts=rest) if rest else None


def parts_within(condition: Condition | None) -> Iterator[tuple[Condition, Callable[[Condition], Condition]]]:
    """Every part of a condition that is written, itself first, each with what puts another in its place."""
    if condition is None:
        return
    if not isinstance(condition, Widened):
        yield condition, lambda other: other
    if isinstance(condition, Test):
        return
    for at, part in enumerate(_written_parts(condition)):
        for inner, put in parts_within(part):
            yield inner, partial(_with_part, condition, at, put)


def _written_parts(group: Group) -> tuple[Condition, ...]:
    if isinstance(group, Not):
        return (group.part,)
    return group.parts[:1] if isinstance(group, Widened) else group.parts


def _with_part(group: Group, at: int, put: Callable[[Condition], Condition], other: Condition) -> Condition:
    if isinstance(group, Not):
        return Not(put(other))
    return replace(group, parts=(*group.parts[:at], put(other), *group.parts[at + 1 :]))


def plain(condition: Condition | None) -> Any:
    """The condition as it would be written in YAML; None stays None."""
    match condition:
        case None:
            return None
        case Test(question, "any_of", options):
            return {question: list(options)}
        case Test(question, mode, options):
            return {question: {mode: list(options)}}
        case All(parts):
            return {"all": [plain(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [plain(part) for part in parts]}
        case Not(part):
            return {"not": plain(part)}
        case AtLeast(count, parts):
            return {"at_least": {"count": count, "of": [plain(part) for part in parts]}}


def on_one_line(data: Any) -> str:
    """Plain data as an editor writes it: `{markets: [eu, gb], class-eu: class-i}`; a list of one without brackets."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {on_one_line(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list | tuple):
        return on_one_line(data[0]) if len(data) == 1 else "[" + ", ".join(map(on_one_line, data)) + "]"
    return str(data)
