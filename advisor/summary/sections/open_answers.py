"""What the open answers leave undecided, and who would know."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Points, Runs, quiet, runs, strong
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import OpenText


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.open:
        points = Points(tuple(_point(open_, words) for open_ in summary.open))
        yield DocumentSection("open", words["result.open"], (points,))


def _point(open_: OpenText, words: Words) -> Runs:
    ask = f" {words('result.open-ask', whom=open_.ask_whom)}" if open_.ask_whom else ""
    names = f" ({', '.join(open_.standards)})" if open_.standards else ""
    return runs(open_.question, strong(ask), quiet(names))
