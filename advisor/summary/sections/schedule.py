"""The road map: by when each step is done."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, paragraph, quiet, runs, strong
from advisor.summary.summary_data import RoadMapText, Summary
from advisor.summary.wording import day


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.road_map:
        yield DocumentSection("road-map", words["roadmap.title"], tuple(_blocks(summary.road_map, words)))


def _blocks(plan: RoadMapText, words: Words) -> Iterator[blocks.Block]:
    yield paragraph(strong(plan.sentence), quiet(f" {words['effort.estimate']}" if plan.origin.estimate else ""))
    yield paragraph(quiet(plan.origin.text))
    yield _bars(plan, words)
    head = (words["document.step"], words["document.begins"], words["document.ends"])
    rows = tuple(blocks.row(step.title, day(step.start, words), day(step.end, words)) for step in plan.steps)
    yield blocks.Table(head, rows, shares=(5, 2, 2))
    if plan.remedies:
        yield blocks.Subheading(words["roadmap.remedies"])
        yield blocks.Points(tuple(map(runs, plan.remedies)))


def _bars(plan: RoadMapText, words: Words) -> blocks.Bars:
    """Of all steps until the certificate; the last step follows it. The table says the same."""
    whole = max(1, (max(plan.certificate, plan.deadline or plan.certificate) - plan.begin).days)
    bars = (
        blocks.Bar(step.title, (step.start - plan.begin).days / whole, (step.end - plan.begin).days / whole)
        for step in plan.steps[:-1]
    )
    there = words("document.certificate-there", date=day(plan.certificate, words))
    return blocks.Bars(in_words(plan, words), tuple(bars), first=day(plan.begin, words), last=there)


def in_words(plan: RoadMapText, words: Words) -> str:
    steps = (
        words("document.gantt-step", title=step.title, start=day(step.start, words), end=day(step.end, words))
        for step in plan.steps[:-1]
    )
    return words(
        "document.gantt", begin=day(plan.begin, words), certificate=day(plan.certificate, words), steps=" ".join(steps)
    )
