"""What the proofs share: the complete and the open cases of a ruleset, and the shortest way to show something."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from advisor.check.problem import Given
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.witnesses import Visitors
from advisor.rules.basis import Basis
from advisor.rules.conditions import Condition
from advisor.rules.model import Note
from advisor.rules.ruleset import Ruleset

Wish = Callable[[AllAnswers], Iterable[int]]
"""The wires that are to be on, in cases of either kind."""
Probe = tuple[Condition | None, Condition | None]
"""A condition to prove something about, as `when` and `unless`."""


class Prover:
    """Asks about every set of answers that a visitor can give.

    `probes`: conditions that the proofs need beside those of the ruleset; they decide nothing. `visitors`: some who
    may show at once what the solver would have to look for.
    """

    def __init__(self, ruleset: Ruleset, probes: Sequence[Probe] = (), visitors: Visitors | None = None) -> None:
        self.ruleset, self.visitors = ruleset, visitors
        construct: Any = Note.model_construct
        silent = (construct(when=when, unless=unless) for when, unless in probes)
        self._asked = replace(ruleset, notes=(*ruleset.notes, *silent))
        self._places = {probe: place for place, probe in enumerate(probes, len(ruleset.notes))}
        self._built: list[AllAnswers] = []
        self._helped = 0

    @cached_property
    def complete(self) -> AllAnswers:
        return self._cases(open_=False)

    @cached_property
    def open(self) -> AllAnswers:
        return self._cases(open_=True)

    def _cases(self, open_: bool) -> AllAnswers:
        self._built.append(AllAnswers(self._asked, open_, visitors=self.visitors))
        return self._built[-1]

    def probe(self, cases: AllAnswers, probe: Probe) -> int:
        """A probe certainly holds."""
        return cases.explains(self._places[probe])

    def possibly(self, cases: AllAnswers, probe: Probe) -> int:
        """A probe possibly holds."""
        return cases.planes.possible[cases.program.explains[self._places[probe]]]

    def holds(self, probe: Probe) -> bool:
        """Whether a probe holds for somebody."""
        return self.can(lambda cases: [self.probe(cases, probe)])

    @property
    def asked(self) -> int:
        """How many questions were answered."""
        return self._helped + sum(cases.circuit.asked for cases in self._built)

    def helped_by(self, asked: int) -> None:
        """Count so many questions to formulas of their own as ours."""
        self._helped += asked

    def can(self, wish: Wish) -> bool:
        """Whether there are complete answers like that."""
        return self.complete.can(*wish(self.complete))

    def show(self, wish: Wish) -> Given | None:
        """The shortest answers like that, other questions left open; None if there are none."""
        return self.open.switches.shortest([*wish(self.open)])


def _wish(wire: Callable[[AllAnswers, int], int]) -> Callable[[int], Wish]:
    """What is wanted of the question, obligation or note at a place."""
    return lambda place: lambda cases: [wire(cases, place)]


asking = _wish(AllAnswers.asked)
firing = _wish(AllAnswers.fires)
standing = _wish(AllAnswers.stands)
explaining = _wish(AllAnswers.explains)


def any_firing(places: Iterable[int]) -> Wish:
    """The condition of one of these obligations holds."""
    return lambda cases: [cases.circuit.any_of(map(cases.fires, places))]


def answering(place: int) -> Wish:
    """A question applies and has an answer."""
    return lambda cases: [cases.asked(place), cases.answered[place]]


def choosing(place: int, option: str) -> Wish:
    """A question applies and gets this option."""
    return lambda cases: [cases.asked(place), cases.chosen[place][option]]


def beaten(place: int) -> Wish:
    """An obligation fires and something takes its part."""
    return lambda cases: [cases.fires(place), cases.falls(place)]


def getting(standard: str, basis: Basis) -> Wish:
    """The verdict on a standard is exactly this."""
    return lambda cases: cases.verdict(standard, basis)
