"""Judges one case: a verdict per standard with its reasons and range, and the matrix of markets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisor.evaluator import Planes, evaluate_one
from advisor.journey import questions_ahead
from advisor.model import Answers, Basis, Certificate, Jurisdiction, Note, Obligation, Question, Ruleset, Standard
from advisor.relevance import Bounds, bounds, mattering, open_questions


@dataclass(frozen=True)
class Finding:
    """An obligation that fires. `answers`: question id → the chosen options that made it fire."""

    obligation: Obligation
    answers: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Verdict:
    """The strongest basis of a standard.

    `basis` is certain; `at_most` is the strongest that unknown answers still leave possible.
    `decided_by` are the findings of that basis, `also` the weaker ones, strongest first.
    `reported`: everything that decides it is only reported, so it must be checked before anyone relies on it.
    """

    standard: Standard
    basis: Basis
    at_most: Basis
    decided_by: tuple[Finding, ...]
    also: tuple[Finding, ...]
    reported: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.decided_by + self.also


@dataclass(frozen=True)
class Cell:
    """What one jurisdiction says about one standard: `basis` is None where nothing was found."""

    basis: Basis | None
    at_most: Basis | None
    findings: tuple[Finding, ...]
    evidence: tuple[Note, ...]
    certificates: tuple[Certificate, ...]
    reported: bool


@dataclass(frozen=True)
class Row:
    jurisdiction: Jurisdiction
    cells: dict[str, Cell]


@dataclass(frozen=True)
class OpenQuestion:
    """An "I don't know" that leaves a range open, and for which standards."""

    question: Question
    ask_whom: str
    standards: tuple[Standard, ...]


@dataclass(frozen=True)
class Recommendation:
    """Everything that follows from one set of answers."""

    verdicts: dict[str, Verdict]
    matrix: tuple[Row, ...]
    certificates: tuple[tuple[Certificate, Finding], ...]
    notes: tuple[Note, ...]
    open_questions: tuple[OpenQuestion, ...]
    settled: bool

    @property
    def suggested(self) -> tuple[str, ...]:
        """Ids of the standards that something speaks for, strongest first."""
        wanted = [v for v in self.verdicts.values() if v.basis is not Basis.NOT_NEEDED]
        return tuple(v.standard.id for v in sorted(wanted, key=lambda v: -v.basis.rank))


def judge(ruleset: Ruleset, answers: Answers) -> Recommendation:
    """Judge one case. Pure; unknown ids are ignored, the caller has validated them."""
    planes = evaluate_one(ruleset, answers)
    so_far = bounds(planes)
    findings = [
        Finding(obligation, _reasons(planes, planes.program.fires[i], answers))
        for i, obligation in enumerate(ruleset.obligations)
        if so_far.findings[i][0]
    ]
    findings.sort(key=lambda f: (-f.obligation.basis.rank, f.obligation.confidence == "low"))
    notes = tuple(
        note for note, node in zip(ruleset.notes, planes.program.explains, strict=True) if planes.certain[node] & 1
    )
    return Recommendation(
        verdicts={s.id: _verdict(s, findings, planes, so_far) for s in ruleset.standards},
        matrix=_matrix(ruleset, findings, notes, planes, so_far),
        certificates=_certificates(findings),
        notes=notes,
        open_questions=_open(ruleset, planes, so_far, answers),
        settled=not questions_ahead(planes, answers),
    )


def _verdict(standard: Standard, findings: list[Finding], planes: Planes, so_far: Bounds) -> Verdict:
    own = [f for f in findings if f.obligation.standard == standard.id]
    basis = own[0].obligation.basis if own else Basis.NOT_NEEDED
    deciding = tuple(f for f in own if f.obligation.basis is basis)
    possible = _possible(planes, so_far, lambda o: o.standard == standard.id)
    return Verdict(
        standard=standard,
        basis=basis,
        at_most=max([basis, *possible], key=lambda b: b.rank),
        decided_by=deciding,
        also=tuple(own[len(deciding) :]),
        reported=_only_reported(deciding),
    )


def _only_reported(findings: tuple[Finding, ...]) -> bool:
    return bool(findings) and all(f.obligation.confidence == "low" for f in findings)


def _possible(planes: Planes, so_far: Bounds, about: Callable[[Obligation], bool]) -> list[Basis]:
    return [
        obligation.basis
        for obligation, (certain, possible) in zip(planes.program.ruleset.obligations, so_far.findings, strict=True)
        if possible and not certain and about(obligation)
    ]


def _matrix(
    ruleset: Ruleset, findings: list[Finding], notes: tuple[Note, ...], planes: Planes, so_far: Bounds
) -> tuple[Row, ...]:
    """A row for each market chosen, and for each other jurisdiction that asks something of the visitor."""
    rows = []
    for place, jurisdiction in enumerate(ruleset.jurisdictions.values()):
        if jurisdiction.within:
            continue
        ids = {jurisdiction.id} | {j.id for j in ruleset.jurisdictions.values() if j.within == jurisdiction.id}
        chosen = bool(planes.certain[planes.program.rows[place]] & 1)
        if chosen or any(f.obligation.jurisdiction in ids and _asks(f.obligation) for f in findings):
            cells = {s.id: _cell(s.id, ids, findings, notes, planes, so_far) for s in ruleset.standards}
            rows.append(Row(jurisdiction, cells))
    return tuple(rows)


def _asks(obligation: Obligation) -> bool:
    return obligation.basis is not Basis.NOT_NEEDED or obligation.certificate is not None


def _cell(
    standard: str, ids: set[str], findings: list[Finding], notes: tuple[Note, ...], planes: Planes, so_far: Bounds
) -> Cell:
    own = tuple(f for f in findings if f.obligation.standard == standard and f.obligation.jurisdiction in ids)
    basis = own[0].obligation.basis if own else None
    possible = _possible(planes, so_far, lambda o: o.standard == standard and o.jurisdiction in ids)
    return Cell(
        basis=basis,
        at_most=max([*([basis] if basis else []), *possible], key=lambda b: b.rank, default=None),
        findings=own,
        evidence=tuple(n for n in notes if n.kind == "evidence" and n.jurisdiction in ids and standard in n.standards),
        certificates=tuple(
            {f.obligation.certificate.id: f.obligation.certificate for f in own if f.obligation.certificate}.values()
        ),
        reported=_only_reported(tuple(f for f in own if f.obligation.basis is basis)),
    )


def _certificates(findings: list[Finding]) -> tuple[tuple[Certificate, Finding], ...]:
    """Each other certificate really needed, with the first finding that names it."""
    named: dict[str, tuple[Certificate, Finding]] = {}
    for finding in findings:
        if finding.obligation.certificate:
            named.setdefault(finding.obligation.certificate.id, (finding.obligation.certificate, finding))
    return tuple(named.values())


def _open(ruleset: Ruleset, planes: Planes, so_far: Bounds, answers: Answers) -> tuple[OpenQuestion, ...]:
    """The "I don't know" answers on which something that matters still hangs."""
    matters = mattering(planes, so_far)
    by_standard = {
        standard: open_questions(planes, [i for i in matters if ruleset.obligations[i].standard == standard.id], False)
        for standard in ruleset.standards
    }
    found = []
    for place, question in enumerate(ruleset.questions):
        unsure = next((o for o in question.options if o.unknown and o.id in answers.get(question.id, ())), None)
        touched = tuple(standard for standard, places in by_standard.items() if place in places)
        if unsure and touched and planes.certain[planes.program.applies[place]] & 1:
            found.append(OpenQuestion(question, unsure.ask_whom, touched))
    return tuple(found)


def _reasons(planes: Planes, node: int, answers: Answers) -> dict[str, tuple[str, ...]]:
    """Question id → the chosen options that certainly hold in this condition."""
    nodes, questions = planes.program.nodes, planes.program.ruleset.questions
    reasons: dict[str, tuple[str, ...]] = {}
    stack = [node]
    while stack:
        at = nodes[stack.pop()]
        if at.kind == "not":
            continue
        if at.question >= 0:
            chosen = answers.get(questions[at.question].id, ())
            hit = chosen if at.kind == "none_of" else tuple(o for o in chosen if o in at.options)
            if hit:
                old = reasons.get(questions[at.question].id, ())
                reasons[questions[at.question].id] = old + tuple(o for o in hit if o not in old)
            continue
        stack.extend(part for part in at.parts if planes.certain[part] & 1)
    places = {question.id: i for i, question in enumerate(questions)}
    return dict(sorted(reasons.items(), key=lambda item: places[item[0]]))
