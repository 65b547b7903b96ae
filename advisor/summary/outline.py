"""What stands in a document and in which order: one list of sections, written by every format."""

from collections.abc import Callable, Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection
from advisor.summary.sections import (
    certificates_needed,
    contact,
    days_and_costs,
    decision,
    further_notes,
    limits,
    markets,
    next_steps,
    open_answers,
    reasons,
    schedule,
    sources_read,
    verdict_changes,
    your_answers,
)
from advisor.summary.summary_data import Summary

SECTIONS: tuple[Callable[[Summary, Words], Iterator[DocumentSection]], ...] = (
    decision.sections,
    contact.sections,
    certificates_needed.sections,
    reasons.sections,
    markets.sections,
    open_answers.sections,
    verdict_changes.sections,
    days_and_costs.sections,
    schedule.sections,
    further_notes.sections,
    next_steps.sections,
    your_answers.sections,
    sources_read.sections,
    limits.sections,
)


def outline(summary: Summary, words: Words) -> tuple[DocumentSection, ...]:
    """The visitor's document. A part of the summary with nothing to say has no section."""
    return tuple(section for sections in SECTIONS for section in sections(summary, words))
