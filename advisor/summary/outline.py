"""What stands in a document and in which order: one list of sections, written by every format."""

from collections.abc import Callable, Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection
from advisor.summary.sections import answers_and_changes, decision, effort_and_schedule, reasons
from advisor.summary.summary_data import Summary

SECTIONS: tuple[Callable[[Summary, Words], Iterator[DocumentSection]], ...] = (
    decision.decision,
    decision.contact,
    decision.certificates,
    reasons.reasons,
    reasons.markets,
    answers_and_changes.open_answers,
    answers_and_changes.verdict_changes,
    effort_and_schedule.days_and_costs,
    effort_and_schedule.schedule,
    reasons.notes,
    effort_and_schedule.next_steps,
    answers_and_changes.your_answers,
    reasons.sources,
    reasons.limits,
)


def outline(summary: Summary, words: Words) -> tuple[DocumentSection, ...]:
    """The visitor's document. A part of the summary with nothing to say has no section."""
    return tuple(section for sections in SECTIONS for section in sections(summary, words))
