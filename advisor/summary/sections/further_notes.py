"""What is worth knowing and decides nothing."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, LabelledBlocks, paragraph
from advisor.summary.provision import provision
from advisor.summary.summary_data import Summary


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.notes:
        told = ((note.label, (paragraph(note.say), provision(note.reference, words))) for note in summary.notes)
        yield DocumentSection("notes", words["result.notes"], tuple(LabelledBlocks(*note) for note in told))
