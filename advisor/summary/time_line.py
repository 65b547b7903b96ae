"""The one time line: from today to the certificate, in quarters, for pictures that need no chart library."""

from datetime import date
from typing import NamedTuple

from advisor.content.words import Words
from advisor.effort.roadmap import Plan
from advisor.summary.wording import day, month

MOST_QUARTERS = 14
"""More would not fit on a phone; a later deadline is told in words only."""
MONTHS = 3


class Quarter(NamedTuple):
    """`year` is said once, at the first of its quarters that is shown."""

    label: str
    year: str


class TimeLine(NamedTuple):
    """`begin`, `least`, `most` and `due`: percent of the whole width. `told`: all of it in words."""

    title: str
    note: str
    told: str
    quarters: tuple[Quarter, ...]
    begin: float
    least: float
    most: float
    due: float | None


def time_line(plan: Plan, title: str, today: date, words: Words) -> TimeLine:
    """Of what is recommended, if work began today."""
    first = _quarter(today)
    count = min(_quarter(plan.careful) - first + 1, MOST_QUARTERS)
    if plan.deadline and plan.deadline > today:
        count = max(count, min(_quarter(plan.deadline) - first + 1, MOST_QUARTERS))
    starts, ends = _first_day(first), _first_day(first + count)

    def place(when: date) -> float:
        return round(100 * min(1.0, max(0.0, (when - starts).days / (ends - starts).days)), 2)

    note = words("answer.line-note", earliest=month(plan.earliest, words), careful=month(plan.careful, words))
    due = place(plan.deadline) if plan.deadline and today <= plan.deadline < ends else None
    deadline = words("answer.line-due", deadline=day(plan.deadline, words)) if plan.deadline else ""
    told = words("answer.line-told", title=title, note=note, deadline=deadline)
    return TimeLine(
        title, note, told, _quarters(first, count, words), place(today), place(plan.earliest), place(plan.careful), due
    )


def _quarter(when: date) -> int:
    """Counted from the year 0."""
    return when.year * 4 + (when.month - 1) // MONTHS


def _first_day(quarter: int) -> date:
    return date(quarter // 4, quarter % 4 * MONTHS + 1, 1)


def _quarters(first: int, count: int, words: Words) -> tuple[Quarter, ...]:
    found = range(first, first + count)
    return tuple(
        Quarter(words("answer.quarter", number=q % 4 + 1), str(q // 4) if q == first or q % 4 == 0 else "")
        for q in found
    )
