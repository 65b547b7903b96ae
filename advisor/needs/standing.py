"""Where the company stands to a thing, and when it is due: both read from one evaluation of the answers."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from advisor.needs.need import DueTime, Stand
from advisor.rules.conditions import Condition, signed_tests
from advisor.rules.evaluator import Planes
from advisor.rules.model import Answers, Obligation, Option
from advisor.rules.needs_model import Thing, Timing
from advisor.verdicts.finding import Finding

URGENCY = ("overdue", "past", "owed", "in-force", "deadline", "before", "none")


class Clock:
    """What the answers tell of time. `typed`: a day that the visitor named exactly; it stays in the visit."""

    def __init__(self, planes: Planes, answers: Answers, day: date, typed: date | None = None) -> None:
        self.planes, self.day, self.typed = planes, day, typed
        self.on_market = bool(planes.certain[planes.program.situation[0]] & 1)
        self.band = self._band(answers)
        self.apart = self._apart(answers)

    def _band(self, answers: Answers) -> Option | None:
        """The date band that was chosen."""
        ruleset = self.planes.program.ruleset
        question = ruleset.question(ruleset.situation.deadline or "")
        chosen = answers.get(question.id, ()) if question else ()
        return next((o for o in question.options if o.id in chosen), None) if question else None

    def _apart(self, answers: Answers) -> frozenset[str]:
        """The questions about demands to which the day does not belong; none where it may be anybody's."""
        situation = self.planes.program.ruleset.situation
        chosen = answers.get(situation.deadline_of or "", ())
        meant = {situation.dated[option] for option in chosen if option in situation.dated}
        return frozenset(situation.dated.values()) - meant if meant else frozenset()

    def _is_elsewhere(self, about: Iterable[Condition | None]) -> bool:
        """Whether what has these conditions follows only from demands to which the day does not belong."""
        if not self.apart:
            return False
        dated = set(self.planes.program.ruleset.situation.dated.values())
        asked = {test.question for condition in about for test, holds in signed_tests(condition) if holds} & dated
        return bool(asked) and asked <= self.apart

    def deadline(self) -> DueTime | None:
        """The day that the visitor named, or None if none was named."""
        if self.typed:
            return DueTime("past" if self.typed < self.day else "deadline", day=self.typed)
        if self.band and self.band.owed:
            return DueTime("owed")
        if self.band and self.band.months is not None:
            return DueTime("deadline" if self.band.months else "past", months=self.band.months)
        return None

    def last_day(self) -> date | None:
        """The day by which the visitor needs it: named exactly, or the end of the band; None where none is ahead."""
        named = self.deadline()
        if named is None or named.moment != "deadline":
            return None
        return named.day or months_later(self.day, named.months or 0)

    def due(self, timing: Timing, stand: Stand, about: Iterable[Condition | None] = ()) -> DueTime:
        """When a need with this timing is due. `about`: its conditions, which tell the demand that it follows from."""
        if timing.deadline and (named := self.deadline()) and not self._is_elsewhere(about):
            return named
        if timing.since and timing.since > self.day:
            return DueTime("deadline", day=timing.since)
        if timing.since and (self.on_market or not timing.before):
            late = self.on_market and stand.standing in ("missing", "defect")
            return DueTime("overdue" if late else "in-force", day=timing.since)
        if timing.before:
            return DueTime("before", event=timing.before)
        return DueTime("none", says=timing.says)

    def soonest(self, findings: Iterable[Finding], stand: Stand) -> DueTime:
        """The most urgent of what these obligations say."""
        dues = [self.due(_timing(of), stand, (of.when,)) for of in (finding.obligation for finding in findings)]
        return min(dues, key=lambda due: URGENCY.index(due.moment), default=DueTime("none"))


def _timing(obligation: Obligation) -> Timing:
    """What a buyer's document asks for is due by the day that the visitor named."""
    return Timing(since=obligation.since, before=obligation.before, deadline=obligation.basis.asker == "buyer")


def stand(planes: Planes, thing: Thing | None) -> Stand:
    """The first standing that certainly holds. Without any that may hold, the thing is missing.

    It stays unknown where no rule could tell that it is there.
    """
    if thing is None or not thing.stands:
        return Stand("unknown")
    nodes = planes.program.stands.get(thing.id, ())
    for rule, node in zip(thing.stands, nodes, strict=True):
        if planes.certain[node] & 1:
            return Stand(rule.standing, rule)
    open_still = any(planes.possible[node] & 1 for node in nodes)
    silent = {rule.standing for rule in thing.stands} == {"unknown"}
    return Stand("unknown" if open_still or silent else "missing")


def months_later(start: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    place = start.month - 1 + months
    year, month = start.year + place // 12, place % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
