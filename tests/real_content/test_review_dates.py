"""Time is data: what should have been reviewed says so wherever it is shown."""

from __future__ import annotations

from datetime import date

from advisor.assessment.assessment import Assessment
from advisor.summary.summarise import summarise
from tests.support.visitor import ECG_START_UP, content
from tests.support.wording import says

FAR = date(2031, 1, 1)


def labels(day: date) -> set[str]:
    summary = summarise(Assessment(content(), day, ECG_START_UP))
    return {reason.reference.confidence_label for verdict in summary.verdicts for reason in verdict.reasons}


def overdue(label: str) -> bool:
    return says(label, content().words, "confidence.overdue")


def test_a_statement_whose_review_is_due_is_marked() -> None:
    assert all(map(overdue, labels(FAR)))


def test_before_that_day_nothing_is_marked() -> None:
    assert not any(map(overdue, labels(date(2026, 11, 23))))
