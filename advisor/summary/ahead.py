"""Completes a summary with what lies ahead. Apart from the rest, because the screen must not wait for it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, get_args

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.effort.roadmap import Pace, Plan
from advisor.effort.tables import Remedy
from advisor.summary import effort_wording
from advisor.summary.answer_text import answer_of
from advisor.summary.changes_text import changes_of
from advisor.summary.need_timing import NeedTiming
from advisor.summary.practice_text import practice_of
from advisor.summary.summary_data import EffortText, RoadMapText, RoadStep, Summary, Wanted

PACES = (*get_args(Pace), "now")
"""`now`: comfortable, if work begins at once."""
SAID_KEYS = {"roadmap.{}": PACES, "roadmap.{}-system": PACES}
SOON = timedelta(days=31)


def in_full(summary: Summary, assessment: Assessment) -> Summary:
    """The summary with what lies ahead."""
    return summary.model_copy(
        update={
            "answer": answer_of(assessment),
            "changes": changes_of(assessment),
            "effort": _effort(assessment),
            "road_map": _road_map(assessment),
            "practice": practice_of(assessment),
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
    effort, rate = assessment.effort, assessment.figures.rate
    building = wanted(assessment)
    text = effort_wording.effort_text
    return text(assessment.content, effort, rate, building) if effort.standards and building else None


def wanted(assessment: Assessment) -> dict[str, Wanted]:
    """Id of a standard → what somebody asks for and is not there yet; of the others nothing needs to be built."""
    found: dict[str, Wanted] = {}
    for need in assessment.advice.needs:
        standard = need.thing.standard if need.thing else None
        if standard and need.kind in ("system", "certificate") and not (need.optional or need.stand.counts):
            found[standard] = "certificate" if "certificate" in (need.kind, found.get(standard)) else "system"
    return found


def _road_map(assessment: Assessment) -> RoadMapText | None:
    plan, content, building = assessment.plan, assessment.content, wanted(assessment).values()
    months = assessment.effort.months
    if plan is None or months is None or not building:
        return None
    certified = "certificate" in building
    titles = {page.id: page.title for page in content.pages["process"]}
    pace = (
        "now" if plan.begin_by and plan.begin_by - assessment.day < SOON and plan.pace == "comfortable" else plan.pace
    )
    key = f"roadmap.{pace}" if certified else f"roadmap.{pace}-system"
    return RoadMapText(
        pace=plan.pace,
        certified=certified,
        sentence=effort_wording.pace(key, plan, months, _by(assessment), content.words),
        begin=plan.steps[0].start,
        certificate=plan.certificate,
        deadline=plan.deadline,
        steps=tuple(RoadStep(title=titles[page], start=start, end=end) for page, start, end in _steps(plan, certified)),
        remedies=tuple(remedy.say for remedy in _remedies(plan, content, certified)),
        origin=effort_wording.origin_text(plan.origin, content.words),
    )


def _remedies(plan: Plan, content: Content, certified: bool) -> Iterable[Remedy]:
    """Where only the system is owed, those that help a system, whatever certificates the law asks for besides."""
    if certified or not plan.remedies:
        return plan.remedies
    return [r for r in content.effort.roadmap.remedies if any(basis.owes == "system" for basis in r.bases)]


def _by(assessment: Assessment) -> str:
    """The deadline inside a sentence: a day, or how many months are left."""
    due = assessment.deadline
    return NeedTiming(assessment.day, assessment.content.words).inside(due) if due else ""


def _steps(plan: Plan, certified: bool) -> Iterator[tuple[str, date, date]]:
    """Page, first and last day. Where a system is enough nobody certifies it, and the months go to the other steps."""
    *work, certification, upkeep = plan.steps
    if certified or not work:
        work.append(certification)
    begin, end = plan.steps[0].start, work[-1].end
    longer = (plan.certificate - begin) / (end - begin) if end > begin and not certified else 1

    def moved(day: date) -> date:
        return begin + (day - begin) * longer

    yield from ((step.page, moved(step.start), moved(step.end)) for step in work)
    yield upkeep.page, upkeep.start, upkeep.end


def _unasked(assessment: Assessment, settled: bool) -> str:
    asked, total = len(assessment.journey.steps), len(assessment.rules.questions)
    key = "document.unasked" if settled else "document.unasked-yet"
    return assessment.content.words.count(key, asked, total=total, left=total - asked)
