"""How to get it: of each certificate that is really needed, who gives it, where to look, the steps, time and cost."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import (
    DocumentSection,
    LabelledBlocks,
    Paragraph,
    Points,
    Run,
    paragraph,
    quiet,
    runs,
    strong,
)
from advisor.summary.provision import cited
from advisor.summary.summary_data import PracticeLineText, PracticeText, Summary
from advisor.summary.verdict_data import Reference


def how_to_get_it(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if told := tuple(LabelledBlocks(practice.name, tuple(_blocks(practice, words))) for practice in summary.practice):
        yield DocumentSection("practice", words["practice.title"], told)


def _blocks(practice: PracticeText, words: Words) -> Iterator[Paragraph | Points]:
    """The numbers in brackets are those of the sources."""
    for line in practice.lines:
        label, behind = strong(f"{line.label}: "), _behind(line)
        if len(line.texts) == 1:
            yield paragraph(label, Run(line.texts[0], link=line.link), *behind)
        else:
            yield paragraph(strong(f"{line.label}:"), *behind)
            yield Points(tuple(map(runs, line.texts)), numbered=True)
    sources = enumerate(practice.references, 1)
    yield paragraph(*(run for place, reference in sources for run in _source(place, reference, words)))


def _source(place: int, reference: Reference, words: Words) -> Iterator[Run]:
    yield quiet(f"{' ' if place > 1 else ''}[{place}] ")
    yield from cited(reference, words)


def _behind(line: PracticeLineText) -> tuple[Run, ...]:
    return (quiet(f" [{line.origin}]"), quiet(f" {line.reported}" if line.reported else ""))
