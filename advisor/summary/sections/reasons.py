"""Why: the reasons for each verdict with their provisions, what each market asks, and what is worth knowing besides."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks, markdown_blocks
from advisor.summary.blocks import DocumentSection, paragraph, quiet, runs, strong
from advisor.summary.provision import provision
from advisor.summary.sections.decision import strongest_first
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import CellText, Reason, VerdictText


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
