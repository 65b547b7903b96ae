"""Completes a summary with what lies ahead. Apart from the rest, because the screen must not wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from advisor.content.library import Content
from advisor.effort.estimate import Effort, estimate
from advisor.effort.ranges import Range
from advisor.effort.roadmap import Plan, plan
from advisor.rules.model import Answers, Basis, Ruleset
from advisor.summary import wording
from advisor.summary.lever_wording import grouped, varied
from advisor.summary.outlook import Changes, EffortText, LeverGroup, RoadMapText, RoadStep, Task
from advisor.summary.summary_data import Summary
from advisor.summary.tasks import Tasks
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import Recommendation, Verdict
from advisor.whatif.lever_search import Lever, levers

TOLD = {"company": 3, "customer": 3, "law": 2, "fact": 1}
"""How many levers of a kind a document tells; the screen shows all of them."""


@dataclass(frozen=True)
class VisitorFigures:
    """What only the visitor can know. `rate`: day rate of the auditors; `people`: effective number of personnel."""

    deadline: date | None = None
    rate: Range | None = None
    people: int | None = None


def in_full(
    summary: Summary,
    content: Content,
    rules: Ruleset,
    answers: Answers,
    recommendation: Recommendation,
    wishes: VisitorFigures | None = None,
) -> Summary:
    """The summary with what lies ahead. `rules`: those of its day; `answers`: without those set aside."""
    ahead = _Ahead(summary, content, rules, answers, recommendation, wishes or VisitorFigures())
    return summary.model_copy(
        update={
            "glance": ahead.tasks.glance(),
            "levers": ahead.changes,
            "effort": ahead.effort_text,
            "road_map": ahead.road_map,
            "unasked": ahead.unasked,
        }
    )


class Takes(NamedTuple):
    """What to do and what it takes. `effort` and `road_map` are None where nothing is to be built."""

    tasks: tuple[Task, ...]
    effort: EffortText | None
    road_map: RoadMapText | None


def what_it_takes(
    summary: Summary,
    content: Content,
    rules: Ruleset,
    answers: Answers,
    recommendation: Recommendation,
    wishes: VisitorFigures,
) -> Takes:
    """Without what would change the verdicts, which takes ten times longer."""
    ahead = _Ahead(summary, content, rules, answers, recommendation, wishes)
    return Takes(ahead.tasks.all(), ahead.effort_text, ahead.road_map)


@dataclass(frozen=True)
class _Ahead:
    summary: Summary
    content: Content
    rules: Ruleset
    answers: Answers
    recommendation: Recommendation
    wishes: VisitorFigures

    @cached_property
    def wanted(self) -> tuple[Verdict, ...]:
        """What something speaks for, or at least may; the strongest first."""
        verdicts = self.recommendation.verdicts.values()
        by_rank = sorted(verdicts, key=lambda v: (-v.basis.rank, -v.at_most.rank))
        certain = [v for v in by_rank if v.basis is not Basis.NOT_NEEDED]
        return tuple(certain or [v for v in by_rank if v.at_most is not Basis.NOT_NEEDED])

    @cached_property
    def effort(self) -> Effort:
        wanted = [verdict.standard.id for verdict in self.wanted]
        return estimate(self.content.effort, self.content.ruleset, self.answers, wanted, self.wishes.people)

    @cached_property
    def plan(self) -> Plan | None:
        """No road map where there is nothing to build, or no figure for how long it takes."""
        if not self.wanted or self.effort.months is None:
            return None
        return plan(
            self.content.effort, self.effort.months, self.summary.day, self.wishes.deadline, self.wanted[0].basis
        )

    @property
    def effort_text(self) -> EffortText | None:
        if not self.effort.standards:
            return None
        return wording.effort_text(self.content, self.effort, self.wishes.rate)

    @property
    def road_map(self) -> RoadMapText | None:
        if self.plan is None:
            return None
        titles = {page.id: page.title for page in self.content.pages["process"]}
        return RoadMapText(
            pace=self.plan.pace,
            sentence=self._pace(self.plan),
            begin=self.plan.steps[0].start,
            certificate=self.plan.certificate,
            deadline=self.plan.deadline,
            steps=tuple(RoadStep(title=titles[s.page], start=s.start, end=s.end) for s in self.plan.steps),
            remedies=tuple(remedy.say for remedy in self.plan.remedies),
            origin=wording.origin_text(self.plan.origin, self.content.words),
        )

    def _pace(self, made: Plan) -> str:
        say = wording.month if made.pace == "open" else wording.day
        fill = {name: say(getattr(made, name)) for name in ("earliest", "careful", "certificate")}
        deadline, begin = (wording.day(d) if d else "" for d in (made.deadline, made.begin_by))
        days = made.days_late
        return self.content.words(f"roadmap.{made.pace}", deadline=deadline, begin=begin, days=days, **fill)

    @property
    def unasked(self) -> str:
        asked, total = len(walk(self.rules, self.answers).steps), len(self.rules.questions)
        key = "document.unasked" if self.summary.settled else "document.unasked-yet"
        return self.content.words(key, asked=asked, total=total, left=total - asked)

    @property
    def changes(self) -> tuple[Changes, ...]:
        found = levers(self.rules, self.answers)
        return tuple(self._changes(verdict, found) for verdict in self.recommendation.verdicts.values())

    def _changes(self, verdict: Verdict, found: tuple[Lever, ...]) -> Changes:
        words, own = self.content.words, [lever for lever in found if lever.standard is verdict.standard]
        groups = tuple(_told(group) for group in grouped(own, verdict.standard.id, words))
        groups = tuple(group for group in groups if group.levers)
        untold = len(own) - sum(len(group.levers) for group in groups)
        return Changes(
            standard=verdict.standard.id,
            name=verdict.standard.name,
            groups=groups,
            none="" if own else words["lever.none"],
            more=words("document.more-levers", count=untold) if untold else "",
        )

    @property
    def tasks(self) -> Tasks:
        wanted = self.wanted[0] if self.wanted and self.wanted[0].basis is not Basis.NOT_NEEDED else None
        return Tasks(
            summary=self.summary,
            content=self.content,
            recommendation=self.recommendation,
            effort=self.effort,
            plan=self.plan if wanted else None,
            planned=wanted,
            deadline=self.wishes.deadline,
            rate=self.wishes.rate,
        )


def _told(group: LeverGroup) -> LeverGroup:
    """The few that say most: no far-fetched ones, and of each kind of change one before a second of any."""
    near = [lever for lever in group.levers if group.controlled_by != "fact" or lever.effect == "lowers"]
    return group.model_copy(update={"levers": tuple(varied(near))[: TOLD[group.controlled_by]]})
