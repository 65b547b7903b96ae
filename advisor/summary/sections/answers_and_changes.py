"""The visitor's answers, and the few changes that could really happen to this company."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, row, runs
from advisor.summary.summary_data import Summary

MOST_CHANGES = 3


def changes(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if told := summary.changes[:MOST_CHANGES]:
        points = blocks.Points(tuple(runs(change.sentence) for change in told))
        yield DocumentSection("changes", words["document.changes"], (points,))


def your_answers(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """All of this follows from them."""
    if summary.answers:
        rows = tuple(row(given.question, "; ".join(given.answers)) for given in summary.answers)
        table = blocks.Table((words["document.question"], words["document.answer"]), rows, shares=(11, 10))
        yield DocumentSection("answers", words["result.answers"], (table,))
