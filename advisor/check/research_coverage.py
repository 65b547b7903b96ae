"""Which piece of content carries each researched fact, or why none does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.reading.record import Record
from advisor.rules.model import Text
from advisor.rules.ruleset import Ruleset

REMARKS = "content/coverage.yaml"
_HEAD = """\
# What became of each researched fact

Written by `python -m advisor coverage --out docs/coverage.md`; do not edit by hand.

{facts} facts: {used} carried by content, {left_out} left out with a reason.

| fact | carried by | remark |
|---|---|---|
"""


class Remark(Record):
    """Why a fact stands milder than the research had it, as a note, in part, or not at all."""

    fact: Text
    why: Text


@dataclass(frozen=True)
class Carried:
    """`carriers`: (id, file) of all content that names the fact; `why`: a remark, or nothing."""

    fact: str
    carriers: tuple[tuple[str, str], ...]
    why: str

    @property
    def is_nowhere(self) -> bool:
        return not self.carriers and not self.why


def coverage(ruleset: Ruleset, remarks: Iterable[Remark], facts: Iterable[str] = ()) -> tuple[Carried, ...]:
    """Every fact that content names, and those of `facts` besides, by id."""
    carriers: Mapping[str, list[tuple[str, str]]] = defaultdict(list)
    for carrier in (*ruleset.statements, *ruleset.needs, *ruleset.practices):
        for fact in carrier.facts:
            carriers[fact].append((carrier.id, carrier.file))
    why = {remark.fact: remark.why for remark in remarks}
    ids = sorted({*carriers, *why, *facts})
    return tuple(Carried(fact, tuple(sorted(carriers[fact])), why.get(fact, "")) for fact in ids)


def as_markdown(carried: Iterable[Carried]) -> str:
    """The page docs/coverage.md. Same content, same text."""
    rows = list(carried)
    used = sum(bool(row.carriers) for row in rows)
    return _HEAD.format(facts=len(rows), used=used, left_out=len(rows) - used) + "".join(map(_row, rows))


def _row(row: Carried) -> str:
    carriers = ", ".join(f"[{name}](../{file})" for name, file in row.carriers)
    return f"| {row.fact} | {carriers or '**left out**'} | {row.why.replace('|', '/')} |\n"
