"""What each market asks of each standard."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Table, TableCell, paragraph, runs, strong
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import CellText, MarketRow


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.matrix:
        names = tuple(verdict.name for verdict in summary.verdicts)
        head, shares = (words["result.market"], *names), (2, *(3 for _ in names))
        blocks = (paragraph(words["result.matrix-caption"]), Table(head, tuple(map(_row, summary.matrix)), shares))
        yield DocumentSection("matrix", words["result.matrix"], blocks)


def _row(row: MarketRow) -> tuple[TableCell, ...]:
    return (TableCell(runs(strong(row.name))), *map(_cell, row.cells))


def _cell(cell: CellText) -> TableCell:
    return TableCell(runs(strong(cell.headline) if cell.basis else cell.headline), cell.basis, cell.lines)
