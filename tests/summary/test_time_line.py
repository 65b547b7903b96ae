"""The time line in quarters: nothing falls off it, and what does not fit is left to words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from advisor.effort.ranges import Range
from advisor.effort.roadmap import plan
from advisor.summary.time_line import MOST_QUARTERS, TimeLine, time_line
from tests.support.visitor import content

TODAY = date(2026, 11, 29)
MONTHS = Range(6, 15)


def line(deadline: date | None = None, months: Range = MONTHS) -> TimeLine:
    planned = plan(content().effort, months, TODAY, deadline)
    return time_line(planned, "Keel", TODAY, content().words)


def test_the_least_comes_before_the_most_and_all_of_it_fits() -> None:
    drawn = line()
    assert 0 <= drawn.begin < drawn.least < drawn.most <= 100


def test_each_year_is_said_once_at_its_first_quarter() -> None:
    years = [quarter.year for quarter in line().quarters if quarter.year]
    assert years == ["2026", "2027", "2028"]
    assert all(int(after) - int(before) == 1 for before, after in pairwise(years))


@pytest.mark.parametrize("days", [0, 1, 200, 600])
def test_a_deadline_has_its_mark(days: int) -> None:
    drawn = line(TODAY + timedelta(days=days))
    assert drawn.due is not None
    assert drawn.begin <= drawn.due <= 100


def test_a_deadline_in_ten_years_makes_no_line_that_nobody_can_read() -> None:
    drawn = line(TODAY + timedelta(days=3650))
    assert len(drawn.quarters) <= MOST_QUARTERS
    assert drawn.due is None
    assert "2036" in drawn.told


def test_a_deadline_in_the_past_has_no_mark() -> None:
    assert line(TODAY - timedelta(days=30)).due is None


def test_work_without_a_known_end_is_drawn() -> None:
    drawn = line(months=Range(40, None))
    assert drawn.begin < drawn.least <= drawn.most <= 100
