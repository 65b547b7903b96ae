"""Strategies that invent rulesets which the library would accept, and answers that a visitor could give."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

from hypothesis import strategies as st

from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from tests.support.invented import LEVEL, jurisdiction, note, obligation, option, question, rules

Given = dict[str, tuple[str, ...]]
OPTIONS = ("a", "b", "c")
PLACES = ("coast", "coast", "cove", "sea", "club")


def conditions(questions: list[Question], depth: int = 2) -> st.SearchStrategy[dict[str, Any]]:
    """Conditions about these questions, as they would be written, nested this deep at most."""
    leaf = st.sampled_from([test for question in questions for test in tests_of(question)])
    if depth == 0:
        return leaf
    inner = st.lists(conditions(questions, depth - 1), min_size=1, max_size=3)
    groups = st.one_of(
        inner.map(lambda parts: {"all": parts}),
        inner.map(lambda parts: {"any": parts}),
        inner.map(lambda parts: {"not": parts[0]}),
        inner.flatmap(lambda of: st.integers(1, len(of)).map(lambda n: {"at_least": {"count": n, "of": of}})),
    )
    return st.one_of(leaf, leaf, groups)


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
        kind = draw(st.sampled_from(["one", "many"]))
        options = list(OPTIONS[: draw(st.integers(2, 3 if kind == "one" else 2))])
        options += ["none"] if kind == "many" and draw(st.booleans()) else []
        options += ["unsure"] if draw(st.booleans()) else []
        ask_if = draw(st.none() | conditions(made, 1)) if made else None
        shown = [option(o, show_if=draw(conditions(made, 0))) if made and draw(st.booleans()) else o for o in options]
        made.append(question(f"q{place}", *shown, kind=kind, ask_if=ask_if))
    return made


@st.composite
def rulesets(draw: st.DrawFn, questions_at_most: int = 5, obligations_at_most: int = 6) -> Ruleset:
    """Whole rulesets. Overrides point forward and the order is turned at times, so there are no circles."""
    asked = draw(questions(questions_at_most))
    condition = st.none() | conditions(asked)
    count = draw(st.integers(0, obligations_at_most))
    names = [f"o{i}" for i in range(count)]
    obligations = [
        obligation(
            name,
            draw(st.sampled_from(list(LEVEL))),
            draw(condition),
            unless=draw(condition),
            standard=draw(st.sampled_from(["keel", "keel", "sail"])),
            jurisdiction=draw(st.sampled_from(PLACES)),
            overrides=draw(st.lists(st.sampled_from(names[i + 1 :]), unique=True, max_size=2))
            if names[i + 1 :]
            else (),
            certificate=draw(st.none() | st.sampled_from(["badge", "licence"])),
            confidence=draw(st.sampled_from(["high", "low"])),
        )
        for i, name in enumerate(names)
    ]
    notes = [
        note(f"n{i}", draw(condition), ask=draw(st.booleans()), kind="evidence", jurisdiction="coast")
        for i in range(draw(st.integers(0, 2)))
    ]
    places = [
        jurisdiction("coast", option=draw(conditions(asked, 0))),
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


def answers(ruleset: Ruleset) -> st.SearchStrategy[Given]:
    """Some questions answered, others not, whether they apply or not."""
    return st.fixed_dictionaries({}, optional={q.id: st.sampled_from(choices(q)) for q in ruleset.questions})


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
