"""Page one: what to do, by when, at what cost and why, and the verdicts in a line or two each."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import Block, DocumentSection, LabelledBlocks, Paragraph, Points, paragraph, runs, strong
from advisor.summary.markdown_blocks import blocks
from advisor.summary.provision import provision
from advisor.summary.summary_data import Summary, Task
from advisor.summary.verdict_data import VerdictText


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """The PDF lays this out by hand, so that it stays one page."""
    title = words["glance.do" if summary.glance else "result.suggested"]
    yield DocumentSection("decision", title, tuple(_blocks(summary, words)))


def _blocks(summary: Summary, words: Words) -> Iterator[Block]:
    if summary.glance:
        yield from (_task(task, words) for task in summary.glance.tasks)
        if summary.glance.more:
            yield paragraph(strong(summary.glance.more))
    else:
        yield Points(tuple(map(runs, summary.suggestions)))
    if not summary.settled:
        yield paragraph(words["result.unfinished"])
    for paper in summary.certificates[:2]:
        if paper.headline:
            yield LabelledBlocks(paper.name, (paragraph(paper.meaning),), paper.basis, paper.headline)
    yield from (_verdict(verdict, words) for verdict in strongest_first(summary))


def strongest_first(summary: Summary) -> list[VerdictText]:
    return sorted(summary.verdicts, key=lambda verdict: -verdict.rank)


def _task(task: Task, words: Words) -> LabelledBlocks:
    said = (
        paragraph(strong(task.do)),
        paragraph(strong(words["glance.when"]), f": {task.when}"),
        paragraph(strong(words["glance.cost"]), f": {task.cost}"),
        paragraph(strong(words["glance.why"]), f": {task.why}"),
    )
    source = (provision(task.reference, words),) if task.reference else ()
    return LabelledBlocks(task.asks, said + source, task.basis)


def _verdict(verdict: VerdictText, words: Words) -> LabelledBlocks:
    """The rest of the verdict's text stands with its reasons."""
    reported = words["result.reported"] if verdict.reported else ""
    marks = (paragraph(strong(mark)) for mark in (verdict.title, verdict.range, reported) if mark)
    opening = (block for block in blocks(verdict.text)[:1] if isinstance(block, Paragraph))
    return LabelledBlocks(verdict.name, (*marks, *opening), verdict.basis, verdict.headline)
