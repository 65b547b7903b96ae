"""Finds obligations that fire in exactly the same cases and say the same."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from advisor.check.problem import Problem, problem
from advisor.check.solver.prover import Prover, firing
from advisor.rules.model import Obligation
from advisor.rules.ruleset import Ruleset


def duplicates(prover: Prover, places: Iterable[int]) -> Iterator[Problem]:
    """One problem for each of these obligations that repeats an earlier one."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for place in places:
        groups.setdefault(_says(prover.ruleset.obligations[place]), []).append(place)
    for group in groups.values():
        for early, late in combinations(group, 2):
            if _names_no_other(prover.ruleset, early, late) and _same(prover, early, late):
                yield _identical(prover, early, late)


def _says(obligation: Obligation) -> tuple[object, ...]:
    """What makes two obligations say the same thing."""
    return (*obligation.cell, obligation.basis)


def _names_no_other(ruleset: Ruleset, one: int, other: int) -> bool:
    """Whether at most one certificate is named by the two."""
    named = (ruleset.obligations[place].certificate for place in (one, other))
    return len({certificate.id for certificate in named if certificate}) < 2


def _same(prover: Prover, one: int, other: int) -> bool:
    cases = prover.complete
    differs = cases.circuit.either_not_both(cases.fires(one), cases.fires(other))
    return not cases.can(differs) and cases.can(cases.fires(one))


def _identical(prover: Prover, early: int, late: int) -> Problem:
    first, second = prover.ruleset.obligations[early], prover.ruleset.obligations[late]
    text = f"'{second.id}' fires in the same cases as '{first.id}' and says the same: keep one"
    return problem("identical", second, text, prover.show(firing(late)))
