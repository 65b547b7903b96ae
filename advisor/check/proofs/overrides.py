"""Proves that every override takes something's part: both obligations can fire, and both are about the same thing."""

from collections.abc import Iterable, Iterator, Mapping

from advisor.check.problem import Problem, problem
from advisor.check.solver.prover import Prover, firing
from advisor.rules.model import Jurisdiction, Obligation

Places = Mapping[str, Jurisdiction]


def overrides(prover: Prover, places: Iterable[int], known: Places) -> Iterator[Problem]:
    """Overrides of these obligations that never happen, or that reach into another market or standard.

    `known`: the jurisdictions with their `option`, which the rules of a small formula lack.
    """
    rules = prover.ruleset
    for loser in places:
        for winner in prover.complete.program.beaten_by[loser]:
            strong, weak = rules.obligations[winner], rules.obligations[loser]
            if text := _elsewhere(known, strong, weak):
                yield problem("override-elsewhere", strong, text, prover.show(firing(winner)))
            elif _never_meet(prover, winner, loser):
                text = f"'{strong.id}' overrides '{weak.id}', but the two never fire together: leave the override out"
                yield problem("idle-override", strong, text, prover.show(firing(winner)))


def _elsewhere(known: Places, strong: Obligation, weak: Obligation) -> str:
    """One duty says nothing about another market or another standard."""
    if strong.standard != weak.standard:
        return f"'{strong.id}' is about {strong.standard} and overrides '{weak.id}', which is about {weak.standard}"
    places = {name: known.get(name) for name in (strong.jurisdiction, weak.jurisdiction)}
    if len(places) > 1 and all(place and place.option for place in places.values()):
        there = f"which holds in '{weak.jurisdiction}'"
        return f"'{strong.id}' holds in '{strong.jurisdiction}' and overrides '{weak.id}', {there}"
    return ""


def _never_meet(prover: Prover, winner: int, loser: int) -> bool:
    """Both can fire, and never for the same answers."""
    alone = prover.can(firing(winner)) and prover.can(firing(loser))
    return alone and not prover.can(lambda cases: [cases.fires(winner), cases.fires(loser)])
