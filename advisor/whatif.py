"""Finds the smallest changes of answers that would change a verdict, all of them in one evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from advisor import trials
from advisor.edits import Edit, changed
from advisor.model import Answers, Basis, Controller, Question, Ruleset, Standard
from advisor.trials import Span, Trials

Effect = Literal["raises", "lowers", "may-raise", "may-lower"]
_CONTROLLERS: tuple[Controller, ...] = get_args(Controller)
_EFFECTS: tuple[Effect, ...] = get_args(Effect)
_CERTAIN: tuple[Effect, ...] = ("raises", "lowers")


@dataclass(frozen=True)
class Lever:
    """A smallest change of answers that changes the verdict of a standard.

    `edits`: one per question. `steps`: one, or two where no single edit leads there. `reached`: the basis that this
    is about. `opens`: questions that then come and on which the new verdict hangs. `set_aside`: ids of the questions
    whose answers no longer apply then.
    """

    standard: Standard
    effect: Effect
    reached: Basis
    edits: tuple[Edit, ...]
    steps: int
    before: Span
    after: Span
    opens: tuple[Question, ...]
    set_aside: tuple[str, ...]

    @property
    def controlled_by(self) -> Controller:
        """Who must move: of several, the one who is hardest to move."""
        return max((edit.question.controlled_by for edit in self.edits), key=_CONTROLLERS.index)

    @cached_property
    def touched(self) -> frozenset[tuple[str, str]]:
        """(question id, option id) of all that is said or taken back."""
        return frozenset((edit.question.id, option) for edit in self.edits for option in edit.touched)

    def apply(self, answers: Answers) -> dict[str, tuple[str, ...]]:
        """The answers as they would be."""
        return changed(answers, self.edits)


def levers(ruleset: Ruleset, answers: Answers, *, pairs: bool = True) -> tuple[Lever, ...]:
    """All smallest changes, the easiest to bring about first; pairs only for a basis that no single edit reaches.

    Only edits count that a visitor could make: the question applies for certain, the option is on offer, and
    nobody unlearns an answer. What was set aside returns where its question applies again.
    """
    single = trials.singles(ruleset, answers)
    found: list[Lever] = []
    missing: list[tuple[_Present, set[Basis]]] = []
    for standard in ruleset.standards:
        present = _Present.of(single, standard, ruleset.questions, answers)
        own = list(present.levers(single, _EFFECTS, set(Basis)))
        reached = {lever.reached for lever in own if lever.effect in _CERTAIN}
        missing.append((present, set(Basis) - reached - {present.span.basis}))
        found += own
    if pairs and any(bases for _, bases in missing):
        double = trials.pairs(ruleset, answers, single.within_reach(answers))
        found += (lever for present, bases in missing for lever in present.levers(double, _CERTAIN, bases))
    return tuple(sorted(_smallest(found), key=_easiest_first))


@dataclass(frozen=True)
class _Present:
    """Where a standard stands before any edit; all ints are places of questions.

    `given`: those with an answer that applies. `known`: those with an answer, or on which its range hangs already.
    """

    standard: Standard
    questions: tuple[Question, ...]
    span: Span
    given: tuple[int, ...]
    known: frozenset[int]

    @classmethod
    def of(cls, single: Trials, standard: Standard, questions: tuple[Question, ...], answers: Answers) -> _Present:
        span = next(span for span, cases in single.spans(standard) if cases & 1)
        answered = [place for place, question in enumerate(questions) if answers.get(question.id)]
        given = tuple(place for place in answered if single.applies(place, 0))
        return cls(standard, questions, span, given, frozenset(answered + single.open(0, standard, span.basis)))

    def levers(self, tried: Trials, effects: Collection[Effect], bases: Collection[Basis]) -> Iterator[Lever]:
        for span, cases in tried.spans(self.standard):
            effect = _effect(self.span, span)
            reached = span.at_most if effect == "may-raise" else span.basis
            if effect is not None and effect in effects and reached in bases:
                for case in _bits(cases):
                    yield self._lever(tried, case, effect, reached, span)

    def _lever(self, tried: Trials, case: int, effect: Effect, reached: Basis, span: Span) -> Lever:
        edits = tried.made(case)
        known = self.known | {edit.place for edit in edits}
        opens = [] if span.basis is span.at_most else tried.open(case, self.standard, span.basis)
        return Lever(
            standard=self.standard,
            effect=effect,
            reached=reached,
            edits=edits,
            steps=2 if tried.paired else 1,
            before=self.span,
            after=span,
            opens=tuple(self.questions[place] for place in opens if place not in known),
            set_aside=tuple(self.questions[place].id for place in self.given if not tried.applies(place, case)),
        )


def _effect(before: Span, after: Span) -> Effect | None:
    if after.basis.rank > before.basis.rank:
        return "raises"
    if after.at_most.rank < before.basis.rank:
        return "lowers"
    if after.at_most.rank > before.at_most.rank:
        return "may-raise"
    return "may-lower" if after.basis.rank < before.basis.rank else None


def _bits(cases: int) -> Iterator[int]:
    while cases:
        lowest = cases & -cases
        yield lowest.bit_length() - 1
        cases ^= lowest


def _smallest(found: Iterable[Lever]) -> Iterator[Lever]:
    """Without those of which a part leads to the same place."""
    groups = defaultdict(list)
    for lever in found:
        groups[lever.standard.id, lever.effect, lever.reached].append(lever)
    for group in groups.values():
        for lever in group:
            clears = any(edit.clears for edit in lever.edits)
            if not (clears and any(other.touched < lever.touched for other in group)):
                yield lever


def _easiest_first(lever: Lever) -> tuple[int, ...]:
    controller = _CONTROLLERS.index(lever.controlled_by)
    return controller, _EFFECTS.index(lever.effect), lever.steps, -lever.after.basis.rank, -lever.after.at_most.rank
