"""Counts what there is, what no example covers, and what is due for review."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from advisor.cross_references.dependencies import AnyStatement, CrossReferences

SOON = timedelta(days=90)


class Tally(NamedTuple):
    """The obligations of one jurisdiction. `confidence`: high, medium or low → how many."""

    name: str
    total: int
    confidence: dict[str, int]
    without_example: int


class Inventory(NamedTuple):
    """`jurisdictions`: those with most obligations first. `facts`: research facts that some statement carries.

    `factless`: statements that name none.
    """

    jurisdictions: tuple[Tally, ...]
    without_example: tuple[AnyStatement, ...]
    facts: int
    factless: int


def inventory(atlas: CrossReferences) -> Inventory:
    """Only what is in force counts as lacking an example."""
    statements = atlas.statements.values()
    return Inventory(
        jurisdictions=tuple(sorted(_tallies(atlas), key=lambda row: (-row.total, row.name))),
        without_example=tuple(s for s in statements if atlas.in_force(s) and not atlas.fired_by[s.id]),
        facts=len({fact for statement in statements for fact in statement.facts}),
        factless=sum(not statement.facts for statement in statements),
    )


def _tallies(atlas: CrossReferences) -> Iterator[Tally]:
    for jurisdiction in atlas.ruleset.jurisdictions.values():
        own = [o for o in atlas.ruleset.obligations if o.jurisdiction == jurisdiction.id]
        lacking = sum(atlas.in_force(o) and not atlas.fired_by[o.id] for o in own)
        yield Tally(jurisdiction.name, len(own), dict(Counter(o.confidence for o in own)), lacking)


class Due(NamedTuple):
    """`days`: until the review, negative if it is overdue."""

    statement: AnyStatement
    days: int

    @property
    def overdue(self) -> bool:
        return self.days < 0

    @property
    def soon(self) -> bool:
        return 0 <= self.days <= SOON.days


def reviews(atlas: CrossReferences) -> tuple[Due, ...]:
    """All statements, the earliest review first."""
    ordered = sorted(atlas.statements.values(), key=lambda s: (s.review_by, s.id))
    return tuple(Due(statement, (statement.review_by - atlas.today).days) for statement in ordered)
