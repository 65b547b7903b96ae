"""Every source that the document rests on, when it was checked and how it was read."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Points, Run, Runs, quiet, runs
from advisor.summary.summary_data import SourceText, Summary
from advisor.summary.wording import day


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.sources:
        points = Points(tuple(_source(source, words) for source in summary.sources))
        yield DocumentSection("sources", words["document.sources"], (points,))


def _source(source: SourceText, words: Words) -> Runs:
    version = f", {source.version}" if source.version else ""
    checked = words("result.checked", date=day(source.checked, words))
    return runs(Run(source.title, link=source.link), version, quiet(f", {checked}, {source.read}"))
