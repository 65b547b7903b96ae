"""The summary as plain data: what the page, the PDF, Markdown and JSON all show."""

from __future__ import annotations

import unicodedata
from datetime import date

from advisor.summary.outlook import Changes, EffortText, Glance, RoadMapText
from advisor.summary.plain import Plain, Reference

COMPANY_LENGTH = 80
"""Characters of a company name that are printed; a longer one is shortened with an ellipsis."""


class CertificateNeeded(Plain):
    """`basis` and `headline` say who asks, as for a verdict; `meaning` says it in a sentence or two."""

    id: str
    name: str
    issuer: str
    basis: str = ""
    headline: str = ""
    meaning: str = ""
    because: str
    reference: Reference


class Reason(Plain):
    id: str
    basis: str
    headline: str
    jurisdiction: str
    because: str
    answers: tuple[str, ...]
    """Labels of the answers that made it fire."""
    misconception: str
    reference: Reference


class VerdictText(Plain):
    """`headline` is the basis in words, `title` and `text` (Markdown) say what it means."""

    standard: str
    name: str
    basis: str
    headline: str
    title: str
    text: str
    at_most: str
    range: str
    """A sentence about the range, or nothing where it is settled."""
    reported: bool
    ask: str = ""
    """Where to ask, because nothing was found there."""
    reasons: tuple[Reason, ...]
    also: tuple[Reason, ...]


class CellText(Plain):
    """`lines` keeps the kinds of duty apart, one sentence each."""

    standard: str
    basis: str
    headline: str
    lines: tuple[str, ...]


class MarketRow(Plain):
    id: str
    name: str
    cells: tuple[CellText, ...]


class OpenText(Plain):
    question: str
    ask_whom: str
    standards: tuple[str, ...]


class NoteText(Plain):
    id: str
    kind: str
    label: str
    say: str
    reference: Reference


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
    checked: date
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
    suggestions: tuple[str, ...]
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
    glance: Glance | None = None
    levers: tuple[Changes, ...] = ()
    effort: EffortText | None = None
    road_map: RoadMapText | None = None
    unasked: str = ""
    """What was not asked and why, in a sentence. This and what stands above it is filled by `ahead.in_full`."""


def clean(text: str, length: int) -> str:
    """User text as harmless data: one line, no control or direction-override characters, shortened."""
    kept = (c for c in unicodedata.normalize("NFC", text[: 20 * length]) if unicodedata.category(c) not in _UNWANTED)
    line = " ".join("".join(kept).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


_UNWANTED = {"Cc", "Cs", "Co", "Cn", "Cf"}
