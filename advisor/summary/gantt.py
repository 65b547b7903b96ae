"""The bars of the road map, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.content.words import Words
from advisor.summary.outlook import RoadMapText
from advisor.summary.wording import day

_LETTER = 6.2
"""Width of a letter of the label, at most, on the 640 units of a picture."""


@dataclass(frozen=True)
class Bar:
    """`at` and `anchor` place the label beside the bar, where there is room for it."""

    title: str
    x: float
    width: float
    at: float
    anchor: str


def bars(plan: RoadMapText, width: float) -> tuple[Bar, ...]:
    """Of all steps until the certificate; the last step follows it."""
    last = max(plan.certificate, plan.deadline or plan.certificate)
    unit = width / max(1, (last - plan.begin).days)
    found = []
    for step in plan.steps[:-1]:
        x, end = ((moment - plan.begin).days * unit for moment in (step.start, step.end))
        long = max(end - x, width / 125)
        fits = x + long + (len(step.title) + 3) * _LETTER <= width
        at, anchor = (x + long + 5, "start") if fits else (x - 5, "end")
        found.append(Bar(step.title, round(x, 1), round(long, 1), round(at, 1), anchor))
    return tuple(found)


def in_words(plan: RoadMapText, words: Words) -> str:
    steps = (
        words("document.gantt-step", title=step.title, start=day(step.start, words), end=day(step.end, words))
        for step in plan.steps[:-1]
    )
    return words(
        "document.gantt", begin=day(plan.begin, words), certificate=day(plan.certificate, words), steps=" ".join(steps)
    )
