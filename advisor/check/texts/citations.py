"""Finds statements whose paper is not in order: no source, no provision, no date, or due for review."""

import re
from collections.abc import Iterator
from datetime import date

from advisor.check.problem import Given, Problem, Severity, problem
from advisor.check.solver.prover import Prover, explaining, firing, standing
from advisor.rules.model import Obligation, Statement

_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
GRACE_DAYS = 30


def citations(prover: Prover, today: date) -> Iterator[Problem]:
    """Of every obligation and note."""
    for place, statement in enumerate(prover.ruleset.statements):
        for rule, text, severity in _flaws(prover, statement, today):
            yield problem(rule, statement, text, speaking(prover, place), severity)


def _flaws(prover: Prover, statement: Statement, today: date) -> Iterator[tuple[str, str, Severity]]:
    source = prover.ruleset.sources.get(statement.source)
    legal = isinstance(statement, Obligation) and statement.basis.by_law
    if not statement.cite:
        yield "missing-citation", f"'{statement.id}' cites no provision", "error"
    if legal and source is not None and not _YEAR.search(source.version):
        text = f"'{statement.id}' is a duty by law, but its source '{source.id}' has no date: give its 'version' a year"
        yield "undated-source", text, "error"
    overdue = (today - statement.review_by).days
    if overdue > 0:
        text = f"'{statement.id}' was due for review on {statement.review_by}, {overdue} days ago"
        yield "overdue-review", text, "error" if overdue >= GRACE_DAYS else "warning"


def speaking(prover: Prover, place: int) -> Given | None:
    """The shortest answers that make a statement speak; obligations first, then notes."""
    if (note := place - len(prover.ruleset.obligations)) >= 0:
        return prover.show(explaining(note))
    return prover.show(standing(place)) or prover.show(firing(place))
