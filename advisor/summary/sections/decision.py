"""Page one: what to do, by when, at what cost and why, the verdicts in a line or two each, and whom to call."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks, markdown_blocks
from advisor.summary.blocks import DocumentSection, paragraph, runs, strong
from advisor.summary.provision import provision
from advisor.summary.summary_data import Summary, Task
from advisor.summary.verdict_data import CertificateNeeded, VerdictText


def decision(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """The PDF lays this out by hand, so that it stays one page."""
    title = words["glance.do" if summary.glance else "result.suggested"]
    yield DocumentSection("decision", title, tuple(_blocks(summary, words)))


def _blocks(summary: Summary, words: Words) -> Iterator[blocks.Block]:
    if summary.glance:
        yield from (_task(task, words) for task in summary.glance.tasks)
        if summary.glance.more:
            yield paragraph(strong(summary.glance.more))
    else:
        yield blocks.Points(tuple(map(runs, summary.suggestions)))
    if not summary.settled:
        yield paragraph(words["result.unfinished"])
    for paper in summary.certificates[:2]:
        if paper.headline:
            yield blocks.LabelledBlocks(paper.name, (paragraph(paper.meaning),), paper.basis, paper.headline)
    yield from (_verdict(verdict, words) for verdict in strongest_first(summary))


def strongest_first(summary: Summary) -> list[VerdictText]:
    return sorted(summary.verdicts, key=lambda verdict: -verdict.rank)


def _task(task: Task, words: Words) -> blocks.LabelledBlocks:
    said = (
        paragraph(strong(task.do)),
        paragraph(strong(words["glance.when"]), f": {task.when}"),
        paragraph(strong(words["glance.cost"]), f": {task.cost}"),
        paragraph(strong(words["glance.why"]), f": {task.why}"),
    )
    source = (provision(task.reference, words),) if task.reference else ()
    return blocks.LabelledBlocks(task.asks, said + source, task.basis)


def _verdict(verdict: VerdictText, words: Words) -> blocks.LabelledBlocks:
    """The rest of the verdict's text stands with its reasons."""
    reported = words["result.reported"] if verdict.reported else ""
    marks = (paragraph(strong(mark)) for mark in (verdict.title, verdict.range, reported) if mark)
    opening = (block for block in markdown_blocks.blocks(verdict.text)[:1] if isinstance(block, blocks.Paragraph))
    return blocks.LabelledBlocks(verdict.name, (*marks, *opening), verdict.basis, verdict.headline)


def contact(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    web = blocks.Run(summary.contact_link, link=summary.contact_link)
    mail = blocks.Run(summary.contact_email, link=f"mailto:{summary.contact_email}")
    said = paragraph(strong(f"{summary.contact_ask} "), web, " · ", mail)
    yield DocumentSection("contact", words["result.contact"], (said,))


def certificates(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """Those that are really needed, where they are others than those of the standards."""
    if summary.certificates:
        why = paragraph(words["result.other-certificates-why"])
        entries = (_certificate(certificate, words) for certificate in summary.certificates)
        yield DocumentSection("certificates", words["result.other-certificates"], (why, *entries))


def _certificate(paper: CertificateNeeded, words: Words) -> blocks.LabelledBlocks:
    issuer = paragraph(words("result.issuer", issuer=paper.issuer))
    return blocks.LabelledBlocks(paper.name, (issuer, paragraph(paper.because), provision(paper.reference, words)))
