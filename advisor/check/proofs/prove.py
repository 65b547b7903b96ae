"""Runs every proof over one ruleset."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from advisor.check.needs.answers_given import answers_given
from advisor.check.needs.claims_answered import claims_answered
from advisor.check.needs.needs_fire import needs_fire
from advisor.check.needs.places import places
from advisor.check.needs.promises import promises
from advisor.check.problem import Problem
from advisor.check.proofs.answers_matter import answers_matter
from advisor.check.proofs.reachable import groups_answered, probes as group_probes, reachable, verdicts
from advisor.check.proofs.rule_pairs import duplicates, opposing_rules, overrides
from advisor.check.proofs.rules_fire import idle_parts, notes, rules_fire, withouts
from advisor.check.proofs.skipped import probes as skipped_probes, skipped
from advisor.check.side_by_side import Job, side_by_side
from advisor.check.solver.prover import Prover
from advisor.check.solver.subset import part_of
from advisor.check.solver.witnesses import Visitors
from advisor.check.texts.citations import citations
from advisor.check.texts.text_lengths import too_long
from advisor.content.people import Promise
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset

Progress = Callable[[str], None]


def silent(_: str) -> None:
    """Says nothing."""


Apart = tuple[list[Problem], int]
"""What a proof found, and how many questions were answered for it."""


class Proof(NamedTuple):
    """`beside`: what was done meanwhile."""

    problems: tuple[Problem, ...]
    prover: Prover
    beside: tuple[Any, ...] = ()


def prove(
    ruleset: Ruleset,
    groups: Sequence[Promise],
    today: date,
    progress: Progress = silent,
    companies: Sequence[Answers] = (),
    beside: Sequence[Job] = (),
    processes: int = 1,
) -> Proof:
    """All problems of the rules in force on a day, in no particular order.

    `companies`: answers that may show at once what can be; they decide nothing. `beside`: what else is to be done
    meanwhile.
    """
    visitors = Visitors(ruleset, companies)
    prover = Prover(ruleset, [*group_probes(ruleset, groups), *skipped_probes(ruleset)], visitors)
    apart: list[Job] = [
        partial(_apart, Prover(ruleset, (), visitors), name, proof, progress) for name, proof in _APART.items()
    ]
    jobs: list[Job] = [partial(_together, prover, groups, today, progress), *apart, *beside]
    found, *rest = side_by_side(jobs, processes)
    for problems, asked in rest[: len(apart)]:
        found += problems
        prover.helped_by(asked)
    return Proof(tuple(found), prover, tuple(rest[len(apart) :]))


def _apart(prover: Prover, name: str, proof: Callable[[Prover], Iterable[Problem]], progress: Progress) -> Apart:
    """A proof with formulas of its own."""
    progress(name)
    return list(proof(prover)), prover.asked


def _together(prover: Prover, groups: Sequence[Promise], today: date, progress: Progress) -> list[Problem]:
    """All proofs that share one formula."""
    found: list[Problem] = []
    for name, proof in _proofs(prover, groups, today):
        progress(name)
        found += proof
    return found


def _proofs(prover: Prover, groups: Sequence[Promise], today: date) -> Iterator[tuple[str, Iterable[Problem]]]:
    yield "what every note says", notes(prover)
    yield "verdicts and groups", [*verdicts(prover), *groups_answered(prover, groups), *skipped(prover)]
    yield "what companies need", [*needs_fire(prover, today), *promises(prover)]
    yield "answers and places", [*answers_given(prover), *claims_answered(prover), *places(prover)]
    yield "sources, dates and lengths", [*citations(prover, today), *too_long(prover)]


def _cells(prover: Prover) -> Iterator[Problem]:
    """Jurisdiction by jurisdiction and standard by standard, each with a formula of its own."""
    rules = prover.ruleset
    for cell, own_places in rules.by_cell.items():
        formula = part_of(rules, obligations=[rules.obligations[place].id for place in own_places])
        inside = formula.by_cell[cell]
        entries = withouts(formula, inside)
        own = Prover(formula, [entry.probe for entry in entries], prover.visitors)
        yield from rules_fire(own, inside)
        yield from idle_parts(own, entries)
        yield from overrides(own, inside, rules.jurisdictions)
        yield from duplicates(own, inside)
        yield from opposing_rules(own, inside)
        prover.helped_by(own.asked)


_APART: dict[str, Callable[[Prover], Iterable[Problem]]] = {
    "what every answer changes": answers_matter,
    "what every obligation says": _cells,
    "the conversation": reachable,
}
"""By name, what takes longest first."""
