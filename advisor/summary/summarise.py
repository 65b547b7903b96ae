"""Writes the summary of one assessment from the verdicts and the words of the content."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import get_args

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.words import Words
from advisor.rules.basis import Asker
from advisor.rules.model import Answers, Certificate, Note, Source, Statement
from advisor.summary import wording
from advisor.summary.practice_text import practice_of
from advisor.summary.provision import proof_line, reference_of
from advisor.summary.summary_data import COMPANY_LENGTH, Answered, SourceText, StepText, Summary, clean
from advisor.summary.verdict_data import (
    CellText,
    CertificateNeeded,
    MarketRow,
    NoteText,
    OpenText,
    Reason,
    Reference,
    VerdictText,
)
from advisor.verdicts.finding import Finding
from advisor.verdicts.matrix import Cell, Row
from advisor.verdicts.verdict import Verdict

SAID_KEYS = dict.fromkeys(("glance.paper-{}", "glance.card-{}"), get_args(Asker))


def summarise(assessment: Assessment, company: str = "") -> Summary:
    """The summary without what lies ahead, which `ahead.in_full` adds."""
    content, day, recommendation = assessment.content, assessment.day, assessment.recommendation
    writer = _Summariser(content, day)
    verdicts = tuple(writer.verdict(v, assessment.near) for v in recommendation.verdicts.values())
    notes = tuple(note for note in recommendation.notes if _matters(note, verdicts))
    return Summary(
        day=day,
        company=clean(company, COMPANY_LENGTH),
        product=content.brand.product,
        brand=content.brand.name,
        brand_link=content.brand.link,
        contact_ask=content.brand.contact.ask,
        contact_link=content.brand.contact.link,
        contact_email=content.brand.contact.email,
        verdicts=verdicts,
        certificates=tuple(writer.certificate(c, f) for c, f in recommendation.certificates),
        matrix=tuple(map(writer.row, recommendation.matrix)),
        open=tuple(
            OpenText(question=o.question.ask, ask_whom=o.ask_whom, standards=tuple(s.name for s in o.standards))
            for o in recommendation.open_questions
        ),
        notes=tuple(map(writer.note, notes)),
        steps=tuple(StepText(title=page.title, text=page.body) for page in content.pages["process"]),
        answers=writer.answers(assessment.applying),
        sources=writer.sources(_cited(assessment, notes)),
        limits=content.words["result.limits"],
        settled=recommendation.settled,
        content_hash=content.hash,
        proof=proof_line(content, day),
    )


def reason_of(assessment: Assessment, finding: Finding) -> Reason:
    """Why something is asked, with its provision."""
    return _Summariser(assessment.content, assessment.day).reason(finding)


class _Summariser:
    def __init__(self, content: Content, day: date) -> None:
        self.content, self.day = content, day
        self.words: Words = content.words
        self.questions = content.ruleset.questions
        self.standards = {standard.id: standard for standard in content.ruleset.standards}
        self.outcomes = {page.id: page for page in content.pages["outcomes"]}

    def verdict(self, verdict: Verdict, near: Collection[str]) -> VerdictText:
        headline, title, text = self._heading(verdict)
        return VerdictText(
            standard=verdict.standard.id,
            name=verdict.standard.name,
            basis=verdict.basis.id,
            rank=verdict.basis.rank,
            near=verdict.standard.id in near or verdict.at_most.asks,
            headline=headline,
            title=title,
            text=text,
            at_most=verdict.at_most.id,
            range="" if verdict.at_most is verdict.basis else self._range(verdict),
            reported=verdict.reported,
            ask=self._ask(verdict),
            reasons=tuple(map(self.reason, verdict.decided_by)),
            also=tuple(self.reason(finding) for finding in verdict.also if self._worth_saying(finding)),
        )

    def _heading(self, verdict: Verdict) -> tuple[str, str, str]:
        """Headline, title and text. Where nothing is certain yet, "not needed" would be read as the answer; where a
        market is not researched, silence would be read as freedom."""
        words, name = self.words, verdict.standard.name
        if not verdict.basis.asks and verdict.at_most is not verdict.basis:
            text = words("result.undecided-text", upper=self._upper(verdict))
            return words["result.undecided"], words("result.undecided-title", standard=name), text
        if not verdict.basis.asks and verdict.unresearched:
            text = words("result.unresearched-text", markets=_unresearched(verdict))
            return words["result.unresearched"], words("result.unresearched-title", standard=name), text
        page = self.outcomes[f"{verdict.standard.id}.{verdict.basis}"]
        only = f"{words('result.only-as', standard=name)}\n\n" if verdict.only_elsewhere else ""
        return self._headline(verdict), page.title, f"{only}{page.body}"

    def _headline(self, verdict: Verdict) -> str:
        headline = self.words.basis(verdict.basis, reported=verdict.reported)
        if verdict.only_elsewhere:
            return self.words("result.headline-as", headline=headline, section=self.words["glance.do"])
        return headline

    def _ask(self, verdict: Verdict) -> str:
        if not verdict.unresearched:
            return ""
        return self.words("result.suggest-ask", standard=verdict.standard.name, markets=_unresearched(verdict))

    def _worth_saying(self, finding: Finding) -> bool:
        """A general "not needed" beside a stronger verdict only confuses; one about a market informs."""
        place = self.content.ruleset.jurisdictions[finding.obligation.jurisdiction]
        return finding.obligation.basis.asks or place.settle

    def _range(self, verdict: Verdict) -> str:
        lower = self.words.basis(verdict.basis, reported=verdict.reported)
        return self.words("result.at-most", lower=lower, upper=self._upper(verdict))

    def _upper(self, verdict: Verdict) -> str:
        return self.words.basis(verdict.at_most, reported=verdict.reported_at_most)

    def reason(self, finding: Finding) -> Reason:
        obligation = finding.obligation
        return Reason(
            id=obligation.id,
            basis=obligation.basis.id,
            headline=self.words[f"basis.{obligation.basis}"],
            jurisdiction=self.content.ruleset.jurisdictions[obligation.jurisdiction].name,
            because=obligation.because,
            answers=tuple(wording.chosen(self.questions, finding.answers)),
            misconception=obligation.misconception,
            reference=self.reference(obligation),
        )

    def reference(self, statement: Statement) -> Reference:
        return reference_of(statement, self.content.ruleset.sources[statement.source], self.words, self.day)

    def certificate(self, certificate: Certificate, finding: Finding) -> CertificateNeeded:
        reason, asker = self.reason(finding), finding.obligation.asker
        reported = finding.obligation.confidence == "low"
        return CertificateNeeded(
            id=certificate.id,
            name=certificate.name,
            issuer=certificate.issuer,
            basis=self.content.ruleset.asked_by(asker).id,
            headline=self.words.headline(f"glance.paper-{asker}", reported=reported),
            meaning=self.words["glance.card-reported" if reported else f"glance.card-{asker}"],
            because=reason.because,
            reference=reason.reference,
        )

    def _issued(self, certificate: Certificate) -> str:
        return self.words("result.suggest-certificate", certificate=certificate.name, issuer=certificate.issuer)

    def row(self, row: Row) -> MarketRow:
        cells = tuple(self._cell(standard, cell) for standard, cell in row.cells.items())
        return MarketRow(id=row.jurisdiction.id, name=row.jurisdiction.name, cells=cells)

    def _cell(self, standard: str, cell: Cell) -> CellText:
        words, basis = self.words, cell.basis
        blank = "unresearched" if self.standards[standard].by_market else "nothing"
        headline = words[f"basis.{basis}"] if basis else words["duty.undecided" if cell.at_most else f"duty.{blank}"]
        lines = tuple(self._duties(cell))
        return CellText(standard=standard, basis=basis.id if basis else "", headline=headline, lines=lines)

    def _duties(self, cell: Cell) -> Iterator[str]:
        words, found = self.words, dict.fromkeys(f.obligation.basis for f in cell.findings)
        asked = [words[f"basis-duty.{basis}"] for basis in found if basis.asks]
        yield from asked or (words["duty.other" if cell.certificates else f"basis-duty.{basis}"] for basis in found)
        yield from map(self._issued, cell.certificates)
        if cell.evidence:
            yield words["duty.evidence"]
        if cell.reported:
            yield words["confidence.low"]
        if cell.at_most and cell.at_most is not cell.basis:
            yield words("duty.open", upper=words.basis(cell.at_most, reported=cell.reported_at_most))

    def note(self, note: Note) -> NoteText:
        label, reference = self.words[f"note.{note.kind}"], self.reference(note)
        standards = note.standards
        return NoteText(id=note.id, kind=note.kind, label=label, say=note.say, reference=reference, standards=standards)

    def answers(self, answers: Answers) -> tuple[Answered, ...]:
        return tuple(
            Answered(id=q.id, question=q.ask, answers=tuple(wording.chosen([q], answers)))
            for q in self.questions
            if answers.get(q.id)
        )

    def sources(self, cited: Iterable[str]) -> tuple[SourceText, ...]:
        """Each that is cited once; what the visitor's own documents say is one."""
        used = set(cited)
        sources = (source for source in self.content.ruleset.sources.values() if source.id in used)
        told = map(self._source, sorted(sources, key=lambda source: source.title))
        return tuple({source.title: source for source in told}.values())

    def _source(self, source: Source) -> SourceText:
        title, version, read = source.title, source.version, self.words[f"read.{source.read}"]
        if source.read == "yours":
            title, line = self.words["result.yours"], self.words["document.source-yours"]
            return SourceText(title=title, version="", link="", checked=None, read=read, line=line)
        line = self._source_line(source)
        return SourceText(title=title, version=version, link=source.link, checked=source.checked, read=read, line=line)

    def _source_line(self, source: Source) -> str:
        """A day is told only where somebody looked something up."""
        words, title, version = self.words, source.title, source.version
        if source.read == "own-knowledge":
            unread = "document.source-unread-version" if version else "document.source-unread"
            return words(unread, title=title, version=version)
        key = "document.source-line-version" if version else "document.source-line"
        checked, read = wording.day(source.checked, words), words[f"read.{source.read}"]
        return words(key, title=title, version=version, date=checked, read=read)


def _matters(note: Note, verdicts: Iterable[VerdictText]) -> bool:
    """Whether it is about no standard in particular, or about one that has to do with this company."""
    return not note.standards or any(v.near and v.standard in note.standards for v in verdicts)


def _cited(assessment: Assessment, notes: Iterable[Note]) -> Iterator[str]:
    """Ids of the sources of all that is told, in any order."""
    yield from (note.source for note in notes)
    yield from (ref.source for practice in practice_of(assessment) for ref in practice.references)
    needs = [each for need in assessment.advice.needs for each in need.all]
    yield from (need.rule.source for need in needs if need.rule and need.rule.source)
    verdicts = assessment.recommendation.verdicts.values()
    near = [verdict for verdict in verdicts if verdict.standard.id in assessment.near or verdict.at_most.asks]
    yield from (finding.obligation.source for need in needs for finding in need.findings)
    yield from (finding.obligation.source for verdict in near for finding in verdict.findings)


def _unresearched(verdict: Verdict) -> str:
    return ", ".join(market.name for market in verdict.unresearched)
