"""What lies ahead, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.briefing import Briefing
from advisor.summary.outlook import Changes, EffortText, Glance, RoadMapText
from advisor.summary.summary_data import Summary


def glance(told: Glance, words: Words) -> Iterator[str]:
    for task in told.tasks:
        yield f"### {task.do}\n"
        yield f"- **{words['glance.who']}.** {task.asks}"
        yield from (f"- **{words[f'glance.{key}']}.** {getattr(task, key)}" for key in ("when", "cost", "why"))
        yield ""
    if told.more:
        yield f"{told.more}\n"


def lines(summary: Summary, words: Words) -> Iterator[str]:
    if summary.levers:
        yield f"\n## {words['document.changes']}\n"
    for changes in summary.levers:
        yield from _changes(changes)
    if summary.effort:
        yield from _effort(summary.effort, words)
    if summary.road_map:
        yield from _road_map(summary.road_map, words)


def _changes(changes: Changes) -> Iterator[str]:
    yield f"\n### {changes.name}\n"
    if changes.none:
        yield changes.none
    for group in changes.groups:
        yield f"**{group.title}**\n"
        yield from (f"- {lever.sentence} {lever.depends}".rstrip() for lever in group.levers)
        yield ""
    if changes.more:
        yield changes.more


def _effort(effort: EffortText, words: Words) -> Iterator[str]:
    yield f"\n## {words['effort.title']}\n"
    yield f"{words('document.takes-for', people=effort.people)} {words['effort.intro']}\n"
    for standard in effort.standards:
        yield f"\n| {standard.name} | {words['document.value']} | {words['document.from-document']} |"
        yield "| --- | --- | --- |"
        for figure in standard.figures:
            marks = " ".join(f"[{place}]" for place in figure.origins)
            estimate = f" ({words['effort.estimate']})" if figure.estimate else ""
            yield f"| {figure.label} | {figure.value}{estimate} | {marks} |"
        if standard.held:
            yield f"\n{standard.held}"
    yield ""
    yield from (f"- {remark}" for remark in effort.remarks)
    yield f"\n### {words['document.figures-from']}\n"
    for place, origin in enumerate(effort.origins, 1):
        link = f" <{origin.link}>" if origin.link else ""
        yield f"{place}. {origin.text}{link}"


def _road_map(road_map: RoadMapText, words: Words) -> Iterator[str]:
    yield f"\n## {words['roadmap.title']}\n"
    yield f"{road_map.sentence} {road_map.origin.text}\n"
    yield f"| {words['document.step']} | {words['document.begins']} | {words['document.ends']} |"
    yield "| --- | --- | --- |"
    yield from (f"| {step.title} | {step.start} | {step.end} |" for step in road_map.steps)
    if road_map.remedies:
        yield f"\n### {words['roadmap.remedies']}\n"
    yield from (f"- {remedy}" for remedy in road_map.remedies)


def briefing(private: Briefing) -> Iterator[str]:
    yield f"\n# {private.title}\n"
    yield f"**{private.warning}**"
    for part in private.parts:
        yield f"\n## {part.title}\n"
        yield from (f"- **{point.say}** {point.answer}".rstrip() for point in part.points)
