"""Proves of every two obligations that they neither contradict nor repeat nor vainly override each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, firing
from advisor.rules.conditions import tests
from advisor.rules.model import Jurisdiction, Obligation


def opposing_rules(prover: Prover, places: Sequence[int]) -> Iterator[Problem]:
    """Each contradiction between these once, at its weaker side, which is the one that the other silences.

    Two bases may meet where a visitor is several things at once: maker here, importer there; then the strongest
    counts. They contradict each other where a visitor with a single part, product and market gets both, unless one
    overrides the other or one is marked `together: strongest`. In a jurisdiction of `several` subjects, such as
    contracts, two obligations also need an answer in common to be about the same thing.
    """
    obligations = prover.ruleset.obligations
    for weak in places:
        strong = [i for i in places if _against(prover, obligations[i], obligations[weak])]
        yield from _meeting(prover, weak, strong)


def _against(prover: Prover, strong: Obligation, weak: Obligation) -> bool:
    """Stronger, neither overrides the other, nobody agreed, and both about the same thing."""
    if strong.basis.rank <= weak.basis.rank or "strongest" in (strong.together, weak.together):
        return False
    if strong.id in weak.overrides or weak.id in strong.overrides:
        return False
    jurisdiction = prover.ruleset.jurisdictions.get(weak.jurisdiction)
    return not (jurisdiction and jurisdiction.several) or bool(_answers_named(strong) & _answers_named(weak))


def _answers_named(obligation: Obligation) -> set[tuple[str, str]]:
    """The answers that it asks for."""
    named = (test for test in tests(obligation.when) if test.mode != "none_of")
    return {(test.question, option) for test in named for option in test.options}


def _meeting(prover: Prover, weak: int, strong: list[int]) -> Iterator[Problem]:
    cases = prover.complete
    any_strong = cases.circuit.any_of(map(cases.stands, strong))
    if not strong or not cases.can(cases.stands(weak), any_strong):
        return
    free = _needs_several(prover, weak)
    if not cases.can(cases.stands(weak), any_strong, *cases.single(free)):
        return
    for place in strong:

        def both(cases: AllAnswers, strong: int = place) -> list[int]:
            return [cases.stands(weak), cases.stands(strong), *cases.single(free)]

        if prover.can(both):
            one, other = prover.ruleset.obligations[weak], prover.ruleset.obligations[place]
            text = (
                f"'{one.id}' says {one.basis} and '{other.id}' says {other.basis} of {one.standard} in "
                f"'{one.jurisdiction}' for the same visitor: let one override the other, or mark one "
                "'together: strongest'"
            )
            yield problem("conflict", one, text, prover.show(both))


def _needs_several(prover: Prover, place: int) -> set[int]:
    """The questions of which an obligation needs more than one option to fire at all."""
    cases = prover.complete
    free: set[int] = set()
    while not cases.can(cases.fires(place), *cases.single(free)):
        clash = cases.circuit.clash()
        if not (blamed := {at for at, wire in cases.singles.items() if wire in clash}):
            break
        free |= blamed
    return free


def duplicates(prover: Prover, places: Iterable[int]) -> Iterator[Problem]:
    """Each of these obligations of one cell that fires in exactly the cases of an earlier one and says the same."""
    for one, other in combinations(places, 2):
        early, late = prover.ruleset.obligations[one], prover.ruleset.obligations[other]
        named = {obligation.certificate.id for obligation in (early, late) if obligation.certificate}
        if early.basis is late.basis and len(named) < 2 and _same(prover, one, other):
            text = f"'{late.id}' fires in the same cases as '{early.id}' and says the same: keep one"
            yield problem("identical", late, text, prover.show(firing(other)))


def _same(prover: Prover, one: int, other: int) -> bool:
    cases = prover.complete
    differs = cases.circuit.either_not_both(cases.fires(one), cases.fires(other))
    return not cases.can(differs) and cases.can(cases.fires(one))


def overrides(prover: Prover, places: Iterable[int], known: Mapping[str, Jurisdiction]) -> Iterator[Problem]:
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


def _elsewhere(known: Mapping[str, Jurisdiction], strong: Obligation, weak: Obligation) -> str:
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
