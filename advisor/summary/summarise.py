"""Writes the summary of one assessment from the verdicts and the words of the content."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.words import Words
from advisor.rules.basis import Asker
from advisor.rules.model import Answers, Certificate, Note, Question, Source, Statement
from advisor.summary import wording
from advisor.summary.proof_line import proof_line
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
from advisor.verdicts.matrix import Cell
from advisor.verdicts.verdict import Recommendation, Verdict

SAID_KEYS = dict.fromkeys(("glance.paper-{}", "glance.card-{}"), get_args(Asker))


def summarise(assessment: Assessment, company: str = "") -> Summary:
    """The summary without what lies ahead, which `ahead.in_full` adds."""
    content, day, recommendation = assessment.content, assessment.day, assessment.recommendation
    writer = _Summariser(content, day)
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
        answers=writer.answers(assessment.applying),
        sources=writer.sources(recommendation),
        limits=content.words["result.limits"],
        settled=recommendation.settled,
        content_hash=content.hash,
        proof=proof_line(content, day),
    )


def _is_blank(verdict: Verdict) -> bool:
    """Nothing asks for the certificate, but not all has been looked at."""
    return not verdict.basis.asks and bool(verdict.unresearched)


def _names(verdict: Verdict) -> str:
    return ", ".join(market.name for market in verdict.unresearched)


class _Summariser:
    def __init__(self, content: Content, day: date) -> None:
        self.content, self.day = content, day
        self.words: Words = content.words
        self.questions = {q.id: q for q in content.ruleset.questions}
        self.standards = {standard.id: standard for standard in content.ruleset.standards}
        self.outcomes = {page.id: page for page in content.pages["outcomes"]}

    def verdict(self, verdict: Verdict) -> VerdictText:
        settled = verdict.at_most is verdict.basis
        open_ = not verdict.basis.asks and not settled
        title, text = self._undecided(verdict) if open_ else self._outcome(verdict)
        if blank := not open_ and _is_blank(verdict):
            title, text = self._unresearched(verdict)
        return VerdictText(
            standard=verdict.standard.id,
            name=verdict.standard.name,
            basis=verdict.basis.id,
            rank=verdict.basis.rank,
            headline=self.words["result.undecided" if open_ else "result.unresearched"]
            if open_ or blank
            else self._headline(verdict),
            title=title,
            text=text,
            at_most=verdict.at_most.id,
            range="" if settled else self._range(verdict),
            reported=verdict.reported,
            ask=self._ask(verdict),
            reasons=tuple(map(self.reason, verdict.decided_by)),
            also=tuple(self.reason(finding) for finding in verdict.also if self._worth_saying(finding)),
        )

    def _headline(self, verdict: Verdict) -> str:
        headline = self.words.basis(verdict.basis, reported=verdict.reported)
        if verdict.only_elsewhere:
            return self.words("result.headline-as", headline=headline, section=self.words["glance.do"])
        return headline

    def _outcome(self, verdict: Verdict) -> tuple[str, str]:
        page = self.outcomes[f"{verdict.standard.id}.{verdict.basis}"]
        if not verdict.only_elsewhere:
            return page.title, page.body
        return page.title, f"{self.words('result.only-as', standard=verdict.standard.name)}\n\n{page.body}"

    def _undecided(self, verdict: Verdict) -> tuple[str, str]:
        """Where nothing is certain yet, "not needed" would be read as the answer."""
        upper = self.words.basis(verdict.at_most, reported=verdict.reported_at_most)
        title = self.words("result.undecided-title", standard=verdict.standard.name)
        return title, self.words("result.undecided-text", upper=upper)

    def _unresearched(self, verdict: Verdict) -> tuple[str, str]:
        """Where a market is not researched, silence would be read as freedom."""
        title = self.words("result.unresearched-title", standard=verdict.standard.name)
        return title, self.words("result.unresearched-text", markets=_names(verdict))

    def _ask(self, verdict: Verdict) -> str:
        if not verdict.unresearched:
            return ""
        return self.words("result.suggest-ask", standard=verdict.standard.name, markets=_names(verdict))

    def _worth_saying(self, finding: Finding) -> bool:
        """A general "not needed" beside a stronger verdict only confuses; one about a market informs."""
        place = self.content.ruleset.jurisdictions[finding.obligation.jurisdiction]
        return finding.obligation.basis.asks or place.settle

    def _range(self, verdict: Verdict) -> str:
        lower = self.words.basis(verdict.basis, reported=verdict.reported)
        upper = self.words.basis(verdict.at_most, reported=verdict.reported_at_most)
        return self.words("result.at-most", lower=lower, upper=upper)

    def reason(self, finding: Finding) -> Reason:
        obligation = finding.obligation
        return Reason(
            id=obligation.id,
            basis=obligation.basis.id,
            headline=self.words[f"basis.{obligation.basis}"],
            jurisdiction=self.content.ruleset.jurisdictions[obligation.jurisdiction].name,
            because=obligation.because,
            answers=tuple(label for q, options in finding.answers.items() for label in self._labels(q, options)),
            misconception=obligation.misconception,
            reference=self.reference(obligation),
        )

    def reference(self, statement: Statement) -> Reference:
        source = self.content.ruleset.sources[statement.source]
        return Reference(
            source=source.id,
            title=source.title,
            cite=statement.cite,
            link=source.link,
            checked=statement.checked,
            confidence=statement.confidence,
            confidence_label=self._confidence(statement),
        )

    def _confidence(self, statement: Statement) -> str:
        label = self.words[f"confidence.{statement.confidence}"]
        if statement.review_by >= self.day:
            return label
        return self.words("confidence.overdue", confidence=label, date=wording.day(statement.review_by, self.words))

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

    def suggestions(self, recommendation: Recommendation) -> tuple[str, ...]:
        lines = [
            self.words(
                "result.suggest-standard",
                standard=recommendation.verdicts[s].standard.name,
                headline=self._headline(recommendation.verdicts[s]),
            )
            for s in recommendation.suggested
        ]
        lines += [
            self.words("result.suggest-certificate", certificate=c.name, issuer=c.issuer)
            for c, _ in recommendation.certificates
        ]
        open_ = any(v.at_most is not v.basis for v in recommendation.verdicts.values())
        if open_:
            lines.append(self.words["result.suggest-wait"])
        asks = [ask for verdict in recommendation.verdicts.values() if (ask := self._ask(verdict))]
        return tuple([*lines, *asks] or [self.words["result.suggest-none"]])

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
        found = dict.fromkeys(f.obligation.basis for f in cell.findings)
        lines = [self.words[f"basis-duty.{basis}"] for basis in found if basis.asks]
        lines = lines or [self.words["duty.other" if cell.certificates else f"basis-duty.{basis}"] for basis in found]
        lines += [
            self.words("result.suggest-certificate", certificate=c.name, issuer=c.issuer) for c in cell.certificates
        ]
        if cell.evidence:
            lines.append(self.words["duty.evidence"])
        if cell.reported:
            lines.append(self.words["confidence.low"])
        if cell.at_most and cell.at_most is not cell.basis:
            upper = self.words.basis(cell.at_most, reported=cell.reported_at_most)
            lines.append(self.words("duty.open", upper=upper))
        blank = "unresearched" if self.standards[standard].by_market else "nothing"
        headline = self.words[f"basis.{cell.basis}"] if cell.basis else self.words[f"duty.{blank}"]
        if not cell.basis and cell.at_most:
            headline = self.words["duty.undecided"]
        basis = cell.basis.id if cell.basis else ""
        return CellText(standard=standard, basis=basis, headline=headline, lines=tuple(lines))

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
            reference=self.reference(note),
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
        return tuple(map(self._source, sorted(sources, key=lambda s: s.title)))

    def _source(self, source: Source) -> SourceText:
        title, version, read = source.title, source.version, self.words[f"read.{source.read}"]
        key = "document.source-line-version" if version else "document.source-line"
        checked = wording.day(source.checked, self.words)
        line = self.words(key, title=title, version=version, date=checked, read=read)
        return SourceText(title=title, version=version, link=source.link, checked=source.checked, read=read, line=line)
