"""What the consultant's paper says. Never a part of the summary, so that no form of it can show this by accident."""

from collections.abc import Iterator

from advisor.assessment.assessment import Assessment
from advisor.content.consulting import ConsultingEntry
from advisor.rules.condition_states import holds
from advisor.summary.blocks import DocumentSection, Points, paragraph, runs, strong
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import Plain


class BriefingPoint(Plain):
    """`answer`: what to reply, whom to ask, or why."""

    say: str
    answer: str


class BriefingPart(Plain):
    title: str
    points: tuple[BriefingPoint, ...]


class Briefing(Plain):
    title: str
    warning: str
    answer: str = ""
    """What the client reads first."""
    parts: tuple[BriefingPart, ...]


def briefing(assessment: Assessment, summary: Summary) -> Briefing:
    """For these answers and what they gave."""
    words = assessment.content.words
    counting = list(_counting(assessment, summary))
    parts = {
        kind: [BriefingPoint(say=entry.say, answer=entry.answer) for entry in counting if entry.kind == kind]
        for kind in _ORDER
    }
    beliefs = dict.fromkeys(r.misconception for v in summary.verdicts for r in v.reasons if r.misconception)
    parts["objection"] += [BriefingPoint(say=belief, answer=words["briefing.belief"]) for belief in beliefs]
    parts["open"] = [
        BriefingPoint(say=o.question, answer=words("result.open-ask", whom=o.ask_whom) if o.ask_whom else "")
        for o in summary.open
    ]
    told = (BriefingPart(title=words[f"briefing.{kind}"], points=tuple(parts[kind])) for kind in _ORDER if parts[kind])
    return Briefing(
        title=words["briefing.title"],
        warning=words["briefing.warning"],
        answer=summary.answer.sentence if summary.answer else "",
        parts=tuple(told),
    )


_ORDER = ("open", "question", "objection", "offer")


def _counting(assessment: Assessment, summary: Summary) -> Iterator[ConsultingEntry]:
    """A basis counts if it is the strongest of all verdicts: of two standards one is usually not needed."""
    found = {verdict.basis for verdict in summary.verdicts}
    strongest = next(basis for basis in reversed(assessment.content.ruleset.bases) if basis.id in found)
    named = {certificate.id for certificate in summary.certificates}
    entries = assessment.content.counsel
    states = holds(assessment.rules, [entry.when for entry in entries], assessment.applying)
    for entry, state in zip(entries, states, strict=True):
        fits = not entry.bases or strongest in entry.bases
        if state and fits and (not entry.certificates or named & set(entry.certificates)):
            yield entry


def briefing_sections(briefing: Briefing) -> Iterator[DocumentSection]:
    """The warning and the answer without a title, then a section for each part."""
    answer = (paragraph(briefing.answer),) if briefing.answer else ()
    yield DocumentSection("briefing", "", (paragraph(strong(briefing.warning)), *answer))
    for place, part in enumerate(briefing.parts, 1):
        points = Points(tuple(runs(strong(point.say), f" {point.answer}".rstrip()) for point in part.points))
        yield DocumentSection(f"briefing-{place}", part.title, (points,))
