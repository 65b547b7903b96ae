"""Says what an edit of the content does: whose verdict changes, how often, and the smallest case of each change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import product
from typing import Any

from advisor.check.problem import Given
from advisor.check.proofs.prove import Progress, silent
from advisor.check.readable_content import ReadableContent
from advisor.check.solver.all_answers import TwoRulesets
from advisor.check.solver.random_visitors import neighbours, sample
from advisor.content.people import Example, Persona
from advisor.rules.answer_problems import check_answers
from advisor.rules.basis import Basis
from advisor.rules.evaluator import Columns, columns, evaluate
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import Verdict, judge

SAMPLED = 100_000


@dataclass(frozen=True)
class Changed:
    """An example or persona whose verdict on a standard changes. `because`: ids that decide now.

    `before`, `after`: the basis, and the strongest that is possible where that is another; nothing if not judged.
    """

    kind: str
    name: str
    standard: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    because: tuple[str, ...]

    @property
    def plain(self) -> dict[str, Any]:
        return {**asdict(self), "before": range_text(self.before), "after": range_text(self.after)}


@dataclass(frozen=True)
class Kind:
    """One kind of change, proved over all answers. `about`: a standard or an obligation. `answers`: the fewest."""

    about: str
    before: str
    after: str
    answers: Given


@dataclass(frozen=True)
class Share:
    """How many of so many visitors get another verdict, and how many get any other finding."""

    visitors: int
    verdicts: int
    findings: int


@dataclass(frozen=True)
class Difference:
    """`new_questions` and `gone_questions` are ids."""

    cases: int
    changed: tuple[Changed, ...]
    kinds: tuple[Kind, ...]
    sampled: Share
    enumerated: Share
    new_questions: tuple[str, ...]
    gone_questions: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Nobody notices anything but other words."""
        return not (self.changed or self.kinds or self.new_questions or self.gone_questions or self.sampled.findings)

    @property
    def plain(self) -> dict[str, Any]:
        return {"empty": self.empty, **asdict(self), "changed": [change.plain for change in self.changed]}


def compare(old: ReadableContent, new: ReadableContent, today: date, progress: Progress = silent) -> Difference:
    """What changes from one content to the other, as of a day."""
    before, after = old.ruleset.on(today), new.ruleset.on(today)
    people: list[Example | Persona] = [*new.examples, *new.personas]
    known = [p for p in people if not check_answers(before, p.answers) and not check_answers(after, p.answers)]
    progress("every kind of change, over all answers")
    kinds = tuple(_kinds(before, after))
    progress("examples and personas")
    changed = tuple(change for person in known for change in _changes(before, after, person))
    progress(f"{SAMPLED:,} random visitors")
    sampled = _share(before, after, sample(before, SAMPLED))
    progress("every visitor one answer away from an example")
    near = [answers for person in known for answers in neighbours(before, person.answers)]
    ids, others = {q.id for q in before.questions}, {q.id for q in after.questions}
    return Difference(
        cases=len(known),
        changed=changed,
        kinds=kinds,
        sampled=sampled,
        enumerated=_share(before, after, columns(before, near)),
        new_questions=tuple(sorted(others - ids)),
        gone_questions=tuple(sorted(ids - others)),
    )


def _changes(before: Ruleset, after: Ruleset, person: Example | Persona) -> Iterator[Changed]:
    old, new = judge(before, person.answers), judge(after, person.answers)
    for standard, verdict in new.verdicts.items():
        was = old.verdicts.get(standard)
        if _bases(was) != _bases(verdict):
            deciding = tuple(finding.obligation.id for finding in verdict.decided_by)
            kind = "example" if isinstance(person, Example) else "persona"
            yield Changed(kind, person.name, standard, _bases(was), _bases(verdict), deciding)


def _bases(verdict: Verdict | None) -> tuple[str, ...]:
    return () if verdict is None else tuple(dict.fromkeys((verdict.basis.id, verdict.at_most.id)))


def range_text(bases: Sequence[str]) -> str:
    """Bases by their ids."""
    return " to ".join(bases) or "not judged"


