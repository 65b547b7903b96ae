"""The next steps, each with the opening of its page."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Paragraph, Points, Runs, strong
from advisor.summary.markdown_blocks import blocks
from advisor.summary.summary_data import StepText, Summary


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.steps:
        points = Points(tuple(map(_step, summary.steps)), numbered=True)
        yield DocumentSection("steps", words["result.steps"], (points,))


def _step(step: StepText) -> Runs:
    opening = [run for block in blocks(step.text)[:1] if isinstance(block, Paragraph) for run in block.runs]
    return (strong(f"{step.title}. "), *opening)
