"""Completes a summary with what lies ahead. Apart from the rest, because the screen must not wait for it."""

from typing import NamedTuple, get_args

from advisor.assessment.assessment import Assessment
from advisor.effort.roadmap import Pace
from advisor.summary import effort_wording, wording
from advisor.summary.lever_wording import grouped, varied
from advisor.summary.summary_data import Changes, EffortText, LeverGroup, RoadMapText, RoadStep, Summary
from advisor.summary.tasks import Tasks
from advisor.verdicts.verdict import Verdict

SAID_KEYS = {"roadmap.{}": get_args(Pace)}
TOLD = {"company": 3, "customer": 3, "law": 2, "fact": 1}
"""How many levers of a kind a document tells; the screen shows all of them."""


def in_full(summary: Summary, assessment: Assessment) -> Summary:
    """The summary with what lies ahead."""
    return summary.model_copy(
        update={
            "glance": Tasks(summary, assessment).glance(),
            "levers": tuple(_changes(assessment, v) for v in assessment.recommendation.verdicts.values()),
            "effort": _effort(assessment),
            "road_map": _road_map(assessment),
            "unasked": _unasked(assessment, summary.settled),
        }
    )


class Takes(NamedTuple):
    """What it takes; nothing where nothing is to be built."""

    effort: EffortText | None
    road_map: RoadMapText | None


def what_it_takes(assessment: Assessment) -> Takes:
    """Without what would change the verdicts, which takes ten times longer."""
    return Takes(_effort(assessment), _road_map(assessment))


def _effort(assessment: Assessment) -> EffortText | None:
    effort = assessment.effort
    return effort_wording.effort_text(assessment.content, effort, assessment.figures.rate) if effort.standards else None


def _road_map(assessment: Assessment) -> RoadMapText | None:
    plan, content = assessment.plan, assessment.content
    if plan is None:
        return None
    told = wording.month if plan.pace == "open" else wording.day
    titles = {page.id: page.title for page in content.pages["process"]}
    return RoadMapText(
        pace=plan.pace,
        sentence=effort_wording.pace(f"roadmap.{plan.pace}", plan, content.words, told),
        begin=plan.steps[0].start,
        certificate=plan.certificate,
        deadline=plan.deadline,
        steps=tuple(RoadStep(title=titles[s.page], start=s.start, end=s.end) for s in plan.steps),
        remedies=tuple(remedy.say for remedy in plan.remedies),
        origin=effort_wording.origin_text(plan.origin, content.words),
    )


def _unasked(assessment: Assessment, settled: bool) -> str:
    asked, total = len(assessment.journey.steps), len(assessment.rules.questions)
    key = "document.unasked" if settled else "document.unasked-yet"
    return assessment.content.words.count(key, asked, total=total, left=total - asked)


def _changes(assessment: Assessment, verdict: Verdict) -> Changes:
    words, standard = assessment.content.words, verdict.standard
    own = [lever for lever in assessment.levers if lever.standard is standard]
    told = map(_told, grouped(own, standard.id, words))
    groups = tuple(group for group in told if group.levers)
    untold = len(own) - sum(len(group.levers) for group in groups)
    return Changes(
        standard=standard.id,
        name=standard.name,
        groups=groups,
        none="" if own else words["lever.none"],
        more=words.count("document.more-levers", untold) if untold else "",
    )


def _told(group: LeverGroup) -> LeverGroup:
    """The few that say most: no far-fetched ones, and of each kind of change one before a second of any."""
    near = [lever for lever in group.levers if group.controlled_by != "fact" or lever.effect == "lowers"]
    return group.model_copy(update={"levers": tuple(varied(near))[: TOLD[group.controlled_by]]})
