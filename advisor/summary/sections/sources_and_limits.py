"""Every source that the document rests on, and what the document is and is not."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Points, Run, Runs, paragraph, quiet, runs
from advisor.summary.summary_data import SourceText, Summary
from advisor.summary.wording import day


def sources(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """With when each was checked and how it was read."""
    if summary.sources:
        points = Points(tuple(_source(source, words) for source in summary.sources))
        yield DocumentSection("sources", words["document.sources"], (points,))


def _source(source: SourceText, words: Words) -> Runs:
    version = f", {source.version}" if source.version else ""
    checked = words("result.checked", date=day(source.checked, words))
    return runs(Run(source.title, link=source.link), version, quiet(f", {checked}, {source.read}"))


def limits(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """And what it was made from."""
    made = words("document.made-from", hash=summary.content_hash, date=day(summary.day, words))
    brand = words("document.made-by", product=summary.product, brand=summary.brand)
    proof = paragraph(quiet(f"{made} {summary.proof}".rstrip()))
    maker = paragraph(quiet(f"{brand} · "), quiet(summary.brand_link, summary.brand_link))
    yield DocumentSection("limits", words["document.limits"], (paragraph(summary.limits), proof, maker))
