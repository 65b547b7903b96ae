"""Proves that no two obligations of one standard and jurisdiction contradict each other.

Two bases may meet where a visitor is several things at once: maker here, importer there; then the strongest counts.
They contradict each other where a visitor with a single part, product and market gets both, unless one overrides
the other or one is marked `together: strongest`. In a jurisdiction of `several` subjects, such as contracts, two
obligations also need an answer in common to be about the same thing.
"""

from collections.abc import Iterator, Sequence

from advisor.check.problem import Given, Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.conditions import tests
from advisor.rules.model import Obligation


def opposing_rules(prover: Prover, places: Sequence[int]) -> Iterator[Problem]:
    """Each contradiction between these once, at its weaker side, which is the one that the other silences."""
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
    several = jurisdiction is not None and jurisdiction.several
    return not several or bool(_answers_named(strong) & _answers_named(weak))


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
            yield _conflict(prover.ruleset.obligations[weak], prover.ruleset.obligations[place], prover.show(both))


def _needs_several(prover: Prover, place: int) -> frozenset[int]:
    """The questions of which an obligation needs more than one option to fire at all."""
    cases = prover.complete
    free: set[int] = set()
    while not cases.can(cases.fires(place), *cases.single(free)):
        clash = cases.circuit.clash()
        blamed = {at for at, wire in cases.singles.items() if wire in clash}
        if not blamed:
            break
        free |= blamed
    return frozenset(free)


def _conflict(weak: Obligation, strong: Obligation, answers: Given | None) -> Problem:
    text = (
        f"'{weak.id}' says {weak.basis} and '{strong.id}' says {strong.basis} of {weak.standard} in "
        f"'{weak.jurisdiction}' for the same visitor: let one override the other, or mark one 'together: strongest'"
    )
    return problem("conflict", weak, text, answers)
