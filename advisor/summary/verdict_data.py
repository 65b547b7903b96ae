"""The verdicts as plain data: frozen, and nothing but texts, numbers and dates."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from advisor.rules.model import Read


class Plain(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reference(Plain):
    """Where a sentence about the law comes from."""

    source: str
    title: str
    cite: tuple[str, ...]
    link: str
    checked: date | None
    confidence: str
    confidence_label: str
    read: Read = "text"
    known: str = ""
    """How it was read and when; of the visitor's own document that nobody here has seen it."""

    @property
    def told(self) -> str:
        """How well it is known, for what stands behind it."""
        return " · ".join(filter(None, (self.known, self.confidence_label)))


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
    rank: int = Field(exclude=True)
    """Of the basis: the strongest comes first."""
    near: bool = Field(default=True, exclude=True)
    """Whether it has anything to do with this company; one that has not is told nowhere."""
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
    standards: tuple[str, ...] = ()
    """Ids of those it is about; none: of all."""
