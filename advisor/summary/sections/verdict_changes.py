"""What would change the verdict of each standard, by who could bring it about."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import (
    Block,
    DocumentSection,
    LabelledBlocks,
    Points,
    Runs,
    Subheading,
    paragraph,
    quiet,
    runs,
)
from advisor.summary.summary_data import Changes, LeverText, Summary


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.levers:
        blocks = tuple(block for changes in summary.levers for block in _blocks(changes))
        yield DocumentSection("changes", words["document.changes"], blocks)


def _blocks(changes: Changes) -> Iterator[Block]:
    yield Subheading(changes.name)
    if changes.none:
        yield paragraph(changes.none)
    for group in changes.groups:
        yield LabelledBlocks(group.title, (Points(tuple(map(_lever, group.levers))),))
    if changes.more:
        yield paragraph(quiet(changes.more))


def _lever(lever: LeverText) -> Runs:
    return runs(lever.sentence, quiet(f" {lever.depends}" if lever.depends else ""))
