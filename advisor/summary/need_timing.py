"""When a need is due, in words: since a day, by a day, before an event."""

from datetime import date
from typing import get_args

from advisor.content.words import Words
from advisor.needs.need import DueTime, Need
from advisor.rules.needs_model import Wanted
from advisor.summary.wording import day

UNDATED = ("overdue", "in-force", "deadline", "past")
SAID = ("overdue", "in-force", "deadline", "past", "owed")
SAID_KEYS = {"need.when-{}": SAID, "need.when-{}-day": UNDATED, "need.no-date-{}": get_args(Wanted)}


class NeedTiming:
    """`day`: the day of the assessment."""

    def __init__(self, day: date, words: Words) -> None:
        self.day, self.words = day, words

    def when(self, need: Need) -> str:
        """Says so of a need that is in place already, too: a duty in force is not overdue."""
        due, words = need.due, self.words
        if due.says:
            return due.says
        if due.moment == "none":
            return words[f"need.no-date-{need.wanted}"]
        if due.moment == "deadline" and due.day is None:
            return words.count("need.within", due.months or 0)
        if due.moment == "before":
            return words("need.before", event=due.event)
        if due.day:
            return words(f"need.when-{due.moment}-day", day=day(due.day, words))
        return words[f"need.when-{due.moment}"]

    def inside(self, due: DueTime) -> str:
        """A day or an event inside a sentence; nothing where there is none."""
        if due.moment == "before":
            return self.words("need.inside-before", event=due.event)
        if due.moment == "deadline" and due.day is None:
            return self.words.count("need.inside-within", due.months or 0)
        if due.moment in ("deadline", "past") and due.day:
            return self.words("need.inside-deadline", day=day(due.day, self.words))
        return ""

    def note(self, due: DueTime) -> str:
        """How far away a day is."""
        if due.moment != "deadline" or due.day is None:
            return ""
        months = (due.day.year - self.day.year) * 12 + due.day.month - self.day.month
        return self.words.count("need.in-months", months) if months else ""
