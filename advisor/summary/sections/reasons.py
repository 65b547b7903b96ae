"""Why each standard has its verdict, with the provisions; the strongest verdict first."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import (
    Block,
    DocumentSection,
    LabelledBlocks,
    Paragraph,
    Subheading,
    paragraph,
    quiet,
    strong,
)
from advisor.summary.markdown_blocks import blocks
from advisor.summary.provision import provision
from advisor.summary.sections.decision import strongest_first
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import Reason, VerdictText


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    for verdict in strongest_first(summary):
        title = words("document.reasons-for", standard=verdict.name)
        yield DocumentSection(f"reasons-{verdict.standard}", title, tuple(_blocks(verdict, words)))


def _blocks(verdict: VerdictText, words: Words) -> Iterator[Block]:
    """The opening of the text stands with the decision."""
    yield from blocks(verdict.text)[1:]
    if not verdict.reasons:
        yield paragraph(words["document.no-reason"])
    yield from (_entry(reason, words) for reason in verdict.reasons)
    if verdict.also:
        yield Subheading(words["result.also"])
    yield from (_entry(reason, words) for reason in verdict.also)


def _entry(reason: Reason, words: Words) -> LabelledBlocks:
    return LabelledBlocks(reason.jurisdiction, tuple(_sentences(reason, words)), reason.basis, reason.headline)


def _sentences(reason: Reason, words: Words) -> Iterator[Paragraph]:
    yield paragraph(reason.because)
    if reason.answers:
        yield paragraph(quiet(words("result.because-of", answers="; ".join(reason.answers))))
    yield provision(reason.reference, words)
    if reason.misconception:
        yield paragraph(strong(words["result.belief"]), f": {reason.misconception}")
