"""What lies ahead, as plain data: the answer at a glance, what would change it, what it takes, and when."""

from __future__ import annotations

from datetime import date

from advisor.rules.model import Controller
from advisor.summary.plain import Plain, Reference


class Task(Plain):
    """One thing to do: a certificate, a system, or an open answer.

    `basis` gives the colour of who asks, `reference` the provision behind the reason, where there is one.
    """

    asks: str
    basis: str
    do: str
    when: str
    cost: str
    why: str
    reference: Reference | None = None


class Glance(Plain):
    """The whole answer, what is needed first. `more`: a sentence about what page one has no room for, or nothing."""

    tasks: tuple[Task, ...]
    more: str = ""


class LeverText(Plain):
    """`answers`: the new answer per question; merge it into the visitor's answers to try it."""

    standard: str
    effect: str
    reached: str
    sentence: str
    depends: str
    """What the new verdict would still hang on, in a sentence, or nothing."""
    set_aside: tuple[str, ...]
    answers: dict[str, tuple[str, ...]]


class LeverGroup(Plain):
    controlled_by: Controller
    title: str
    levers: tuple[LeverText, ...]


class Changes(Plain):
    """What would change the verdict of one standard. `more`: a sentence about those that are not told here."""

    standard: str
    name: str
    groups: tuple[LeverGroup, ...]
    none: str
    more: str


class FigureText(Plain):
    """`origins`: places in the list of origins, counted from 1."""

    label: str
    value: str
    estimate: bool
    origins: tuple[int, ...]


class StandardFigures(Plain):
    standard: str
    name: str
    held: str
    """A sentence where the certificate is there already."""
    figures: tuple[FigureText, ...]


class OriginText(Plain):
    text: str
    link: str
    estimate: bool


class EffortText(Plain):
    people: str
    standards: tuple[StandardFigures, ...]
    remarks: tuple[str, ...]
    """Savings, costs and cautions, one sentence or two each."""
    origins: tuple[OriginText, ...]


class RoadStep(Plain):
    """First and last day."""

    title: str
    start: date
    end: date


class RoadMapText(Plain):
    """`pace` as in the plan; `sentence` says what it means. `steps`: the last one follows the certificate."""

    pace: str
    sentence: str
    begin: date
    certificate: date
    deadline: date | None
    steps: tuple[RoadStep, ...]
    remedies: tuple[str, ...]
    origin: OriginText
