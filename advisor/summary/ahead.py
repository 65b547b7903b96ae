"""Completes a summary with what lies ahead. Apart from the rest, because the screen must not wait for it."""

from dataclasses import dataclass
from typing import NamedTuple, get_args

from advisor.assessment.assessment import Assessment
from advisor.effort.roadmap import Pace, Plan
from advisor.summary import effort_wording, wording
from advisor.summary.lever_wording import grouped, varied
from advisor.summary.summary_data import Changes, EffortText, LeverGroup, RoadMapText, RoadStep, Summary, Task
from advisor.summary.tasks import Tasks
from advisor.verdicts.verdict import Verdict

SAID_KEYS = {"roadmap.{}": get_args(Pace)}
TOLD = {"company": 3, "customer": 3, "law": 2, "fact": 1}
"""How many levers of a kind a document tells; the screen shows all of them."""


def in_full(summary: Summary, assessment: Assessment) -> Summary:
    """The summary with what lies ahead."""
    ahead = _Ahead(summary, assessment)
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


def what_it_takes(summary: Summary, assessment: Assessment) -> Takes:
    """Without what would change the verdicts, which takes ten times longer."""
    ahead = _Ahead(summary, assessment)
    return Takes(ahead.tasks.all(), ahead.effort_text, ahead.road_map)


@dataclass(frozen=True)
class _Ahead:
    summary: Summary
    assessment: Assessment

    @property
    def effort_text(self) -> EffortText | None:
        made = self.assessment
        if not made.effort.standards:
            return None
        return effort_wording.effort_text(made.content, made.effort, made.figures.rate)

    @property
    def road_map(self) -> RoadMapText | None:
        plan, content = self.assessment.plan, self.assessment.content
        if plan is None:
            return None
        titles = {page.id: page.title for page in content.pages["process"]}
        return RoadMapText(
            pace=plan.pace,
            sentence=self._pace(plan),
            begin=plan.steps[0].start,
            certificate=plan.certificate,
            deadline=plan.deadline,
            steps=tuple(RoadStep(title=titles[s.page], start=s.start, end=s.end) for s in plan.steps),
            remedies=tuple(remedy.say for remedy in plan.remedies),
            origin=effort_wording.origin_text(plan.origin, content.words),
        )

    def _pace(self, made: Plan) -> str:
        words, date_text = self.assessment.content.words, wording.month if made.pace == "open" else wording.day
        return words(
            f"roadmap.{made.pace}",
            deadline=wording.day(made.deadline, words) if made.deadline else "",
            begin=wording.day(made.begin_by, words) if made.begin_by else "",
            earliest=date_text(made.earliest, words),
            careful=date_text(made.careful, words),
            certificate=date_text(made.certificate, words),
            days=words.count("unit.day", made.days_late, amount=wording.number(made.days_late, words)),
        )

    @property
    def unasked(self) -> str:
        asked, total = len(self.assessment.journey.steps), len(self.assessment.rules.questions)
        key = "document.unasked" if self.summary.settled else "document.unasked-yet"
        return self.assessment.content.words.count(key, asked, total=total, left=total - asked)

    @property
    def changes(self) -> tuple[Changes, ...]:
        return tuple(map(self._changes, self.assessment.recommendation.verdicts.values()))

    def _changes(self, verdict: Verdict) -> Changes:
        words = self.assessment.content.words
        own = [lever for lever in self.assessment.levers if lever.standard is verdict.standard]
        groups = tuple(_told(group) for group in grouped(own, verdict.standard.id, words))
        groups = tuple(group for group in groups if group.levers)
        untold = len(own) - sum(len(group.levers) for group in groups)
        return Changes(
            standard=verdict.standard.id,
            name=verdict.standard.name,
            groups=groups,
            none="" if own else words["lever.none"],
            more=words.count("document.more-levers", untold) if untold else "",
        )

    @property
    def tasks(self) -> Tasks:
        return Tasks(self.summary, self.assessment)


def _told(group: LeverGroup) -> LeverGroup:
    """The few that say most: no far-fetched ones, and of each kind of change one before a second of any."""
    near = [lever for lever in group.levers if group.controlled_by != "fact" or lever.effect == "lowers"]
    return group.model_copy(update={"levers": tuple(varied(near))[: TOLD[group.controlled_by]]})
