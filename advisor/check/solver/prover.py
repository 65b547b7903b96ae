"""What the proofs share: the complete and the open cases of a ruleset, and the shortest way to show something."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from advisor.check.problem import Given
from advisor.check.solver.all_answers import AllAnswers, exact_verdict
from advisor.rules.basis import Basis
from advisor.rules.conditions import Condition
from advisor.rules.model import Note
from advisor.rules.ruleset import Ruleset

Wish = Callable[[AllAnswers], Iterable[int]]
"""The wires that are to be on, in cases of either kind."""


class Prover:
    """Asks about every set of answers that a visitor can give.

    `probes`: conditions that the proofs need beside those of the ruleset; they decide nothing.
    """

    def __init__(self, ruleset: Ruleset, probes: Sequence[tuple[Condition | None, Condition | None]] = ()) -> None:
        self.ruleset = ruleset
        asked = tuple(_probe(when, unless) for when, unless in probes)
        self._asked = replace(ruleset, notes=(*ruleset.notes, *asked))
        self.complete = AllAnswers(self._asked)
        self._helped = 0

    @cached_property
    def open(self) -> AllAnswers:
        return AllAnswers(self._asked, open_=True)

    def probe(self, cases: AllAnswers, place: int) -> int:
        """A probe certainly holds."""
        return cases.explains(len(self.ruleset.notes) + place)

    @property
    def asked(self) -> int:
        """How many questions the solver has answered."""
        return self._helped + self.complete.circuit.asked + self.open.circuit.asked

    def helped_by(self, cases: AllAnswers) -> None:
        """Count the questions to a formula of its own as ours."""
        self._helped += cases.circuit.asked

    def can(self, wish: Wish) -> bool:
        """Whether there are complete answers like that."""
        return self.complete.can(*wish(self.complete))

    def show(self, wish: Wish) -> Given | None:
        """The shortest answers like that, other questions left open; None if there are none."""
        return self.open.shortest(*wish(self.open))

    def possibly(self, cases: AllAnswers, place: int) -> int:
        """A probe possibly holds."""
        return cases.planes.possible[cases.program.explains[len(self.ruleset.notes) + place]]


def _probe(when: Condition | None, unless: Condition | None) -> Note:
    """A note that says nothing."""
    construct: Any = Note.model_construct
    note: Note = construct(when=when, unless=unless)
    return note


def asking(place: int) -> Wish:
    """A question applies."""
    return lambda cases: [cases.asked(place)]


def answering(place: int) -> Wish:
    """A question applies and has an answer."""
    return lambda cases: [cases.asked(place), cases.answered[place]]


def choosing(place: int, option: str) -> Wish:
    """A question applies and gets this option."""
    return lambda cases: [cases.asked(place), cases.chosen[place][option]]


def firing(place: int) -> Wish:
    """The condition of an obligation holds."""
    return lambda cases: [cases.fires(place)]


def standing(place: int) -> Wish:
    """An obligation fires and nothing takes its part."""
    return lambda cases: [cases.stands(place)]


def beaten(place: int) -> Wish:
    """An obligation fires and something takes its part."""
    return lambda cases: [cases.fires(place), cases.falls(place)]


def explaining(place: int) -> Wish:
    """A note shows."""
    return lambda cases: [cases.explains(place)]


def getting(standard: str, basis: Basis) -> Wish:
    """The verdict on a standard is exactly this."""
    return lambda cases: exact_verdict(cases.planes, cases.circuit, standard, basis)
