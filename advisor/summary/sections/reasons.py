"""Why: the reasons for each verdict with their provisions, what each market asks, what is worth knowing besides, and
every source that the document rests on, with what it is and is not."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks, markdown_blocks
from advisor.summary.blocks import DocumentSection, paragraph, quiet, runs, strong
from advisor.summary.provision import provision
from advisor.summary.sections.decision import strongest_first
from advisor.summary.summary_data import SourceText, Summary
from advisor.summary.verdict_data import CellText, Reason, VerdictText
from advisor.summary.wording import day


def reasons(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """A section for each standard, the strongest verdict first."""
    for verdict in strongest_first(summary):
        title = words("document.reasons-for", standard=verdict.name)
        yield DocumentSection(f"reasons-{verdict.standard}", title, tuple(_blocks(verdict, words)))


def _blocks(verdict: VerdictText, words: Words) -> Iterator[blocks.Block]:
    """The opening of the text stands with the decision."""
    yield from markdown_blocks.blocks(verdict.text)[1:]
    if not verdict.reasons:
        yield paragraph(words["document.no-reason"])
    yield from (_entry(reason, words) for reason in verdict.reasons)
    if verdict.also:
        yield blocks.Subheading(words["result.also"])
    yield from (_entry(reason, words) for reason in verdict.also)


def _entry(reason: Reason, words: Words) -> blocks.LabelledBlocks:
    return blocks.LabelledBlocks(reason.jurisdiction, tuple(_sentences(reason, words)), reason.basis, reason.headline)


def _sentences(reason: Reason, words: Words) -> Iterator[blocks.Paragraph]:
    yield paragraph(reason.because)
    if reason.answers:
        yield paragraph(quiet(words("result.because-of", answers="; ".join(reason.answers))))
    yield provision(reason.reference, words)
    if reason.misconception:
        yield paragraph(strong(words["result.belief"]), f": {reason.misconception}")


def markets(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """What each market asks of each standard."""
    if summary.matrix:
        names = tuple(verdict.name for verdict in summary.verdicts)
        rows = tuple((blocks.TableCell(runs(strong(row.name))), *map(_cell, row.cells)) for row in summary.matrix)
        table = blocks.Table((words["result.market"], *names), rows, shares=(2, *(3 for _ in names)))
        yield DocumentSection("matrix", words["result.matrix"], (paragraph(words["result.matrix-caption"]), table))


def _cell(cell: CellText) -> blocks.TableCell:
    return blocks.TableCell(runs(strong(cell.headline) if cell.basis else cell.headline), cell.basis, cell.lines)


def notes(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """What is worth knowing and decides nothing."""
    if summary.notes:
        told = ((note.label, (paragraph(note.say), provision(note.reference, words))) for note in summary.notes)
        yield DocumentSection("notes", words["result.notes"], tuple(blocks.LabelledBlocks(*note) for note in told))


def sources(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """With when each was checked and how it was read."""
    if summary.sources:
        points = blocks.Points(tuple(_origin(source, words) for source in summary.sources))
        yield DocumentSection("sources", words["document.sources"], (points,))


def _origin(source: SourceText, words: Words) -> blocks.Runs:
    version = f", {source.version}" if source.version else ""
    checked = words("result.checked", date=day(source.checked, words))
    return runs(blocks.Run(source.title, link=source.link), version, quiet(f", {checked}, {source.read}"))


def limits(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """And what it was made from."""
    made = words("document.made-from", hash=summary.content_hash, date=day(summary.day, words))
    brand = words("document.made-by", product=summary.product, brand=summary.brand)
    proof = paragraph(quiet(f"{made} {summary.proof}".rstrip()))
    maker = paragraph(quiet(f"{brand} · "), quiet(summary.brand_link, summary.brand_link))
    yield DocumentSection("limits", words["document.limits"], (paragraph(summary.limits), proof, maker))
