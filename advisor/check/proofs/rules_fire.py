"""Proves that every obligation and every note can speak, and that each obligation says something of its own."""

from collections.abc import Iterable, Iterator

from advisor.check.problem import Problem, listed, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Prover, Wish, explaining, firing, standing
from advisor.rules.model import Note, Obligation


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
    if not prover.can(firing(place)):
        yield _never(prover, obligation)
    elif not _stands(prover, place):
        yield _overridden(prover, place, obligation)
    elif prover.can(standing(place)) and not prover.can(_deciding(place)):
        yield _outshone(prover, place, obligation)


def _never(prover: Prover, statement: Obligation | Note) -> Problem:
    verb, rule = ("fire", "never-fires") if isinstance(statement, Obligation) else ("show", "note-never-shows")
    needed = needs(statement.when, statement.unless)
    return contradiction(rule, statement, f"'{statement.id}' can never {verb}", prover.ruleset, needed)


def _stands(prover: Prover, place: int) -> bool:
    """For complete answers, or at least while somebody does not know: a general duty may be there for that."""
    return prover.can(standing(place)) or prover.open.can(prover.open.stands(place), prover.open.settled)


def _overridden(prover: Prover, place: int, obligation: Obligation) -> Problem:
    winners = [prover.ruleset.obligations[winner].id for winner in prover.complete.program.beaten_by[place]]
    text = f"'{obligation.id}' never counts: wherever it fires, {listed(winners, 'or')} overrides it"
    return problem("always-overridden", obligation, text, prover.show(firing(place)))


def _outshone(prover: Prover, place: int, obligation: Obligation) -> Problem:
    text = (
        f"'{obligation.id}' is shadowed: wherever it stands, something stronger stands for {obligation.standard} "
        f"in '{obligation.jurisdiction}'"
    )
    return problem("shadowed", obligation, text, prover.show(standing(place)))


def _deciding(place: int) -> Wish:
    """It stands and nothing stronger does in its jurisdiction and standard."""

    def wish(cases: AllAnswers) -> list[int]:
        obligations = cases.ruleset.obligations
        own = obligations[place]
        rivals = cases.ruleset.by_cell[own.cell]
        stronger = [i for i in rivals if obligations[i].basis.rank > own.basis.rank]
        return [cases.stands(place), *map(cases.falls, stronger)]

    return wish
