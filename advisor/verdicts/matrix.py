"""The picture of markets and standards: what each jurisdiction says about each standard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from advisor.rules.basis import Basis
from advisor.rules.evaluator import Planes
from advisor.rules.model import Certificate, Jurisdiction, Note, Obligation, Standard
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.finding import Finding, certificates, only_reported


@dataclass(frozen=True)
class Cell:
    """What one jurisdiction says about one standard.

    `basis` is None where nothing was found; `at_most` is the strongest that open answers leave possible.
    `reported`, `reported_at_most`: whether everything behind them is only reported, not confirmed.
    """

    basis: Basis | None
    at_most: Basis | None
    findings: tuple[Finding, ...]
    evidence: tuple[Note, ...]
    certificates: tuple[Certificate, ...]
    reported: bool
    reported_at_most: bool


class Row(NamedTuple):
    """`cells`: standard id → cell."""

    jurisdiction: Jurisdiction
    cells: dict[str, Cell]


def matrix(
    planes: Planes, found: Sequence[Finding], open_: Sequence[Obligation], notes: Sequence[Note]
) -> tuple[Row, ...]:
    """A row for each market chosen, and for each other jurisdiction that asks something of the visitor.

    `found`: findings, strongest first; `open_`: the undecided obligations; `notes`: those that fire.
    """
    program = planes.program
    ruleset = program.ruleset
    asking = {f.obligation.jurisdiction for f in found if f.obligation.basis.asks or f.certificate}
    shown = {ruleset.row_of.get(place) for place in asking}
    shown.update(compress(ruleset.jurisdictions, program.read.rows(planes.certain)))
    rows = []
    for name, ids in ruleset.row_parts.items():
        if name not in shown:
            continue
        here = [f for f in found if f.obligation.jurisdiction in ids]
        maybe = [o for o in open_ if o.jurisdiction in ids]
        proof = [n for n in notes if n.kind == "evidence" and n.jurisdiction in ids]
        rows.append(Row(ruleset.jurisdictions[name], {s.id: cell(s.id, here, maybe, proof) for s in ruleset.standards}))
    return tuple(rows)


def cell(standard: str, here: Iterable[Finding], maybe: Iterable[Obligation], proof: Iterable[Note] = ()) -> Cell:
    """What findings, strongest first, and undecided obligations say about a standard."""
    own = [f for f in here if f.obligation.standard == standard]
    basis = own[0].obligation.basis if own else None
    possible = [f.obligation for f in own] + [o for o in maybe if o.standard == standard]
    at_most = max((o.basis for o in possible), key=lambda b: b.rank, default=None)
    return Cell(
        basis=basis,
        at_most=at_most,
        findings=tuple(own),
        evidence=tuple(note for note in proof if standard in note.standards),
        certificates=tuple(certificate for certificate, _ in certificates(own).values()),
        reported=only_reported(f.obligation for f in own if f.obligation.basis is basis),
        reported_at_most=only_reported(o for o in possible if o.basis is at_most),
    )


def unresearched(
    ruleset: Ruleset, standard: Standard, found: Iterable[Finding], rows: Iterable[Row]
) -> list[Jurisdiction]:
    """The chosen markets about which nothing was found; none where "not needed" is said of all markets."""
    for obligation in (finding.obligation for finding in found):
        place = ruleset.jurisdictions[obligation.jurisdiction]
        everywhere = not obligation.basis.asks and place.option is None and place.within is None
        if obligation.standard == standard.id and everywhere:
            return []
    markets = [row for row in rows if row.jurisdiction.option is not None and standard.by_market]
    return [row.jurisdiction for row in markets if row.cells[standard.id].at_most is None]
