"""An expert's order: what is unlawful today, what is in force, the nearest date, an event, a wish, the own choice."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from advisor.needs.need import Need

FAR = date.max
EVENT, MET = 5, 6
"""What waits for an event; what is in place stands behind all that binds and is not."""
DATED = ("deadline", "past", "owed")


class Around(NamedTuple):
    """What else there is. `asked`: somebody asks for something. `dated`: something binds by a day and is not there."""

    asked: bool
    dated: bool


def around(needs: Iterable[Need], asked: bool) -> Around:
    return Around(asked, any(_binds(need) and need.due.moment in DATED and not need.stand.counts for need in needs))


def urgency(need: Need, beside: Around) -> tuple[int, int, int, date]:
    """Sort by this. What is in place already comes behind what is not, among its own kind."""
    due = need.due
    months = 0 if due.moment == "owed" else due.months if due.months is not None else 1000
    place = _place(need, beside)
    return max(place, MET) if need.in_place else place, need.in_place, months, due.day or FAR


def _place(need: Need, beside: Around) -> int:
    lead = need.rule.lead if need.rule else "normal"
    if need.kind == "stop" or need.overdue:
        return 0
    if lead == "last":
        return 9 if _binds(need) else 11
    if lead == "first":
        return 1 if _binds(need) or not beside.dated else 4
    if not _binds(need):
        return {"asked": 7, "usual": 8}.get(need.firm, 10)
    return _of_what_binds(need, beside)


def _of_what_binds(need: Need, beside: Around) -> int:
    moment = need.due.moment
    if moment == "in-force" and need.wanted == "law":
        return 6 if beside.asked and need.stand.standing == "unknown" else 2
    if moment in DATED:
        return 3
    return EVENT if moment == "before" or need.wanted == "law" else 4


def _binds(need: Need) -> bool:
    return need.firm == "binding"
