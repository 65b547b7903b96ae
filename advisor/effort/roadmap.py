"""The six steps with dates: forwards from today, or backwards from the day by which the certificate must be there."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from advisor.effort.ranges import Range
from advisor.effort.tables import EffortTables, Origin, Remedy, Roadmap
from advisor.rules.basis import Basis

Pace = Literal["open", "comfortable", "tight", "missed"]
DAYS_PER_MONTH = 365.25 / 12


@dataclass(frozen=True)
class PlannedStep:
    """A step of the process by the id of its page, with its first and last day."""

    page: str
    start: date
    end: date


@dataclass(frozen=True)
class Plan:
    """`pace`: "open" without a deadline, which is planned at a careful pace; "comfortable" where the careful pace
    meets the deadline; "tight" where only a faster one does; "missed" where even the fastest does not, and the plan
    then shows the fastest. `certificate`: the day it would be there. `earliest` and `careful`: that day at the
    fastest and at a careful pace if work began today. `begin_by`: the last day to begin at a careful pace.
    `days_late`: how long after the deadline. `remedies`: what to do where it is missed or tight.
    """

    pace: Pace
    steps: tuple[PlannedStep, ...]
    certificate: date
    earliest: date
    careful: date
    deadline: date | None
    begin_by: date | None
    days_late: int
    remedies: tuple[Remedy, ...]
    origin: Origin


def plan(
    figures: EffortTables, months: Range, today: date, deadline: date | None = None, basis: Basis | None = None
) -> Plan:
    """`months`: from the start to the certificate; `basis`: what asks for it, and so what helps if it is late."""
    roadmap = figures.roadmap
    fast = _lasting(months.low, roadmap)
    slow = _lasting(months.low if months.high is None else months.high, roadmap)
    start, certificate, pace = _dates(today, deadline, fast, slow)
    ends = _years_later(certificate, figures.cycle.years)
    remedies = [r for r in roadmap.remedies if basis is None or not r.bases or basis in r.bases]
    upkeep = PlannedStep(roadmap.upkeep, certificate, ends - timedelta(days=1))
    return Plan(
        pace=pace,
        steps=(*_steps(roadmap, start, certificate), upkeep),
        certificate=certificate,
        earliest=today + fast,
        careful=today + slow,
        deadline=deadline,
        begin_by=None if deadline is None else deadline - slow,
        days_late=0 if deadline is None else max(0, (certificate - deadline).days),
        remedies=tuple(remedies) if pace in ("tight", "missed") else (),
        origin=figures.origin(roadmap.origin),
    )


def _lasting(months: float, roadmap: Roadmap) -> timedelta:
    """At least a day for each stage."""
    return timedelta(days=max(len(roadmap.stages), round(months * DAYS_PER_MONTH)))


def _nearly(time: timedelta) -> timedelta:
    """Six months from a day on may be a little shorter than six months of equal length."""
    return timedelta(days=math.ceil(time.days * 0.98))


def _dates(today: date, deadline: date | None, fast: timedelta, slow: timedelta) -> tuple[date, date, Pace]:
    """First day, day of the certificate, and pace."""
    if deadline is None:
        return today, today + slow, "open"
    if deadline - _nearly(slow) >= today:
        return max(today, deadline - slow), deadline, "comfortable"
    if deadline - _nearly(fast) >= today:
        return today, deadline, "tight"
    return today, today + fast, "missed"


def _steps(roadmap: Roadmap, start: date, certificate: date) -> list[PlannedStep]:
    """Each stage gets its share of the days, at least one; the last ends on the day before the certificate."""
    total = sum(stage.share for stage in roadmap.stages)
    days = (certificate - start).days
    bounds, reached = [0], 0 * total
    for place, stage in enumerate(roadmap.stages, start=1):
        reached += stage.share
        latest = days - len(roadmap.stages) + place
        bounds.append(min(max(bounds[-1] + 1, round(days * reached / total)), latest))
    return [
        PlannedStep(stage.page, start + timedelta(days=first), start + timedelta(days=after - 1))
        for stage, first, after in zip(roadmap.stages, bounds, bounds[1:], strict=False)
    ]


def _years_later(day: date, years: int) -> date:
    """The same day of the year; the 29th of February becomes the 1st of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
