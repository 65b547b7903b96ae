"""The answers that all of this follows from, and what was not asked."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import Block, DocumentSection, Table, paragraph, row, strong
from advisor.summary.summary_data import Summary


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.answers:
        yield DocumentSection("answers", words["result.answers"], tuple(_blocks(summary, words)))


def _blocks(summary: Summary, words: Words) -> Iterator[Block]:
    rows = tuple(row(given.question, "; ".join(given.answers)) for given in summary.answers)
    yield Table((words["document.question"], words["document.answer"]), rows, shares=(11, 10))
    if summary.unasked:
        yield paragraph(strong(f"{words['document.unasked-title']}. "), summary.unasked)