def _kinds(before: Ruleset, after: Ruleset) -> Iterator[Kind]:
    """Every pair of verdicts that somebody moves between; every obligation and note that somebody gets or loses."""
    complete, open_ = TwoRulesets(before, after), TwoRulesets(before, after, open_=True)
    for standard, was, is_ in product((s.id for s in after.standards), before.bases, after.bases):
        if was != is_ and complete.can(_moves(complete, standard, was, is_)):
            yield Kind(standard, was.id, is_.id, open_.shortest(_moves(open_, standard, was, is_)) or {})
    statements = (*before.obligations, *after.obligations, *before.notes, *after.notes)
    for name, gained in product(dict.fromkeys(statement.id for statement in statements), (False, True)):
        if complete.can(_turns(complete, name, gained)):
            was_and_is = ("silent", "speaks") if gained else ("speaks", "silent")
            yield Kind(name, *was_and_is, open_.shortest(_turns(open_, name, gained)) or {})


def _moves(versus: TwoRulesets, standard: str, was: Basis, is_: Basis) -> list[int]:
    return [*versus.old.verdict(standard, was), *versus.new.verdict(standard, is_)]


def _turns(versus: TwoRulesets, name: str, gained: bool) -> list[int]:
    had, has = versus.old.speaks(name), versus.new.speaks(name)
    return [~had[1], has[0]] if gained else [had[0], ~has[1]]


def _share(before: Ruleset, after: Ruleset, given: Columns) -> Share:
    old = _told(before, given)
    new = _told(after, _moved(before, after, given))
    verdicts = findings = 0
    for key in old.keys() | new.keys():
        other = old.get(key, 0) ^ new.get(key, 0)
        findings |= other
        verdicts |= other if key[0] == "verdict" else 0
    return Share(given.width, verdicts.bit_count(), findings.bit_count())


def _moved(before: Ruleset, after: Ruleset, given: Columns) -> Columns:
    """The same answers in the order of the other questions; what is new there is not answered."""
    columns_of = dict(zip((q.id for q in before.questions), zip(given.chosen, given.unknown, strict=True), strict=True))
    moved = [columns_of.get(question.id, ({}, given.full)) for question in after.questions]
    return Columns(given.width, [chosen for chosen, _ in moved], [unknown for _, unknown in moved])


def _told(ruleset: Ruleset, given: Columns) -> dict[tuple[str, str], int]:
    """What is certain for whom: findings by obligation, and verdicts by standard and basis at least."""
    planes = evaluate(ruleset.program, given)
    told: dict[tuple[str, str], int] = {}
    for place, obligation in enumerate(ruleset.obligations):
        column = planes.finding(place)[0]
        told["finding", obligation.id] = column
        for basis in ruleset.bases[1 : obligation.basis.rank + 1]:
            key = ("verdict", f"{obligation.standard} {basis}")
            told[key] = told.get(key, 0) | column
    for note, node in zip(ruleset.notes, planes.program.explains, strict=True):
        told["finding", note.id] = planes.certain[node]
    return told


def in_words(difference: Difference, new: Ruleset, old: Ruleset) -> Iterator[str]:
    """The difference as an editor reads it; nothing for a pure rewording."""
    if difference.empty:
        return
    yield from (f"New question: {name}" for name in difference.new_questions)
    yield from (f"Question gone: {name}" for name in difference.gone_questions)
    yield f"{len({(c.kind, c.name) for c in difference.changed})} of {difference.cases} examples and personas change."
    for change in difference.changed:
        reasons = f", because of {', '.join(change.because)}" if change.because else ""
        moved = f"{change.standard} {range_text(change.before)} → {range_text(change.after)}"
        yield f"  {change.kind} '{change.name}': {moved}{reasons}"
    for name, share in (("random visitors", difference.sampled), ("one answer from an example", difference.enumerated)):
        yield f"{share.verdicts:,} of {share.visitors:,} {name} get another verdict, {share.findings:,} other findings."
    yield from _smallest(difference.kinds, [*old.questions, *new.questions])


def _smallest(kinds: Sequence[Kind], questions: Iterable[Question]) -> Iterator[str]:
    known = {question.id: question for question in questions}
    yield f"{len(kinds)} kinds of change over all answers, each with its smallest case:"
    for kind in kinds:
        yield f"  {kind.about}: {kind.before} → {kind.after}"
        for name, chosen in kind.answers.items():
            texts = (option.label for option in known[name].options if option.id in chosen)
            yield f"      {known[name].ask} {', '.join(texts)}"
