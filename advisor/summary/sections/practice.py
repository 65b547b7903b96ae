"""How to get it: of each certificate that is really needed, who gives it, where to look, the steps, time and cost."""

from collections.abc import Iterator
from itertools import accumulate

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Paragraph, Run, Subheading, paragraph, quiet, runs, strong
from advisor.summary.provision import cited
from advisor.summary.summary_data import PracticeLineText, PracticeText, Summary
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import listed

ROOM = 240
"""Words; so many keep the longest document at four pages. The page in the browser tells all."""


def how_to_get_it(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.practice:
        told = _with_room(summary.practice)
        blocks = [block for practice in told for block in _blocks(practice, words)]
        if others := summary.practice[len(told) :]:
            names = listed((practice.name for practice in others), words)
            blocks.append(Paragraph(runs(words("practice.elsewhere", names=names))))
        yield DocumentSection("practice", words["practice.title"], tuple(blocks))


def _with_room(practices: tuple[PracticeText, ...]) -> tuple[PracticeText, ...]:
    """From the first on, and the first in any case."""
    lengths = accumulate(sum(len(text.split()) for line in it.lines for text in line.texts) for it in practices)
    return practices[: max(1, sum(length <= ROOM for length in lengths))]


def _blocks(practice: PracticeText, words: Words) -> Iterator[Subheading | Paragraph]:
    """The numbers in brackets are those of the sources. Steps stand in one paragraph, to be short."""
    yield Subheading(practice.name)
    for line in practice.lines:
        yield paragraph(strong(f"{line.label}: "), *_texts(line), *_behind(line))
    sources = enumerate(practice.references, 1)
    yield paragraph(*(run for place, reference in sources for run in _source(place, reference, words)))


def _texts(line: PracticeLineText) -> Iterator[Run]:
    if len(line.texts) == 1:
        yield Run(line.texts[0], link=line.link)
        return
    for place, text in enumerate(line.texts, 1):
        yield quiet(f"{' ' if place > 1 else ''}{place}. ")
        yield Run(text)


def _source(place: int, reference: Reference, words: Words) -> Iterator[Run]:
    yield quiet(f"{' ' if place > 1 else ''}[{place}] ")
    yield from cited(reference, words)


def _behind(line: PracticeLineText) -> tuple[Run, ...]:
    return (quiet(f" [{line.origin}]"), quiet(f" {line.reported}" if line.reported else ""))
