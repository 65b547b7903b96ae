"""What it takes: days, months and money, each with the document that it comes from."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, Points, TableCell, paragraph, quiet, runs, strong
from advisor.summary.summary_data import EffortText, FigureText, Summary


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.effort:
        yield DocumentSection("effort", words["effort.title"], tuple(_blocks(summary.effort, words)))


def _blocks(effort: EffortText, words: Words) -> Iterator[blocks.Block]:
    yield paragraph(f"{words('document.takes-for', people=effort.people)} {words['effort.intro']}")
    for standard in effort.standards:
        if standard.held:
            yield paragraph(strong(f"{standard.name}. "), standard.held)
    yield _table(effort, words)
    yield Points(tuple(map(runs, effort.remarks)))
    yield blocks.Subheading(words["document.figures-from"])
    yield Points(tuple(runs(quiet(origin.text, origin.link)) for origin in effort.origins), numbered=True)


def _table(effort: EffortText, words: Words) -> blocks.Table:
    """A row for each figure, a column for each standard."""
    found = [{figure.label: figure for figure in standard.figures} for standard in effort.standards]
    labels = dict.fromkeys(label for figures in found for label in figures)
    head = (words["document.figure"], *(standard.name for standard in effort.standards))
    rows = ((*blocks.row(label), *(_value(figures.get(label), words) for figures in found)) for label in labels)
    return blocks.Table(head, tuple(rows), shares=(6, *(5 for _ in found)))


def _value(figure: FigureText | None, words: Words) -> TableCell:
    """The numbers in brackets are those of the origins."""
    if figure is None:
        return TableCell(runs("–"))
    estimate = f" {words['effort.estimate']}" if figure.estimate else ""
    places = f" [{', '.join(map(str, figure.origins))}]" if figure.origins else ""
    return TableCell(runs(strong(figure.value), quiet(estimate), quiet(places)))
