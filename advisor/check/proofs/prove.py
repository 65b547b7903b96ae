"""Runs every proof over one ruleset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from advisor.groups import Group
from advisor.model import Ruleset
from advisor.proof.cone import part
from advisor.proof.conflict import conflicts
from advisor.proof.duties import by_cell, duties, notes
from advisor.proof.effect import effect
from advisor.proof.flow import flow
from advisor.proof.overrides import overrides
from advisor.proof.paper import paper
from advisor.proof.parts import idle_parts, withouts
from advisor.proof.problem import Problem
from advisor.proof.promise import probes as group_probes
from advisor.proof.promise import promises, verdicts
from advisor.proof.prover import Prover
from advisor.proof.screen import too_long
from advisor.proof.skipped import probes as skipped_probes
from advisor.proof.skipped import skipped
from advisor.proof.twins import twins

Progress = Callable[[str], None]


def silent(_: str) -> None:
    """Says nothing."""


@dataclass(frozen=True)
class Proof:
    """`questions_asked`: how many questions the solver has answered; each speaks about every set of answers."""

    problems: tuple[Problem, ...]
    prover: Prover

    @property
    def questions_asked(self) -> int:
        return self.prover.asked


def prove(ruleset: Ruleset, groups: Sequence[Group], today: date, progress: Progress = silent) -> Proof:
    """All problems of the rules in force on a day, in no particular order."""
    promised = group_probes(ruleset, groups)
    prover = Prover(ruleset, [*promised, *skipped_probes(ruleset)])
    found: list[Problem] = []
    for name, proof in _proofs(prover, groups, today, len(promised)):
        progress(name)
        found += proof
    return Proof(tuple(found), prover)


def _proofs(
    prover: Prover, groups: Sequence[Group], today: date, promised: int
) -> Iterator[tuple[str, Iterable[Problem]]]:
    yield "the conversation", flow(prover)
    yield "what every answer changes", effect(prover)
    yield "what every obligation says", _cells(prover)
    yield "what every note says", notes(prover)
    yield "verdicts and groups", [*verdicts(prover), *promises(prover, groups), *skipped(prover, promised)]
    yield "sources, dates and lengths", [*paper(prover, today), *too_long(prover)]


def _cells(prover: Prover) -> Iterator[Problem]:
    """Jurisdiction by jurisdiction and standard by standard, each with a formula of its own."""
    rules = prover.ruleset
    for cell, places in by_cell(rules).items():
        formula = part(rules, (rules.obligations[place].id for place in places))
        inside = by_cell(formula)[cell]
        entries = withouts(formula, inside)
        own = Prover(formula, [entry.probe for entry in entries])
        yield from duties(own, inside)
        yield from idle_parts(own, entries)
        yield from overrides(own, inside, rules.jurisdictions)
        yield from twins(own, inside)
        yield from conflicts(own, inside)
        prover.helped_by(own.complete)
