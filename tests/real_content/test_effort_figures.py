"""The figures of content/effort.yaml against worked examples from the documents that they come from."""

from __future__ import annotations

import pytest

from advisor.content.library import Content
from advisor.effort.audit_days import AuditDays, audit_days, over_cycle, together
from advisor.effort.estimate import estimate
from advisor.effort.ranges import Range
from tests.support import visitor


@pytest.fixture(scope="module", name="content")
def _content() -> Content:
    return visitor.content()


def table(content: Content, standard: str, people: int) -> AuditDays:
    found = next(table for table in content.effort.audits if table.standard == standard)
    return audit_days(found, content.effort.cycle, Range(people, people))


# (people, days of ISO 9001 in the first cycle, days of ISO 13485 in the first cycle): IAF MD 5 table QMS 1 and
# IAF MD 9 table D.1 with two surveillance audits of a third, at least a day each.
FIRST_CYCLE = [(8, 4, 7), (20, 5, 8), (60, 8, 12), (150, 13, 18)]

# (standard, people, initial, surveillance a year, recertification, first cycle, later cycle)
WHOLE_CYCLE = [
    ("iso-9001", 3, 1.5, 1, 1, 3.5, 3),
    ("iso-9001", 12, 2.5, 1, 1.5, 4.5, 3.5),
    ("iso-9001", 45, 4, 1.5, 2.5, 7, 5.5),
    ("iso-9001", 125, 7, 2.5, 4.5, 12, 9.5),
    ("iso-9001", 876, 13, 4.5, 8.5, 22, 17.5),
    ("iso-9001", 10700, 22, 7.5, 14.5, 37, 29.5),
    ("iso-13485", 5, 3, 1, 2, 5, 4),
    ("iso-13485", 11, 4.5, 1.5, 3, 7.5, 6),
    ("iso-13485", 86, 10, 3.5, 6.5, 17, 13.5),
    ("iso-13485", 275, 12, 4, 8, 20, 16),
    ("iso-13485", 5000, 22, 7.5, 14.5, 37, 29.5),
    ("iso-13485", 8501, 25, 8.5, 16.5, 42, 33.5),
]


@pytest.mark.parametrize(("people", "iso_9001", "iso_13485"), FIRST_CYCLE)
def test_the_first_cycle_of_the_worked_examples(content: Content, people: int, iso_9001: int, iso_13485: int) -> None:
    assert table(content, "iso-9001", people).first_cycle == Range(iso_9001, iso_9001)
    assert table(content, "iso-13485", people).first_cycle == Range(iso_13485, iso_13485)


@pytest.mark.parametrize("row", WHOLE_CYCLE, ids=lambda row: f"{row[0]} with {row[1]}")
def test_every_visit_of_a_cycle_follows_from_the_table(content: Content, row: tuple[str, int, float]) -> None:
    standard, people, *expected = row
    days = table(content, standard, people)
    visits = [days.initial, days.surveillance, days.recertification, days.first_cycle, days.later_cycle]
    assert visits == [Range(value, value) for value in expected]


def test_one_audit_of_both_standards_for_twenty_people_takes_six_and_a_half_to_eight_days(content: Content) -> None:
    both = estimate(content.effort, content.ruleset, {}, ["iso-9001", "iso-13485"], people=20)
    assert both.combined["iso-13485", "iso-9001"].initial == Range(6.5, 8)
    rule = content.effort.combined[0]
    assert over_cycle(together(rule, Range(5, 5), Range(3, 3)), content.effort.cycle).initial == Range(6.5, 8)


def test_a_band_of_people_gives_a_range_of_days(content: Content) -> None:
    effort = estimate(content.effort, content.ruleset, {"size": ("small",)}, ["iso-9001", "iso-13485"])
    assert effort.people == Range(10, 49)
    assert effort.standards["iso-9001"].table.initial == Range(2, 5)
    assert effort.standards["iso-13485"].table.initial == Range(4, 7)


def test_the_largest_companies_get_a_least_and_no_most(content: Content) -> None:
    answers = {"demands": ("iso-9001",), "held": ("none",), "size": ("large",), "drivers": ("export",)}
    effort = estimate(content.effort, content.ruleset, answers, ["iso-9001"])
    assert effort.standards["iso-9001"].table.initial == Range(9, None)
    assert effort.standards["iso-9001"].months == Range(9, 18)
    assert effort.standards["iso-9001"].own_days is None


def test_an_iso_9001_system_covers_about_half_of_iso_13485(content: Content) -> None:
    answers = {"demands": ("iso-13485",), "held": ("iso-9001",), "size": ("small",)}
    effort = estimate(content.effort, content.ruleset, answers, ["iso-13485"])
    (saving,) = effort.savings
    assert (saving.high, saving.partial, saving.new) == (21, 29, 13)
    assert round(saving.share, 2) == 0.56
    assert saving.origin.kind == "estimate"
    assert effort.standards["iso-13485"].months == Range(4, 6)


def test_what_is_held_needs_no_preparation(content: Content) -> None:
    answers = {"demands": ("iso-9001",), "held": ("iso-9001",), "size": ("small",)}
    effort = estimate(content.effort, content.ruleset, answers, ["iso-9001", "iso-13485"])
    assert effort.standards["iso-9001"].held is True
    assert effort.standards["iso-9001"].months is None
    assert effort.months == Range(4, 6)


def test_high_risk_points_upward_and_low_risk_takes_off_no_more_than_the_limit(content: Content) -> None:
    def likely(sector: str) -> Range:
        answers = {"sectors": (sector,), "size": ("small",)}
        return estimate(content.effort, content.ruleset, answers, ["iso-9001"], 50).standards["iso-9001"].likely.initial

    assert likely("medical") == Range(5, 6)
    assert likely("machinery") == Range(4.5, 5.5)
    assert likely("services") == Range(3.5, 5)


def test_every_estimate_says_that_it_is_one_and_every_source_names_its_place(content: Content) -> None:
    for origin in content.effort.origins:
        assert origin.kind == "estimate" or origin.place
        assert origin.document
        assert origin.checked
