"""The summary as plain data: what the screen and every form of the document show."""

import unicodedata
from datetime import date
from typing import Literal

from advisor.rules.model import Controller
from advisor.summary.answer_data import AnswerText, ChangeText
from advisor.summary.verdict_data import CertificateNeeded, MarketRow, NoteText, OpenText, Plain, Reference, VerdictText

COMPANY_LENGTH = 80
"""Characters of a company name that are printed; a longer one is shortened with an ellipsis."""


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
    """`key` tells figures apart whatever their label. `origins`: places in the list of origins, counted from 1."""

    key: str = ""
    label: str
    value: str
    estimate: bool
    origins: tuple[int, ...]


Wanted = Literal["certificate", "system", "choice"]
"""What is asked of the company: the certificate, only the system behind it, or neither."""


class StandardFigures(Plain):
    standard: str
    name: str
    held: str
    """A sentence where the certificate is there already."""
    wanted: Wanted = "certificate"
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
    of_audits: tuple[str, ...] = ()
    """Those remarks that concern only who is audited."""
    origins: tuple[OriginText, ...]


class RoadStep(Plain):
    """First and last day."""

    title: str
    start: date
    end: date


class RoadMapText(Plain):
    """`pace` as in the plan; `sentence` says what it means. `steps`: the last one follows the certificate. `certified`:
    whether a certificate is needed, or the system is enough."""

    pace: str
    certified: bool = True
    sentence: str
    begin: date
    certificate: date
    deadline: date | None
    steps: tuple[RoadStep, ...]
    remedies: tuple[str, ...]
    origin: OriginText


class PracticeLineText(Plain):
    """`texts`: a sentence or two, or the steps. `origin`: place in the list of references, counted from 1."""

    part: str
    label: str
    texts: tuple[str, ...]
    link: str = ""
    origin: int
    reported: str = ""
    """A phrase where the line is only reported."""


class PracticeText(Plain):
    """How something that is needed is got."""

    id: str
    name: str
    lines: tuple[PracticeLineText, ...]
    references: tuple[Reference, ...]


class StepText(Plain):
    title: str
    text: str


class Answered(Plain):
    id: str
    question: str
    answers: tuple[str, ...]


class SourceText(Plain):
    title: str
    version: str
    link: str
    checked: date | None
    """None: the visitor's own document, which nobody here has read."""
    read: str
    line: str = ""
    """All of it in one sentence."""


class Summary(Plain):
    """Same input, same summary: nothing in here depends on the clock or the machine."""

    day: date
    company: str
    product: str
    brand: str
    brand_link: str
    contact_ask: str
    contact_link: str
    contact_email: str
    verdicts: tuple[VerdictText, ...]
    certificates: tuple[CertificateNeeded, ...]
    matrix: tuple[MarketRow, ...]
    open: tuple[OpenText, ...]
    notes: tuple[NoteText, ...]
    steps: tuple[StepText, ...]
    answers: tuple[Answered, ...]
    sources: tuple[SourceText, ...]
    limits: str
    settled: bool
    content_hash: str
    proof: str = ""
    """Whether this content was proven, in a sentence."""
    answer: AnswerText | None = None
    changes: tuple[ChangeText, ...] = ()
    effort: EffortText | None = None
    road_map: RoadMapText | None = None
    practice: tuple[PracticeText, ...] = ()
    unasked: str = ""
    """What was not asked and why, in a sentence. This and what stands above it is filled by `ahead.in_full`."""


def clean(text: str, length: int) -> str:
    """User text as harmless data: one line, no control or direction-override characters, shortened."""
    plain = " ".join(unicodedata.normalize("NFC", text[: 20 * length]).split())  # a tab or line break parts words
    kept = (c for c in plain if unicodedata.category(c) not in _UNWANTED)
    line = " ".join("".join(kept).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


_UNWANTED = {"Cc", "Cs", "Co", "Cn", "Cf"}
