"""The part of a ruleset that a proof needs: small formulas keep the time of all proofs in line with the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from advisor.rules.conditions import Condition, tests
from advisor.rules.model import Jurisdiction, Note, Obligation, Question, Ruleset, Statement

T = TypeVar("T", Question, Obligation, Note)


@dataclass(frozen=True)
class _Ties:
    """`needs`: question → questions that its conditions name; `leads_to`: question → those whose conditions name it.

    `about`: obligation or note → the questions that it names; `decides`: question → the obligations and notes that
    name it. `winners`: obligation → those that override it; `losers`: those that it overrides. `order`: id → its
    place among its kind. `places`: the jurisdictions without their `option`, which may ask what is not in a part.
    """

    needs: dict[str, frozenset[str]]
    leads_to: dict[str, list[str]]
    about: dict[str, frozenset[str]]
    decides: dict[str, list[str]]
    winners: dict[str, list[str]]
    losers: dict[str, Sequence[str]]
    order: dict[str, int]
    places: dict[str, Jurisdiction]


def cone(ruleset: Ruleset, question: Question) -> Ruleset:
    """Only what may change with the answer to a question, with everything that takes part in deciding it."""
    ties = _ties(ruleset)
    reached = _closed([question.id], ties.leads_to)
    touched = {name for asked in reached for name in ties.decides.get(asked, ())}
    notes = {name for name in touched if name not in ties.losers}
    return _part(ruleset, _closed(touched - notes, ties.losers), notes, reached)


def needed_for(ruleset: Ruleset, names: Iterable[str]) -> Ruleset:
    """Only these obligations, with everything that takes part in deciding whether they stand."""
    return _part(ruleset, names, (), ())


def up_to(ruleset: Ruleset, question: Question) -> Ruleset:
    """Only a question, which is the last, with those that decide whether it and its options are shown."""
    return _part(ruleset, (), (), {question.id})


def _part(ruleset: Ruleset, names: Iterable[str], notes: Iterable[str], questions: Iterable[str]) -> Ruleset:
    ties = _ties(ruleset)
    kept = [name for name in _closed(names, ties.winners) if name in ties.losers]
    named = set(questions).union(*(ties.about[name] for name in (*kept, *notes)))
    return replace(
        ruleset,
        questions=_picked(ruleset.questions, _closed(named, ties.needs), ties),
        obligations=_picked(ruleset.obligations, kept, ties),
        notes=_picked(ruleset.notes, notes, ties),
        jurisdictions=ties.places,
    )


def _picked(all_: Sequence[T], names: Iterable[str], ties: _Ties) -> tuple[T, ...]:
    return tuple(all_[place] for place in sorted(ties.order[name] for name in names))


def _closed(names: Iterable[str], ties: Mapping[str, Iterable[str]]) -> set[str]:
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
    needs = {q.id: _named([q.ask_if, *(option.show_if for option in q.options)]) for q in ruleset.questions}
    about = {s.id: _about(s) for s in (*ruleset.obligations, *ruleset.notes)}
    losers: dict[str, Sequence[str]] = {o.id: o.overrides for o in ruleset.obligations}
    return _Ties(
        needs,
        _reversed(needs),
        about,
        _reversed(about),
        _reversed(losers),
        losers,
        _order(ruleset.questions) | _order(ruleset.obligations) | _order(ruleset.notes),
        {name: place.model_copy(update={"option": None}) for name, place in ruleset.jurisdictions.items()},
    )


def _order(records: Sequence[Question | Obligation | Note]) -> dict[str, int]:
    return {record.id: place for place, record in enumerate(records)}


def _reversed(ties: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = {}
    for name, others in ties.items():
        for other in others:
            turned.setdefault(other, []).append(name)
    return turned


def _about(statement: Statement) -> frozenset[str]:
    return _named([statement.when, statement.unless])


def _named(conditions: Iterable[Condition | None]) -> frozenset[str]:
    return frozenset(test.question for condition in conditions for test in tests(condition))
