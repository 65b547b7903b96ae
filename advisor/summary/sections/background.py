"""What is worth knowing besides, every source that the document rests on, and what the document is and is not."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, Runs, paragraph, quiet, runs
from advisor.summary.provision import cited
from advisor.summary.sections.why import shown_reasons, that_matter
from advisor.summary.summary_data import SourceText, Summary
from advisor.summary.verdict_data import NoteText
from advisor.summary.wording import day

MOST_NOTES = 2
_FIRST = ("caution", "coming")
"""Kinds of note that may cost the reader money. The others stand only where there is none of these."""
_MOST_OTHERS = 1
_SETTLED = "settled"
"""Kind of note that stands in place of a question that was not asked: none is left out."""


def notes(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """The few that matter."""
    if told := shown_notes(summary):
        entries = ((note.label, (paragraph(note.say, " ", *cited(note.reference, words)),)) for note in told)
        yield DocumentSection("notes", words["result.notes"], tuple(blocks.LabelledBlocks(*entry) for entry in entries))


def shown_notes(summary: Summary) -> tuple[NoteText, ...]:
    """What was settled, and the few others that matter; none on a standard that has nothing to do with this company."""
    matter = {verdict.standard for verdict in that_matter(summary)}
    notes = tuple(note for note in summary.notes if not note.standards or matter & set(note.standards))
    settled = tuple(note for note in notes if note.kind == _SETTLED)
    others = tuple(note for note in notes if note.kind != _SETTLED)
    urgent = tuple(note for kind in _FIRST for note in others if note.kind == kind)
    return settled + (urgent[:MOST_NOTES] or others[:_MOST_OTHERS])


def sources(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """Those of the sentences above, in one paragraph for each day and way of reading."""
    used = _used(summary)
    listed = sorted((s for s in summary.sources if s.title in used), key=lambda s: (s.read, s.checked or date.min))
    if listed:
        groups = groupby(listed, key=lambda source: (source.read, source.checked))
        told = tuple(paragraph(*_group(on, list(group), words)) for (_, on), group in groups)
        sure = paragraph(quiet(words["document.sources-sure"]))
        yield DocumentSection("sources", words["document.sources"], (*told, sure))


def _used(summary: Summary) -> set[str]:
    needs = (*summary.answer.needs, *summary.answer.later) if summary.answer else ()
    cited = [reference for need in needs for reference in need.references]
    cited += [reason.reference for reason in shown_reasons(summary)]
    cited += [note.reference for note in shown_notes(summary)]
    cited += [reference for practice in summary.practice for reference in practice.references]
    return {reference.title for reference in cited}


def _group(on: date | None, sources: list[SourceText], words: Words) -> Runs:
    """`on`: the day on which all of them were checked."""
    if on is None:
        return runs(*(quiet(source.line) for source in sources))
    read = sources[0].read
    unread = read == words["read.own-knowledge"]
    checked = (
        words["document.sources-unread"]
        if unread
        else words("document.sources-checked", date=day(on, words), read=read)
    )
    told = [quiet(f"{checked} ")]
    for place, source in enumerate(sources):
        version = f", {source.version.rstrip('.')}" if source.version else ""
        told += [quiet("; " if place else ""), quiet(source.title, source.link), quiet(version)]
    return runs(*told, quiet("."))


def limits(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """And what it was made from."""
    made = words("document.version", hash=summary.content_hash[:12])
    brand = words("document.made-by", product=summary.product, brand=summary.brand)
    link, behind = quiet(summary.brand_link, summary.brand_link), (made, summary.proof)
    maker = paragraph(quiet(f"{brand} · "), link, *(quiet(f" · {text}") for text in behind if text))
    yield DocumentSection("limits", words["document.limits"], (paragraph(summary.limits), maker))
