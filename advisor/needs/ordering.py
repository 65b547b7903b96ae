"""An expert's order: what is unlawful today, what is in force, the nearest date, an event, a wish, the own choice."""

from datetime import date

from advisor.needs.need import Need

FAR = date.max
MET = 6
"""What is in place stands behind all that binds and is not."""


def urgency(need: Need, somebody_asks: bool) -> tuple[int, int, int, date]:
    """Sort by this. What is in place already comes behind what is not, among its own kind."""
    due = need.due
    months = due.months if due.months is not None else 1000
    place = _place(need, somebody_asks)
    return max(place, MET) if need.stand.counts else place, need.stand.counts, months, due.day or FAR


def _place(need: Need, somebody_asks: bool) -> int:
    lead = need.rule.lead if need.rule else "normal"
    moment = need.due.moment
    if need.kind == "stop" or need.overdue:
        return 0
    if lead != "normal":
        return 1 if lead == "first" else 10
    if need.firm != "binding":
        return {"asked": 7, "usual": 8, "own": 9}[need.firm]
    if moment == "in-force" and need.wanted == "law":
        unasked = somebody_asks and need.stand.standing == "unknown"
        return 6 if unasked else 2
    if moment in ("deadline", "past"):
        return 3
    if moment == "before" or need.wanted == "law":
        return 5
    return 4
