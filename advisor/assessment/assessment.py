"""The one way from answers to everything that follows: each command and each page holds one of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from advisor.content.library import Content
from advisor.effort.estimate import Effort, estimate
from advisor.effort.ranges import Range
from advisor.effort.roadmap import Plan, plan
from advisor.needs.advice import Advice, advise
from advisor.needs.need import DueTime
from advisor.needs.standing import Clock
from advisor.rules.changes_model import Contradiction
from advisor.rules.condition_states import holds
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.contradictory import contradictions
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import Journey, walk_through
from advisor.verdicts.on_offer import Options
from advisor.verdicts.verdict import Recommendation, Verdict, judged
from advisor.whatif.lever_search import Lever, levers
from advisor.whatif.real_changes import RealChange, real_changes


@dataclass(frozen=True)
class VisitorFigures:
    """What only the visitor can know. `rate`: day rate of the auditors; `people`: effective number of personnel."""

    deadline: date | None = None
    rate: Range | None = None
    people: int | None = None


@dataclass(frozen=True, eq=False)
class Assessment:
    """One company's answers under the content of one day. Each part is worked out when it is first asked for, once."""

    content: Content
    day: date
    answers: Answers
    figures: VisitorFigures = field(default=VisitorFigures())

    def with_answers(self, answers: Answers) -> Assessment:
        """The same company, had it answered otherwise."""
        return replace(self, answers=answers)

    @property
    def rules(self) -> Ruleset:
        """Those in force on the day."""
        return self.content.ruleset.on(self.day)

    @cached_property
    def _given(self) -> Evaluated:
        return Evaluated(self.rules, self.answers)

    @cached_property
    def journey(self) -> Journey:
        return walk_through(self._given)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Answers that cannot both be true."""
        return contradictions(self._given)

    def shown(self, question: Question) -> Options:
        """The options of a question that are on offer after these answers."""
        return self._given.visible(question)

    def usual(self, question: Question) -> Options:
        """Those of them that stand before the search."""
        return self._given.first(question)

    @property
    def applying(self) -> Answers:
        """The answers on the path; those set aside are left out."""
        return self._given.applied.answers

    @cached_property
    def recommendation(self) -> Recommendation:
        """The verdicts that follow from the answers that apply."""
        return judged(self._given.applied)

    @cached_property
    def advice(self) -> Advice:
        """What this company needs, and the one sentence that says it."""
        return advise(self._given.applied, self.recommendation, self.day, self.figures.deadline)

    @cached_property
    def changes(self) -> tuple[RealChange, ...]:
        """What could really happen to this company and would change what it owes; the first is told first."""
        return real_changes(self.rules, self.answers, self.advice.needs, self.day, self.figures.deadline)

    @cached_property
    def wanted(self) -> tuple[Verdict, ...]:
        """The verdicts on standards that something speaks for, or at least may; the strongest first."""
        verdicts = self.recommendation.verdicts.values()
        by_rank = sorted(verdicts, key=lambda v: (-v.basis.rank, -v.at_most.rank))
        certain = [v for v in by_rank if v.basis.asks]
        return tuple(certain or [v for v in by_rank if v.at_most.asks])

    @cached_property
    def near(self) -> frozenset[str]:
        """Ids of the standards that have something to do with this company."""
        standards = self.rules.standards
        states = holds(self.rules, [standard.near for standard in standards], self.applying)
        return frozenset(one.id for one, state in zip(standards, states, strict=True) if state is not False)

    @property
    def sells_already(self) -> bool:
        """Whether all of it is on the market."""
        planes = self._given.applied.planes
        return bool(planes.certain[planes.program.situation[0]] & 1)

    @property
    def size_known(self) -> bool:
        """Whether the visitor said how many people there are, so that figures are figures for this company."""
        size = self.rules.situation.size
        return size is None or bool(self.answers.get(size)) or self.figures.people is not None

    @cached_property
    def effort(self) -> Effort:
        """What the wanted standards take."""
        return self.effort_of(verdict.standard.id for verdict in self.wanted)

    def effort_of(self, standards: Iterable[str]) -> Effort:
        """What these standards would take, be they wanted or not."""
        return estimate(self.content.effort, self.rules, self.applying, standards, self.figures.people)

    @cached_property
    def plan(self) -> Plan | None:
        """The road map; None where there is nothing to build, or no figure for how long it takes."""
        return self.plan_of(self.effort) if self.wanted else None

    def plan_of(self, effort: Effort) -> Plan | None:
        """The road map of an effort, None without a figure for how long it takes."""
        if effort.months is None:
            return None
        strongest = max((v.basis for v in self.recommendation.verdicts.values()), key=lambda basis: basis.rank)
        return plan(self.content.effort, effort.months, self.day, self._deadline, strongest)

    @property
    def deadline(self) -> DueTime | None:
        """The day or the band that the visitor named; None where none was named."""
        return self._clock.deadline()

    @property
    def _deadline(self) -> date | None:
        """A day that is over is no day to plan for, unless the visitor typed it; nor is a buyer's day for a law."""
        return self.figures.deadline or (self._clock.last_day() if self._builds_for_a_buyer else None)

    @property
    def _builds_for_a_buyer(self) -> bool:
        wanted = [each for need in self.advice.needs for each in need.all if each.thing and each.thing.standard]
        return any(each.wanted != "law" and not each.stand.counts for each in wanted)

    @property
    def _clock(self) -> Clock:
        return Clock(self._given.applied.planes, self.applying, self.day, self.figures.deadline)

    @cached_property
    def levers(self) -> tuple[Lever, ...]:
        """The smallest changes of answers that would change a verdict; takes ten times as long as the verdicts.

        What was set aside is kept, because it returns where a change lets its question apply again.
        """
        return levers(self.rules, self.answers)
