"""Time is data: what should have been reviewed says so wherever it is shown."""

from __future__ import annotations

from datetime import date

from advisor.assessment.assessment import Assessment
from advisor.summary.summarise import summarise
from tests.support.visitor import ECG_START_UP, content

FAR = date(2031, 1, 1)


def labels(day: date) -> set[str]:
    summary = summarise(Assessment(content(), day, ECG_START_UP))
    return {reason.reference.confidence_label for verdict in summary.verdicts for reason in verdict.reasons}


def test_a_statement_whose_review_is_due_is_marked() -> None:
    assert all("review was due" in label for label in labels(FAR))


def test_before_that_day_nothing_is_marked() -> None:
    assert not any("review was due" in label for label in labels(date(2026, 11, 23)))
