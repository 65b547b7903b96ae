"""How many single-point mutations of the real obligations the examples and the check notice together.

A mutant that fires in exactly the same cases, for complete and for open answers, is no mistake; the solver proves
which these are, and they do not count.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from advisor.check.cases.mutants import Mutant, mutants
from advisor.check.proofs.prove import prove
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.content.library import ROOT
from advisor.rules.ruleset import Ruleset
from bench.figures import Figure, table
from bench.mutation_score import Noticing

TARGET = 95.0


def measure() -> list[Figure]:
    return figures(*survivors())


def figures(all_: Sequence[Mutant], alive: Sequence[Mutant]) -> list[Figure]:
    total, left = Counter(m.kind for m in all_), Counter(m.kind for m in alive)
    rows = [Figure(f"mutants killed: {k}, of {n:,}", 100 * (1 - left[k] / n), "%") for k, n in sorted(total.items())]
    share = 100 * (1 - len(alive) / len(all_))
    return [*rows, Figure(f"mutants survived, of {len(all_):,}", 100 - share, "%", 100 - TARGET)]


def survivors() -> tuple[list[Mutant], list[Mutant]]:
    """The mutants that are mistakes, and those of them that nothing notices."""
    draft, today = _draft(), _today()
    rules = draft.ruleset.on(today)
    real = _real(rules, list(mutants(rules)))
    confirmed = [example for example in draft.examples if example.confirmed]
    unnoticed = [
        mutant
        for mutant, noticed in zip(real, Noticing(draft.ruleset, confirmed, today).noticed(real), strict=True)
        if not noticed
    ]
    with ProcessPoolExecutor() as pool:
        proved = list(pool.map(_by_check, unnoticed, chunksize=8))
    return real, [mutant for mutant, noticed in zip(unnoticed, proved, strict=True) if not noticed]


@cache
def _draft() -> ReadableContent:
    return read_what_can_be_read(ROOT)


def _today() -> date:
    return datetime.now(UTC).date()


def _real(rules: Ruleset, all_: list[Mutant]) -> list[Mutant]:
    """Without those that fire in exactly the cases of the original."""
    prover = Prover(rules, [(m.obligation.when, m.obligation.unless) for m in all_])

    def differs(cases: AllAnswers, place: int, mutant: Mutant) -> bool:
        node, probe = cases.program.fires[mutant.place], cases.program.explains[len(rules.notes) + place]
        for plane in (cases.planes.certain, cases.planes.possible):
            if cases.can(cases.circuit.either_not_both(plane[node], plane[probe])):
                return True
        return False

    return [
        mutant
        for place, mutant in enumerate(all_)
        if mutant.kind == "change a basis" or any(differs(c, place, mutant) for c in (prover.complete, prover.open))
    ]


def _with(ruleset: Ruleset, mutant: Mutant) -> Ruleset:
    obligations = tuple(mutant.obligation if o.id == mutant.obligation.id else o for o in ruleset.obligations)
    return replace(ruleset, obligations=obligations)


def _by_check(mutant: Mutant) -> bool:
    draft = _draft()
    rules = _with(draft.ruleset, mutant).on(_today())
    return any(problem.severity == "error" for problem in prove(rules, draft.groups, _today()).problems)


if __name__ == "__main__":
    everything, living = survivors()
    print(table(figures(everything, living)))
    if "--survivors" in sys.argv:
        print(*(f"{mutant.kind}: {mutant.said}" for mutant in living), sep="\n")
