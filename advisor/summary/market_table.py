"""Why, place by place: what each asks about each standard, with the reasons behind it."""

from collections.abc import Iterable
from typing import NamedTuple, get_args

from advisor.assessment.assessment import Assessment
from advisor.rules.basis import Asker, Basis
from advisor.rules.model import Standard
from advisor.summary.answer_data import Wish
from advisor.summary.summarise import reason_of
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import CellText, Plain, Reason
from advisor.summary.wording import listed
from advisor.verdicts.finding import Finding
from advisor.verdicts.matrix import Cell, Row
from advisor.verdicts.verdict import Verdict

NO_WISH = "none"
SAID_KEYS = {"glance.paper-{}": get_args(Asker)}


class CellWhy(Plain):
    """`wish`: who stands behind it, or "none"; `half`: a system, no certificate. `lines`: the kinds of duty apart."""

    standard: str
    wish: Wish | str
    half: bool
    headline: str
    lines: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def blank(self) -> bool:
        """Nothing was found, and nothing is to be said of it."""
        return self.wish == NO_WISH and not (self.lines or self.reasons)


class MarketWhy(Plain):
    name: str
    cells: tuple[CellWhy, ...]

    @property
    def blank(self) -> bool:
        return all(cell.blank for cell in self.cells)


class LeftOut(Plain):
    """A standard that asks nothing of this company anywhere, and why."""

    line: str
    reasons: tuple[Reason, ...]


class MarketTable(NamedTuple):
    """`left_out`: what is said beneath, of the standards that have no column."""

    standards: tuple[str, ...]
    rows: tuple[MarketWhy, ...]
    left_out: tuple[LeftOut, ...]


def market_table(assessment: Assessment, summary: Summary) -> MarketTable:
    """The table; a standard of which no place asks anything has no column, but a line."""
    recommendation, words = assessment.recommendation, assessment.content.words
    kept = [v.standard for v in recommendation.verdicts.values() if _has_column(v, recommendation.matrix)]
    columns = {standard.id for standard in kept}
    rows = []
    for row, told in zip(recommendation.matrix, summary.matrix, strict=True):
        texts = {cell.standard: cell for cell in told.cells}
        rows.append(MarketWhy(name=told.name, cells=_cells(assessment, kept, row, texts)))
    lines = tuple(
        LeftOut(line=words("answer.left-out", standard=v.name, headline=v.headline), reasons=v.reasons[:1])
        for v in summary.verdicts
        if v.near and v.standard not in columns
    )
    return MarketTable(tuple(standard.name for standard in kept), tuple(rows) if kept else (), lines)


def _has_column(verdict: Verdict, rows: Iterable[Row]) -> bool:
    """Whether any place asks for this standard, may ask for it, or was not researched for it."""
    here = [row.cells[verdict.standard.id] for row in rows]
    return bool(verdict.unresearched) or any(
        _asks(cell.basis) or _asks(cell.at_most) or cell.certificates for cell in here
    )


def _asks(basis: Basis | None) -> bool:
    return basis is not None and basis.asks


def _cells(
    assessment: Assessment, kept: Iterable[Standard], row: Row, texts: dict[str, CellText]
) -> tuple[CellWhy, ...]:
    return tuple(_cell(assessment, standard, row.cells[standard.id], texts[standard.id]) for standard in kept)


def _cell(assessment: Assessment, standard: Standard, cell: Cell, text: CellText) -> CellWhy:
    words, deciding = assessment.content.words, _deciding(cell)
    asker = next((finding.obligation.asker for finding in deciding if finding.certificate), None)
    basis = assessment.content.ruleset.asked_by(asker) if asker else cell.basis
    headline = text.headline
    if asker:
        names = listed((certificate.name for certificate in cell.certificates), words)
        headline = words("answer.cell-certificate", headline=words[f"glance.paper-{asker}"], certificates=names)
    return CellWhy(
        standard=standard.name,
        wish=wish_of(basis) if basis else "open" if cell.at_most else NO_WISH,
        half=bool(basis and basis.owes == "system" and not asker),
        headline=headline,
        lines=text.lines,
        reasons=tuple(reason_of(assessment, finding) for finding in deciding),
    )


def _deciding(cell: Cell) -> list[Finding]:
    """What asks for something; where nothing does, what says that nothing is asked."""
    asking = [f for f in cell.findings if f.obligation.basis.asks or f.certificate]
    return asking or list(cell.findings)


def wish_of(basis: Basis) -> Wish | str:
    """Who stands behind a level of a verdict, as a picture shows it."""
    if not basis.asks:
        return NO_WISH
    return {"law": "law", "buyer": "contract"}.get(basis.asker, "choice")
