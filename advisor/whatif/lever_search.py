"""Finds the smallest changes of answers that would change a verdict, all of them in one evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from advisor.rules.basis import Basis
from advisor.rules.model import Answers, Controller, Question, Standard
from advisor.rules.ruleset import Ruleset
from advisor.whatif import tried_edits
from advisor.whatif.edits import Edit, joined
from advisor.whatif.tried_edits import TriedEdits, VerdictRange, bits

Effect = Literal["raises", "lowers", "may-raise", "may-lower"]
_CONTROLLERS: dict[Controller, int] = {name: place for place, name in enumerate(get_args(Controller))}
_EFFECTS: dict[Effect, int] = {name: place for place, name in enumerate(get_args(Effect))}
"""In the order in which they are told."""
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
    before: VerdictRange
    after: VerdictRange
    opens: tuple[Question, ...]
    set_aside: tuple[str, ...]

    @property
    def controlled_by(self) -> Controller:
        """Who must move: of several, the one who is hardest to move."""
        return max((edit.question.controlled_by for edit in self.edits), key=_CONTROLLERS.__getitem__)

    @cached_property
    def touched(self) -> frozenset[tuple[str, str]]:
        """(question id, option id) of all that is said or taken back."""
        return frozenset((edit.question.id, option) for edit in self.edits for option in edit.touched)

    def apply(self, answers: Answers) -> dict[str, tuple[str, ...]]:
        """The answers as they would be; those that no longer apply are kept, as the conversation keeps them."""
        return {**answers, **{edit.question.id: edit.after for edit in self.edits}}


def levers(ruleset: Ruleset, answers: Answers, *, pairs: bool = True) -> tuple[Lever, ...]:
    """All smallest changes, the easiest to bring about first; pairs only for a basis that no single edit reaches.

    Only edits count that a visitor could make: the question applies for certain, the option is on offer, and
    nobody unlearns an answer. What was set aside returns where its question applies again.
    """
    single = tried_edits.singles(ruleset, answers)
    found: list[Lever] = []
    missing: list[tuple[_Present, set[Basis]]] = []
    for standard in ruleset.standards:
        present = _Present.of(single, standard, ruleset.questions, answers)
        own = list(present.levers(single, _EFFECTS, set(ruleset.bases)))
        reached = {lever.reached for lever in own if lever.effect in _CERTAIN}
        missing.append((present, set(ruleset.bases) - reached - {present.span.basis}))
        found += own
    if pairs:
        near = [edit for edit, cases in zip(single.edits, single.offers, strict=True) if cases & single.real]
        double = tried_edits.pairs(ruleset, answers, near)
        found += [lever for present, bases in missing for lever in present.levers(double, _CERTAIN, bases)]
    return tuple(sorted(_smallest(found), key=_easiest_first))


@dataclass(frozen=True)
class _Present:
    """Where a standard stands before any edit; all ints are places of questions.

    `given`: those with an answer that applies. `known`: those with an answer, or on which its range hangs already.
    """

    standard: Standard
    questions: tuple[Question, ...]
    span: VerdictRange
    given: tuple[int, ...]
    known: frozenset[int]

    @classmethod
    def of(cls, single: TriedEdits, standard: Standard, questions: tuple[Question, ...], answers: Answers) -> _Present:
        span = next(span for span, cases in single.spans(standard) if cases & 1)
        answered = [place for place, question in enumerate(questions) if answers.get(question.id)]
        given = tuple(place for place in answered if single.applies(place, 0))
        return cls(standard, questions, span, given, frozenset(answered + single.open(0, standard, span.basis)))

    def levers(self, tried: TriedEdits, effects: Collection[Effect], bases: Collection[Basis]) -> Iterator[Lever]:
        for span, cases in tried.spans(self.standard):
            effect = _effect(self.span, span)
            reached = span.at_most if effect == "may-raise" else span.basis
            if effect is not None and effect in effects and reached in bases:
                for case in bits(cases):
                    yield self._lever(tried, case, effect, reached, span)

    def _lever(self, tried: TriedEdits, case: int, effect: Effect, reached: Basis, span: VerdictRange) -> Lever:
        edits = tried.made(case)
        known = self.known.union(edit.place for edit in edits)
        opens = [] if span.basis is span.at_most else tried.open(case, self.standard, span.basis)
        return Lever(
            standard=self.standard,
            effect=effect,
            reached=reached,
            edits=joined(edits),
            steps=len(edits),
            before=self.span,
            after=span,
            opens=tuple(self.questions[i] for i in opens if i not in known),
            set_aside=tuple(self.questions[place].id for place in self.given if not tried.applies(place, case)),
        )


def _effect(before: VerdictRange, after: VerdictRange) -> Effect | None:
    if after.basis.rank > before.basis.rank:
        return "raises"
    if after.at_most.rank < before.basis.rank:
        return "lowers"
    if after.at_most.rank > before.at_most.rank:
        return "may-raise"
    return "may-lower" if after.basis.rank < before.basis.rank else None


def _smallest(found: Collection[Lever]) -> Iterator[Lever]:
    """Without those of which a part leads to the same place."""
    groups = defaultdict(list)
    for lever in found:
        groups[lever.standard.id, lever.effect, lever.reached].append(lever)
    for lever in found:
        group = groups[lever.standard.id, lever.effect, lever.reached]
        clears = any(edit.clears for edit in lever.edits)
        if not (clears and any(other.touched < lever.touched for other in group)):
            yield lever


def _easiest_first(lever: Lever) -> tuple[int, ...]:
    controller = _CONTROLLERS[lever.controlled_by]
    return controller, _EFFECTS[lever.effect], lever.steps, -lever.after.basis.rank, -lever.after.at_most.rank
