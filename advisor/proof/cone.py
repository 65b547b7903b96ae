"""The part of a ruleset that a proof needs: small formulas keep the time of all proofs in line with the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from advisor.conditions import Condition, tests
from advisor.model import Jurisdiction, Note, Question, Ruleset, Statement


@dataclass(frozen=True)
class _Ties:
    """`needs`: question → questions that its conditions name. `about`: obligation or note → the same.

    `winners`: obligation → those that override it; `losers`: those that it overrides. `places`: the jurisdictions
    without their `option`, which may ask what is not in a part.
    """

    needs: dict[str, frozenset[str]]
    about: dict[str, frozenset[str]]
    winners: dict[str, list[str]]
    losers: dict[str, Sequence[str]]
    places: dict[str, Jurisdiction]


def cone(ruleset: Ruleset, question: Question) -> Ruleset:
    """Only what may change with the answer to a question, with everything that takes part in deciding it."""
    ties = _ties(ruleset)
    reached = {question.id}
    for later in ruleset.questions:
        if not reached.isdisjoint(ties.needs[later.id]):
            reached.add(later.id)
    notes = tuple(note for note in ruleset.notes if not reached.isdisjoint(ties.about[note.id]))
    touched = {o.id for o in ruleset.obligations if not reached.isdisjoint(ties.about[o.id])}
    return _part(ruleset, _closed(touched, ties.losers), notes, reached)


def part(ruleset: Ruleset, names: Iterable[str]) -> Ruleset:
    """Only these obligations, with everything that takes part in deciding whether they stand."""
    return _part(ruleset, set(names), (), set())


def way(ruleset: Ruleset, question: Question) -> Ruleset:
    """Only a question, which is the last, with those that decide whether it and its options are shown."""
    return _part(ruleset, set(), (), {question.id})


def _part(ruleset: Ruleset, names: set[str], notes: tuple[Note, ...], questions: set[str]) -> Ruleset:
    ties = _ties(ruleset)
    names = _closed(names, ties.winners)
    obligations = tuple(o for o in ruleset.obligations if o.id in names)
    kept = questions.union(*(ties.about[statement.id] for statement in (*obligations, *notes)))
    for earlier in reversed(ruleset.questions):
        if earlier.id in kept:
            kept |= ties.needs[earlier.id]
    asked = tuple(question for question in ruleset.questions if question.id in kept)
    return replace(ruleset, questions=asked, obligations=obligations, notes=notes, jurisdictions=ties.places)


def _closed(names: Iterable[str], ties: Mapping[str, Sequence[str]]) -> set[str]:
    """These, and what they are tied to over any number of steps."""
    found: set[str] = set()
    ahead = list(names)
    while ahead:
        if (name := ahead.pop()) not in found:
            found.add(name)
            ahead += ties.get(name, ())
    return found


@lru_cache(maxsize=4)
def _ties(ruleset: Ruleset) -> _Ties:
    winners: dict[str, list[str]] = {}
    for obligation in ruleset.obligations:
        for loser in obligation.overrides:
            winners.setdefault(loser, []).append(obligation.id)
    return _Ties(
        {q.id: _named([q.ask_if, *(option.show_if for option in q.options)]) for q in ruleset.questions},
        {s.id: _about(s) for s in (*ruleset.obligations, *ruleset.notes)},
        winners,
        {o.id: o.overrides for o in ruleset.obligations},
        {name: place.model_copy(update={"option": None}) for name, place in ruleset.jurisdictions.items()},
    )


def _about(statement: Statement) -> frozenset[str]:
    return _named([statement.when, statement.unless])


def _named(conditions: Iterable[Condition | None]) -> frozenset[str]:
    return frozenset(test.question for condition in conditions for test in tests(condition))
