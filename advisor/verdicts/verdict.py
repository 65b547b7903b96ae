"""Judges one case: a verdict per standard with its reasons and range, and the matrix of markets."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.rules.basis import Basis
from advisor.rules.model import Answers, Certificate, Jurisdiction, Note, Obligation, Question, Standard
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.finding import Finding, certificates, findings, only_reported, undecided
from advisor.verdicts.matrix import Row, matrix, unresearched
from advisor.verdicts.relevance import open_questions


@dataclass(frozen=True)
class Verdict:
    """The strongest basis of a standard.

    `basis` is certain; `at_most` is the strongest that unknown answers still leave possible.
    `decided_by` are the findings of that basis, `also` the weaker ones, strongest first.
    `reported`: everything that decides it is only reported, so it must be checked before anyone relies on it;
    `reported_at_most`: so is everything that could still make it the strongest.
    `unresearched`: the chosen markets about which no statement was found, where that does not mean that none exists.
    """

    standard: Standard
    basis: Basis
    at_most: Basis
    decided_by: tuple[Finding, ...]
    also: tuple[Finding, ...]
    reported: bool
    reported_at_most: bool
    unresearched: tuple[Jurisdiction, ...]

    @property
    def only_elsewhere(self) -> bool:
        """Whether the law takes this standard in the form of other certificates only."""
        return self.basis.certificate_by_law and all(finding.certificate for finding in self.decided_by)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.decided_by + self.also


@dataclass(frozen=True)
class OpenQuestion:
    """An "I don't know" that leaves a range open, and for which standards."""

    question: Question
    ask_whom: str
    standards: tuple[Standard, ...]


@dataclass(frozen=True)
class Recommendation:
    """Everything that follows from one set of answers. `verdicts`: standard id → verdict."""

    verdicts: dict[str, Verdict]
    matrix: tuple[Row, ...]
    certificates: tuple[tuple[Certificate, Finding], ...]
    notes: tuple[Note, ...]
    open_questions: tuple[OpenQuestion, ...]
    settled: bool

    @property
    def suggested(self) -> tuple[str, ...]:
        """Ids of the standards that something speaks for, strongest first."""
        wanted = [v for v in self.verdicts.values() if v.basis.asks]
        return tuple(v.standard.id for v in sorted(wanted, key=lambda v: -v.basis.rank))


def judge(ruleset: Ruleset, answers: Answers) -> Recommendation:
    """Judge one case. Pure; unknown ids are ignored."""
    return judged(Evaluated(ruleset, answers))


def judged(evaluated: Evaluated) -> Recommendation:
    """What follows from answers that were evaluated already."""
    ruleset, planes, so_far = evaluated.ruleset, evaluated.planes, evaluated.so_far
    found = findings(planes, so_far, evaluated.answers)
    open_ = undecided(planes, so_far)
    explains = zip(ruleset.notes, planes.program.explains, strict=True)
    notes = tuple(note for note, node in explains if planes.certain[node] & 1)
    rows = matrix(planes, found, open_, notes)
    return Recommendation(
        verdicts={s.id: _verdict(ruleset, s, found, open_, rows) for s in ruleset.standards},
        matrix=rows,
        certificates=tuple(certificates(found).values()),
        notes=notes,
        open_questions=_open(evaluated),
        settled=not evaluated.ahead,
    )


def _verdict(
    ruleset: Ruleset, standard: Standard, found: list[Finding], open_: Iterable[Obligation], rows: Iterable[Row]
) -> Verdict:
    own = [f for f in found if f.obligation.standard == standard.id]
    basis = own[0].obligation.basis if own else ruleset.weakest
    deciding = tuple(f for f in own if f.obligation.basis is basis)
    possible = [*(f.obligation for f in own), *(o for o in open_ if o.standard == standard.id)]
    at_most = max((basis, *(o.basis for o in possible)), key=lambda b: b.rank)
    return Verdict(
        standard=standard,
        basis=basis,
        at_most=at_most,
        decided_by=deciding,
        also=tuple(own[len(deciding) :]),
        reported=only_reported(f.obligation for f in deciding),
        reported_at_most=only_reported(o for o in possible if o.basis is at_most),
        unresearched=tuple(unresearched(ruleset, standard, found, rows)),
    )


def _open(evaluated: Evaluated) -> tuple[OpenQuestion, ...]:
    """The "I don't know" answers on which something that matters still hangs."""
    ruleset = evaluated.ruleset
    unsure = {
        place: option
        for place, question in enumerate(ruleset.questions)
        for option in question.options
        if option.unknown and option.id in evaluated.answers.get(question.id, ())
    }
    if not unsure:
        return ()
    by_standard = {standard: _hanging(evaluated, standard) for standard in ruleset.standards}
    found = []
    for place, option in unsure.items():
        touched = tuple(standard for standard, places in by_standard.items() if place in places)
        if touched and evaluated.asks(place):
            found.append(OpenQuestion(ruleset.questions[place], option.ask_whom, touched))
    return tuple(found)


def _hanging(evaluated: Evaluated, standard: Standard) -> set[int]:
    """Places of the questions on which something about a standard still hangs."""
    obligations = evaluated.ruleset.obligations
    own = [i for i in evaluated.mattering if obligations[i].standard == standard.id]
    return open_questions(evaluated.planes, own, with_notes=False)
