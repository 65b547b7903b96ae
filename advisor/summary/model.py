"""The summary as plain data: what the page, the PDF, Markdown and JSON all show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel, ConfigDict

from advisor.finding import Finding
from advisor.library import Content
from advisor.matrix import Cell
from advisor.model import Answers, Basis, Certificate, Note, Question, Source
from advisor.verdict import Recommendation, Verdict
from advisor.words import Words

COMPANY_LENGTH = 80
"""Characters of a company name that are printed; a longer one is shortened with an ellipsis."""


class Plain(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reference(Plain):
    """Where a sentence about the law comes from."""

    source: str
    title: str
    cite: tuple[str, ...]
    link: str
    checked: date
    confidence: str
    confidence_label: str


class CertificateNeeded(Plain):
    id: str
    name: str
    issuer: str
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


def clean(text: str, length: int) -> str:
    """User text as harmless data: one line, no control or direction-override characters, shortened."""
    kept = (c for c in unicodedata.normalize("NFC", text[: 20 * length]) if unicodedata.category(c) not in _UNWANTED)
    line = " ".join("".join(kept).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


_UNWANTED = {"Cc", "Cs", "Co", "Cn", "Cf"}


def summarise(
    content: Content, answers: Answers, recommendation: Recommendation, day: date, company: str = ""
) -> Summary:
    """Build the summary of one assessment. `day` is the day of the assessment."""
    writer = _Writer(content)
    steps = tuple(StepText(title=page.title, text=page.body) for page in content.pages["process"])
    return Summary(
        day=day,
        company=clean(company, COMPANY_LENGTH),
        product=content.brand.product,
        brand=content.brand.name,
        brand_link=content.brand.link,
        contact_ask=content.brand.contact.ask,
        contact_link=content.brand.contact.link,
        contact_email=content.brand.contact.email,
        verdicts=tuple(map(writer.verdict, recommendation.verdicts.values())),
        suggestions=writer.suggestions(recommendation),
        certificates=tuple(writer.certificate(c, f) for c, f in recommendation.certificates),
        matrix=writer.matrix(recommendation),
        open=writer.open(recommendation),
        notes=tuple(map(writer.note, recommendation.notes)),
        steps=steps,
        answers=writer.answers(answers),
        sources=writer.sources(recommendation),
        limits=content.words["result.limits"],
        settled=recommendation.settled,
        content_hash=content.hash,
    )


class _Writer:
    def __init__(self, content: Content) -> None:
        self.content = content
        self.words: Words = content.words
        self.questions = {q.id: q for q in content.ruleset.questions}
        self.outcomes = {page.id: page for page in content.pages["outcomes"]}

    def verdict(self, verdict: Verdict) -> VerdictText:
        page = self.outcomes[f"{verdict.standard.id}.{verdict.basis}"]
        settled = verdict.at_most is verdict.basis
        return VerdictText(
            standard=verdict.standard.id,
            name=verdict.standard.name,
            basis=verdict.basis,
            headline=self.words[f"basis.{verdict.basis}"],
            title=page.title,
            text=page.body,
            at_most=verdict.at_most,
            range="" if settled else self._range(verdict),
            reported=verdict.reported,
            reasons=tuple(map(self.reason, verdict.decided_by)),
            also=tuple(map(self.reason, verdict.also)),
        )

    def _range(self, verdict: Verdict) -> str:
        lower, upper = (self.words[f"basis.{basis}"] for basis in (verdict.basis, verdict.at_most))
        return self.words("result.at-most", lower=lower, upper=upper)

    def reason(self, finding: Finding) -> Reason:
        obligation = finding.obligation
        return Reason(
            id=obligation.id,
            basis=obligation.basis,
            headline=self.words[f"basis.{obligation.basis}"],
            jurisdiction=self.content.ruleset.jurisdictions[obligation.jurisdiction].name,
            because=obligation.because,
            answers=tuple(label for q, options in finding.answers.items() for label in self._labels(q, options)),
            misconception=obligation.misconception,
            reference=self.reference(obligation.source, obligation.cite, obligation.checked, obligation.confidence),
        )

    def reference(self, source_id: str, cite: tuple[str, ...], checked: date, confidence: str) -> Reference:
        source = self.content.ruleset.sources[source_id]
        return Reference(
            source=source.id,
            title=source.title,
            cite=cite,
            link=source.link,
            checked=checked,
            confidence=confidence,
            confidence_label=self.words[f"confidence.{confidence}"],
        )

    def certificate(self, certificate: Certificate, finding: Finding) -> CertificateNeeded:
        reason = self.reason(finding)
        return CertificateNeeded(
            id=certificate.id,
            name=certificate.name,
            issuer=certificate.issuer,
            because=reason.because,
            reference=reason.reference,
        )

    def suggestions(self, recommendation: Recommendation) -> tuple[str, ...]:
        lines = [
            self.words(
                "result.suggest-standard",
                standard=recommendation.verdicts[s].standard.name,
                headline=self.words[f"basis.{recommendation.verdicts[s].basis}"],
            )
            for s in recommendation.suggested
        ]
        lines += [
            self.words("result.suggest-certificate", certificate=c.name, issuer=c.issuer)
            for c, _ in recommendation.certificates
        ]
        return tuple(lines or [self.words["result.suggest-none"]])

    def matrix(self, recommendation: Recommendation) -> tuple[MarketRow, ...]:
        return tuple(
            MarketRow(
                id=row.jurisdiction.id,
                name=row.jurisdiction.name,
                cells=tuple(self._cell(standard, cell) for standard, cell in row.cells.items()),
            )
            for row in recommendation.matrix
        )

    def _cell(self, standard: str, cell: Cell) -> CellText:
        duties = dict.fromkeys(f.obligation.basis.duty for f in cell.findings)
        lines = [self.words[f"duty.{duty}"] for duty in duties if duty != Basis.NOT_NEEDED.duty or len(duties) == 1]
        lines += [
            self.words("result.suggest-certificate", certificate=c.name, issuer=c.issuer) for c in cell.certificates
        ]
        if cell.evidence:
            lines.append(self.words["duty.evidence"])
        if cell.reported:
            lines.append(self.words["confidence.low"])
        if cell.at_most and cell.at_most is not cell.basis:
            lines.append(self.words("duty.open", upper=self.words[f"basis.{cell.at_most}"]))
        headline = self.words[f"basis.{cell.basis}"] if cell.basis else self.words["duty.nothing"]
        if not cell.basis and cell.at_most:
            headline = self.words["duty.undecided"]
        return CellText(standard=standard, basis=cell.basis or "", headline=headline, lines=tuple(lines))

    def open(self, recommendation: Recommendation) -> tuple[OpenText, ...]:
        return tuple(
            OpenText(
                question=o.question.ask, ask_whom=o.ask_whom, standards=tuple(standard.name for standard in o.standards)
            )
            for o in recommendation.open_questions
        )

    def note(self, note: Note) -> NoteText:
        return NoteText(
            id=note.id,
            kind=note.kind,
            label=self.words[f"note.{note.kind}"],
            say=note.say,
            reference=self.reference(note.source, note.cite, note.checked, note.confidence),
        )

    def answers(self, answers: Answers) -> tuple[Answered, ...]:
        return tuple(
            Answered(id=q.id, question=q.ask, answers=self._labels(q.id, answers[q.id]))
            for q in self.questions.values()
            if answers.get(q.id)
        )

    def _labels(self, question_id: str, options: Iterable[str]) -> tuple[str, ...]:
        question: Question = self.questions[question_id]
        return tuple(option.label for option in question.options if option.id in set(options))

    def sources(self, recommendation: Recommendation) -> tuple[SourceText, ...]:
        used = {f.obligation.source for v in recommendation.verdicts.values() for f in v.findings}
        used |= {note.source for note in recommendation.notes}
        sources: list[Source] = [s for s in self.content.ruleset.sources.values() if s.id in used]
        return tuple(
            SourceText(
                title=s.title, version=s.version, link=s.link, checked=s.checked, read=self.words[f"read.{s.read}"]
            )
            for s in sorted(sources, key=lambda s: s.title)
        )
