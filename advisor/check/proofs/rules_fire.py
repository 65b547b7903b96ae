"""Proves that every obligation and every note can speak, and that each part of an obligation matters."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from advisor.check.problem import Problem, listed, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Probe, Prover, Wish, explaining, firing, standing
from advisor.rules.conditions import AnyOf, Condition, Test, on_one_line, parts_within, plain
from advisor.rules.model import Note, Obligation
from advisor.rules.ruleset import Ruleset


def rules_fire(prover: Prover, places: Iterable[int]) -> Iterator[Problem]:
    """Of these obligations: never fires, always overridden, always outshone."""
    for place in places:
        yield from _duty(prover, place, prover.ruleset.obligations[place])


def notes(prover: Prover) -> Iterator[Problem]:
    """Notes that never show."""
    for place, note in enumerate(prover.ruleset.notes):
        if not prover.can(explaining(place)):
            yield _never(prover, note)


def _duty(prover: Prover, place: int, obligation: Obligation) -> Iterator[Problem]:
    name, stands = obligation.id, prover.can(standing(place))
    if not prover.can(firing(place)):
        yield _never(prover, obligation)
    elif stands and not prover.can(_deciding(place)):
        where = f"for {obligation.standard} in '{obligation.jurisdiction}'"
        text = f"'{name}' is shadowed: wherever it stands, something stronger stands {where}"
        yield problem("shadowed", obligation, text, prover.show(standing(place)))
    # It may be there for somebody who does not know.
    elif not stands and not prover.open.can(prover.open.stands(place), prover.open.settled):
        winners = [prover.ruleset.obligations[winner].id for winner in prover.complete.program.beaten_by[place]]
        text = f"'{name}' never counts: wherever it fires, {listed(winners, 'or')} overrides it"
        yield problem("always-overridden", obligation, text, prover.show(firing(place)))


def _never(prover: Prover, statement: Obligation | Note) -> Problem:
    verb, rule = ("fire", "never-fires") if isinstance(statement, Obligation) else ("show", "note-never-shows")
    needed = needs(statement.when, statement.unless)
    return contradiction(rule, statement, f"'{statement.id}' can never {verb}", prover.ruleset, needed)


def _deciding(place: int) -> Wish:
    """It stands and nothing stronger does in its jurisdiction and standard."""

    def wish(cases: AllAnswers) -> list[int]:
        all_ = cases.ruleset.obligations
        own = all_[place]
        stronger = [i for i in cases.ruleset.by_cell[own.cell] if all_[i].basis.rank > own.basis.rank]
        return [cases.stands(place), *map(cases.falls, stronger)]

    return wish


class Without(NamedTuple):
    """The condition of an obligation without one part, which is named in words. `place`: of the obligation."""

    place: int
    part: str
    probe: Probe


def withouts(ruleset: Ruleset, places: Iterable[int]) -> list[Without]:
    """Every part of these obligations that could be left out alone."""
    found: list[Without] = []
    for place in places:
        when, unless = ruleset.obligations[place].when, ruleset.obligations[place].unless
        found += (Without(place, f"{part} in 'when'", (less, unless)) for part, less in _less(when))
        found += (Without(place, f"{part} in 'unless'", (when, less)) for part, less in _less(unless))
    return found


def _less(condition: Condition | None) -> Iterator[tuple[str, Condition]]:
    """What can be left out, in words, and what then remains."""
    for part, put in parts_within(condition):
        match part:
            case Test(question, "any_of" | "none_of", options) if len(options) > 1:
                for option in options:
                    rest = tuple(other for other in options if other != option)
                    yield f"option '{option}' of '{question}'", put(replace(part, options=rest))
            case AnyOf(parts) if len(parts) > 1:
                for at, own in enumerate(parts):
                    yield f"the part {on_one_line(plain(own))}", put(AnyOf((*parts[:at], *parts[at + 1 :])))


def idle_parts(prover: Prover, entries: Iterable[Without]) -> Iterator[Problem]:
    """Each part without which its obligation fires for the same visitors. The prover has the probes of the entries.

    An option that changes nothing is a slip of the writer, or the trace of a slip elsewhere: a question that is no
    longer asked of those who would have chosen it leaves its options behind in the conditions of the obligations.
    """
    for entry in entries:
        if prover.can(firing(entry.place)) and not _differs(prover, entry):
            obligation = prover.ruleset.obligations[entry.place]
            same = f"'{obligation.id}' fires for the same visitors without {entry.part}"
            text = f"{same}: leave it out, or mend what keeps it away"
            yield problem("idle-part", obligation, text, prover.show(firing(entry.place)))


def _differs(prover: Prover, entry: Without) -> bool:
    cases = prover.complete
    return cases.can(cases.circuit.either_not_both(cases.fires(entry.place), prover.probe(cases, entry.probe)))
