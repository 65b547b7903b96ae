"""Judges one case: a verdict per standard with its reasons and range, and the matrix of markets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from advisor.rules.basis import Basis
from advisor.rules.model import Answers, Certificate, Jurisdiction, Note, Obligation, Option, Question, Standard
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.finding import Finding, certificates, findings
from advisor.verdicts.matrix import Row, cell, matrix, unresearched
from advisor.verdicts.open_walk import OpenWalk
from advisor.verdicts.relevance import look_for


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


class OpenQuestion(NamedTuple):
    """An "I don't know" that leaves a range open, and for which standards."""

    question: Question
    ask_whom: str
    standards: tuple[Standard, ...]


@dataclass(frozen=True)
class Recommendation:
    """Everything that follows from one set of answers. `verdicts`: standard id → verdict.

    `found`: all that certainly stands, strongest first.
    """

    verdicts: dict[str, Verdict]
    matrix: tuple[Row, ...]
    certificates: tuple[tuple[Certificate, Finding], ...]
    notes: tuple[Note, ...]
    found: tuple[Finding, ...]
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
    open_ = [ruleset.obligations[i] for i in so_far.open]
    notes = tuple(compress(ruleset.notes, planes.program.read.explains(planes.certain)))
    rows = matrix(planes, found, open_, notes)
    return Recommendation(
        verdicts={s.id: _verdict(ruleset, s, found, open_, rows) for s in ruleset.standards},
        matrix=rows,
        certificates=tuple(certificates(found).values()),
        notes=notes,
        found=tuple(found),
        open_questions=_open(evaluated),
        settled=not evaluated.ahead,
    )


def _verdict(
    ruleset: Ruleset, standard: Standard, found: list[Finding], open_: Iterable[Obligation], rows: Iterable[Row]
) -> Verdict:
    everywhere = cell(standard.id, found, open_)
    basis = everywhere.basis or ruleset.weakest
    return Verdict(
        standard=standard,
        basis=basis,
        at_most=everywhere.at_most or basis,
        decided_by=tuple(f for f in everywhere.findings if f.obligation.basis is basis),
        also=tuple(f for f in everywhere.findings if f.obligation.basis is not basis),
        reported=everywhere.reported,
        reported_at_most=everywhere.reported_at_most,
        unresearched=tuple(unresearched(ruleset, standard, found, rows)),
    )


def _open(evaluated: Evaluated) -> tuple[OpenQuestion, ...]:
    """The "I don't know" answers on which something that matters still hangs."""
    ruleset = evaluated.ruleset
    unsure = dict(_unsure(ruleset, evaluated.answers))
    if not unsure:
        return ()
    hanging: dict[int, list[Standard]] = {}
    for standard in ruleset.standards:
        walk = OpenWalk(evaluated.planes, dict.fromkeys(unsure, 1))
        own = {i: at for i, at in evaluated.mattering.items() if ruleset.obligations[i].standard == standard.id}
        look_for(walk, own, notes=False)
        for place in walk.found:
            for meant in _led_from(ruleset, place, unsure) if evaluated.asks(place) else ():
                hanging.setdefault(meant, []).append(standard)
    found = sorted((place, tuple(dict.fromkeys(standards))) for place, standards in hanging.items())
    return tuple(OpenQuestion(ruleset.questions[i], unsure[i].ask_whom, own) for i, own in found)


def _led_from(ruleset: Ruleset, place: int, unsure: Mapping[int, Option]) -> list[int]:
    """The questions from which an aid was asked, where this is one; else the question itself."""
    names = ruleset.depends.needs[ruleset.questions[place].id]
    aided = [i for i, option in unsure.items() if option.aided and ruleset.questions[i].id in names]
    return aided or [place]


def _unsure(ruleset: Ruleset, answers: Answers) -> Iterator[tuple[int, Option]]:
    """Each place where an "I don't know" is chosen, and which; also one that leads to an aid."""
    for place, question in enumerate(ruleset.questions):
        if chosen := answers.get(question.id):
            yield from ((place, o) for o in question.options if o.id in chosen and (o.unknown or o.aided))
