"""Strategies that invent rulesets which the library would accept, and answers that a visitor could give."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations
from typing import Any, TypeVar

from hypothesis import strategies as st

from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from tests.support.invented import LEVEL, jurisdiction, note, obligation, option, question, rules

Item = TypeVar("Item")
Given = dict[str, tuple[str, ...]]
OPTIONS = ("a", "b", "c")
PLACES = ("coast", "coast", "cove", "sea", "club")


def pick(draw: st.DrawFn, items: Sequence[Item]) -> Item:
    """One of these. Whoever makes a strategy for each choice spends nearly all of the time on making strategies."""
    return items[draw(st.integers(0, len(items) - 1))]


def some(draw: st.DrawFn, items: Sequence[Item], most: int) -> list[Item]:
    """A few different ones."""
    left = list(items)
    return [left.pop(draw(st.integers(0, len(left) - 1))) for _ in range(draw(st.integers(0, min(most, len(left)))))]


def condition(draw: st.DrawFn, questions: Sequence[Question], depth: int = 2) -> dict[str, Any]:
    """A condition about these questions, as it would be written, nested this deep at most."""
    return _condition(draw, [test for question in questions for test in tests_of(question)], depth)


def maybe(draw: st.DrawFn, questions: Sequence[Question], depth: int = 2) -> dict[str, Any] | None:
    """Mostly a condition, at times none."""
    return condition(draw, questions, depth) if draw(st.integers(0, 5)) else None


def _condition(draw: st.DrawFn, tests: Sequence[dict[str, Any]], depth: int) -> dict[str, Any]:
    if depth == 0 or draw(st.integers(0, 2)) == 0:
        return pick(draw, tests)
    group = pick(draw, ("all", "any", "not", "at_least"))
    if group == "not":
        return {"not": _condition(draw, tests, depth - 1)}
    parts = [_condition(draw, tests, depth - 1) for _ in range(draw(st.integers(1, 3)))]
    if group == "at_least":
        return {"at_least": {"count": draw(st.integers(1, len(parts))), "of": parts}}
    return {group: parts}


def tests_of(about: Question) -> list[dict[str, Any]]:
    """Every test of one or two options that may be written about a question."""
    known = [o.id for o in about.options if not o.unknown]
    modes = ["any_of", "none_of"] + (["all_of"] if about.kind == "many" else [])
    return [{about.id: {m: list(some)}} for m in modes for size in (1, 2) for some in combinations(known, size)]


@st.composite
def questions(draw: st.DrawFn, most: int = 5) -> list[Question]:
    """Questions of both kinds that look back, with and without "I don't know" and options that exclude."""
    made: list[Question] = []
    for place in range(draw(st.integers(1, most))):
        kind = pick(draw, ("one", "many"))
        options = list(OPTIONS[: draw(st.integers(2, 3 if kind == "one" else 2))])
        options += ["none"] if kind == "many" and draw(st.booleans()) else []
        options += ["unsure"] if draw(st.booleans()) else []
        ask_if = maybe(draw, made, 1) if made else None
        shown = [option(o, show_if=condition(draw, made, 0)) if made and draw(st.booleans()) else o for o in options]
        made.append(question(f"q{place}", *shown, kind=kind, ask_if=ask_if))
    return made


@st.composite
def rulesets(draw: st.DrawFn, questions_at_most: int = 5, obligations_at_most: int = 6) -> Ruleset:
    """Whole rulesets. Overrides point forward and the order is turned at times, so there are no circles."""
    asked = draw(questions(questions_at_most))
    names = [f"o{i}" for i in range(draw(st.integers(0, obligations_at_most)))]
    obligations = [
        obligation(
            name,
            pick(draw, list(LEVEL)),
            maybe(draw, asked),
            unless=maybe(draw, asked),
            standard=pick(draw, ("keel", "keel", "sail")),
            jurisdiction=pick(draw, PLACES),
            overrides=some(draw, names[i + 1 :], 2),
            certificate=pick(draw, (None, "badge", "licence")),
            confidence=pick(draw, ("high", "low")),
        )
        for i, name in enumerate(names)
    ]
    notes = [
        note(f"n{i}", maybe(draw, asked), ask=draw(st.booleans()), kind="evidence", jurisdiction="coast")
        for i in range(draw(st.integers(0, 2)))
    ]
    places = [
        jurisdiction("coast", option=condition(draw, asked, 0)),
        jurisdiction("cove", within="coast"),
        jurisdiction("sea"),
        jurisdiction("club", settle="false"),
    ]
    return rules(*asked, *(obligations[::-1] if draw(st.booleans()) else obligations), *notes, *places)


def choices(about: Question, *, knowing: bool = False) -> list[tuple[str, ...]]:
    """Every answer that can be given to a question; `knowing` leaves out "I don't know"."""
    alone = [(o.id,) for o in about.options if o.exclusive or (o.unknown and not knowing)]
    plain = [o.id for o in about.options if not (o.exclusive or o.unknown)]
    sizes = range(1, (len(plain) if about.kind == "many" else 1) + 1)
    return [*chain.from_iterable(combinations(plain, size) for size in sizes), *alone]


@st.composite
def answers(draw: st.DrawFn, ruleset: Ruleset) -> Given:
    """Some questions answered, others not, whether they apply or not."""
    return {q.id: pick(draw, choices(q)) for q in ruleset.questions if draw(st.booleans())}


@st.composite
def cases(draw: st.DrawFn, **limits: int) -> tuple[Ruleset, Given]:
    """A ruleset and one visitor's answers."""
    ruleset = draw(rulesets(**limits))
    return ruleset, draw(answers(ruleset))


@st.composite
def batches(draw: st.DrawFn) -> tuple[Ruleset, list[Given]]:
    """A ruleset and the answers of several visitors."""
    ruleset = draw(rulesets())
    return ruleset, draw(st.lists(answers(ruleset), max_size=12))
