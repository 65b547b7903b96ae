"""The visitor's answers, what the open ones leave undecided, and what other answers would change."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, paragraph, quiet, row, runs, strong
from advisor.summary.summary_data import Changes, Summary
from advisor.summary.verdict_data import OpenText


def open_answers(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """With who would know."""
    if summary.open:
        points = blocks.Points(tuple(_open(open_, words) for open_ in summary.open))
        yield DocumentSection("open", words["result.open"], (points,))


def _open(open_: OpenText, words: Words) -> blocks.Runs:
    ask = f" {words('result.open-ask', whom=open_.ask_whom)}" if open_.ask_whom else ""
    names = f" ({', '.join(open_.standards)})" if open_.standards else ""
    return runs(open_.question, strong(ask), quiet(names))


def verdict_changes(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """For each standard, by who could bring them about."""
    if summary.levers:
        told = tuple(block for changes in summary.levers for block in _changes(changes))
        yield DocumentSection("changes", words["document.changes"], told)


def _changes(changes: Changes) -> Iterator[blocks.Block]:
    yield blocks.Subheading(changes.name)
    if changes.none:
        yield paragraph(changes.none)
    for group in changes.groups:
        levers = tuple(runs(lever.sentence, quiet(f" {lever.depends}".rstrip())) for lever in group.levers)
        yield blocks.LabelledBlocks(group.title, (blocks.Points(levers),))
    if changes.more:
        yield paragraph(quiet(changes.more))


def your_answers(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """All of this follows from them; and what was not asked."""
    if summary.answers:
        rows = tuple(row(given.question, "; ".join(given.answers)) for given in summary.answers)
        table = blocks.Table((words["document.question"], words["document.answer"]), rows, shares=(11, 10))
        unasked = paragraph(strong(f"{words['document.unasked-title']}. "), summary.unasked)
        yield DocumentSection("answers", words["result.answers"], (table, unasked) if summary.unasked else (table,))
