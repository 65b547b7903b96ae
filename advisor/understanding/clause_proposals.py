"""What a clause would answer, question by question, each for the visitor to confirm: nothing is filled in by itself."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from advisor.content.clause_patterns import ClausePatterns, ClauseSubject, DocumentKind, NamedStandard
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.understanding.clause_finder import DemandClause, Strength, clauses
from advisor.understanding.clause_reading import ClauseReading
from advisor.understanding.deadlines import Deadline
from advisor.understanding.documents import DocumentText


@dataclass(frozen=True)
class ClauseAnswer:
    """One option of one question. `sure`: it may be ticked beforehand; else it is only offered."""

    question: str
    option: str
    sure: bool


@dataclass(frozen=True)
class ClauseProposal:
    """A clause with what it would answer."""

    clause: DemandClause
    answers: tuple[ClauseAnswer, ...]


CERTIFICATES = frozenset({Strength.CERTIFIED, Strength.EQUIVALENT, Strength.PROOF, Strength.PREFERRED})


def clause_proposals(
    document: DocumentText, reading: ClauseReading, ruleset: Ruleset, today: date
) -> tuple[ClauseProposal, ...]:
    """Each clause of a document, in its order. `today`: the day from which bands of dates count."""
    kind = reading.kind_of(document.text[:BEGINNING])
    asked = {question.id: question for question in ruleset.questions}
    found = clauses(document, reading)
    return tuple(
        ClauseProposal(clause, tuple(dict.fromkeys(_answers(clause, reading.patterns, kind, asked, today))))
        for clause in found
    )


BEGINNING = 4_000
"""Letters of a document that say what kind it is of."""


def _answers(
    clause: DemandClause, patterns: ClausePatterns, kind: DocumentKind | None, asked: dict[str, Question], today: date
) -> Iterator[ClauseAnswer]:
    """What was only asked for as information demands nothing: it is offered, never ticked."""
    about = patterns.questions
    wanted = clause.strength is not Strength.ASKED
    for standard in _named(clause, patterns):
        if standard.scheme:
            yield ClauseAnswer(about.scheme, standard.scheme, wanted)
    for subject in _subjects(clause, patterns):
        yield ClauseAnswer(about.subject, subject.demands, wanted)
        yield from (ClauseAnswer(subject.form, option, sure and wanted) for option, sure in _where(patterns, kind))
        if subject.words:
            yield from (ClauseAnswer(subject.words, option, True) for option in _what(clause, patterns))
    yield from (ClauseAnswer(about.holder, option, len(clause.holder) == 1) for option in clause.holder)
    if clause.by and wanted and (band := band_of(clause.by, asked[about.by], patterns, today)):
        yield ClauseAnswer(about.by, band, clause.by.day is not None)


def _named(clause: DemandClause, patterns: ClausePatterns) -> Iterable[NamedStandard]:
    return (standard for standard in patterns.standards if standard.id in clause.standards)


def _subjects(clause: DemandClause, patterns: ClausePatterns) -> Iterator[ClauseSubject]:
    """What the clause is about; where it names no standard, a certified system or just a system."""
    known = {subject.id: subject for subject in patterns.subjects}
    unnamed = patterns.unnamed.certified if clause.strength in CERTIFICATES else patterns.unnamed.operated
    names = [standard.subject for standard in _named(clause, patterns)] or [unnamed]
    yield from (known[name] for name in dict.fromkeys(names))


def _where(patterns: ClausePatterns, kind: DocumentKind | None) -> Iterator[tuple[str, bool]]:
    """Where a demand of such a document stands; where it does not say, all that is likely, none of it sure."""
    options, sure = (kind.options, kind.sure) if kind else (patterns.otherwise, False)
    yield from ((option, sure) for option in options)


def _what(clause: DemandClause, patterns: ClausePatterns) -> Iterator[str]:
    if clause.strength is not Strength.ASKED:
        yield getattr(patterns.strengths, clause.strength.name.lower())
    if clause.strength in CERTIFICATES - {Strength.PREFERRED}:
        marked = ((clause.accredited, patterns.marks.accredited), (clause.plan, patterns.marks.plan))
        yield from (option for holds, option in marked if holds)


def band_of(by: Deadline, question: Question, patterns: ClausePatterns, today: date) -> str:
    """The option of the band into which a day or a period from today falls; nothing for a mere event."""
    bands = sorted((option.months, option.id) for option in question.options if option.months)
    if by.day and by.day < today:
        return patterns.days.past
    if by.day is None and by.months is None:
        return ""
    day = by.day or months_on(today, by.months or 0)
    return next((name for months, name in bands if day <= months_on(today, months)), patterns.days.later)


def months_on(start: date, months: int) -> date:
    """The same day so many months on, or the last one of that month."""
    year, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))
