"""How the time of the proofs grows with the content: the real one once, twice and five times.

`more duties`: each copy of the obligations stands in jurisdictions of its own and asks the same questions. `more
worlds`: each copy has questions of its own as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from advisor.check.proofs.prove import prove
from advisor.check.readable_content import read_what_can_be_read
from advisor.check.report import check
from advisor.check.side_by_side import cores
from advisor.content.library import ROOT
from advisor.reading.record import Record
from advisor.rules.conditions import Condition, Not, Test
from advisor.rules.model import Statement
from advisor.rules.ruleset import Ruleset
from bench.figures import Figure, table

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Statement)
_BAR = 10.0
"""Seconds for the whole check of the real content on two cores."""


def measure() -> list[Figure]:
    start = time.perf_counter()
    report = check(ROOT, datetime.now(UTC).date(), processes=cores())
    whole = Figure(
        f"check of the whole content, {report.counts['proofs']:,} proofs", time.perf_counter() - start, "s", _BAR
    )
    rules = read_what_can_be_read(ROOT).ruleset
    return [whole, *_growth("more duties", rules, _more_duties), *_growth("more worlds", rules, _more_worlds)]


def _growth(name: str, rules: Ruleset, grown: Callable[[Ruleset, int], Ruleset]) -> Iterator[Figure]:
    grown_by = {factor: grown(rules, factor) for factor in (1, 2, 5)}
    runs = [{factor: _seconds(more) for factor, more in grown_by.items()} for _ in range(3)]
    times = {factor: min(run[factor] for run in runs) for factor in grown_by}
    for factor, seconds in times.items():
        yield Figure(f"proofs, {name}: {factor * len(rules.obligations):,} obligations", seconds, "s CPU")
    yield Figure(f"proofs, {name}: 2 times against 1", times[2] / times[1], "times", 2)
    yield Figure(f"proofs, {name}: 5 times against 1", times[5] / times[1], "times", 5)


def _seconds(rules: Ruleset) -> float:
    start = time.process_time()
    prove(rules.on(datetime.now(UTC).date()), [], datetime.now(UTC).date())
    return time.process_time() - start


def _more_duties(rules: Ruleset, factor: int) -> Ruleset:
    return _joined(rules, [_duties(rules, f"-{number}") for number in range(2, factor + 1)])


def _more_worlds(rules: Ruleset, factor: int) -> Ruleset:
    return _joined(rules, [_world(rules, f"-{number}") for number in range(2, factor + 1)])


def _joined(rules: Ruleset, copies: Sequence[Ruleset]) -> Ruleset:
    worlds = [rules, *copies]
    return replace(
        rules,
        questions=tuple(question for world in worlds for question in world.questions),
        obligations=tuple(obligation for world in worlds for obligation in world.obligations),
        notes=tuple(note for world in worlds for note in world.notes),
        jurisdictions={name: place for world in worlds for name, place in world.jurisdictions.items()},
    )


def _duties(rules: Ruleset, end: str) -> Ruleset:
    """Obligations and notes under new ids, in new jurisdictions, about the same questions."""
    return replace(
        rules,
        questions=(),
        obligations=tuple(
            _renamed(o, end, jurisdiction=o.jurisdiction + end, overrides=tuple(name + end for name in o.overrides))
            for o in rules.obligations
        ),
        notes=tuple(_renamed(note, end) for note in rules.notes),
        jurisdictions={name + end: _renamed(place, end) for name, place in rules.jurisdictions.items()},
    )


def _world(rules: Ruleset, end: str) -> Ruleset:
    """The same with questions of its own."""
    duties = _duties(rules, end)
    places = duties.jurisdictions.items()
    return replace(
        duties,
        questions=tuple(
            _renamed(
                question,
                end,
                ask_if=_asked(question.ask_if, end),
                options=tuple(o.model_copy(update={"show_if": _asked(o.show_if, end)}) for o in question.options),
            )
            for question in rules.questions
        ),
        obligations=tuple(_conditional(duties.obligations, end)),
        notes=tuple(_conditional(duties.notes, end)),
        jurisdictions={name: j.model_copy(update={"option": _asked(j.option, end)}) for name, j in places},
    )


def _conditional(statements: Sequence[S], end: str) -> Iterator[S]:
    for own in statements:
        yield own.model_copy(update={"when": _asked(own.when, end), "unless": _asked(own.unless, end)})


def _renamed(record: R, end: str, **update: object) -> R:
    within = getattr(record, "within", None)
    more = {"within": within + end} if within else {}
    return record.model_copy(update={"id": f"{getattr(record, 'id', '')}{end}", **more, **update})


def _asked(condition: Condition | None, end: str) -> Condition | None:
    """The same condition about the questions of the copy."""
    match condition:
        case None:
            return None
        case Test(question, mode, options):
            return Test(question + end, mode, options)
        case Not(part):
            return Not(_about(part, end))
        case _:
            return replace(condition, parts=tuple(_about(part, end) for part in condition.parts))


def _about(condition: Condition, end: str) -> Condition:
    return _asked(condition, end) or condition


if __name__ == "__main__":
    print(table(measure()))
