"""Visitors who show that something can be, so that the solver need not look for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from advisor.check.solver.circuit import Circuit
from advisor.check.solver.random_visitors import sample
from advisor.rules.evaluator import Columns, columns
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset

_VISITORS = 2000


class Visitors:
    """The answers of some companies, finished at random where they are not, and of random visitors beside them."""

    def __init__(self, ruleset: Ruleset, companies: Sequence[Answers] = ()) -> None:
        begun = columns(ruleset, [*companies, *[{}] * _VISITORS])
        given: Columns = sample(ruleset, begun.width, begun=begun)
        self.full = given.full
        self.chosen = {q.id: chosen for q, chosen in zip(ruleset.questions, given.chosen, strict=True)}


class Witnesses:
    """Visitors run through the gates of a circuit, who keep to all that is required of its wires.

    `switches`: wires of answers, each with the visitors for whom it is on; every other switch is off.
    """

    def __init__(self, circuit: Circuit, full: int, switches: Mapping[int, int]) -> None:
        self._circuit, self._full, self._switches = circuit, full, {int(circuit.always): full, **switches}
        self._on = [0]
        """Per wire, the visitors for whom it is on. The parts of a gate come before it."""
        self._sound, self._heard = full, 0

    def show(self, wires: Iterable[int]) -> bool:
        """Whether all these wires are on for some visitor."""
        self._run()
        found = self._sound
        for wire in wires:
            found &= self._of(int(wire))
        return bool(found)

    def _of(self, literal: int) -> int:
        return self._on[literal] if literal > 0 else self._full & ~self._on[-literal]

    def _run(self) -> None:
        """Catch up with the gates and requirements that have come since."""
        for number in range(len(self._on), self._circuit.count + 1):
            self._on.append(self._gate(number))
        for clause in self._circuit.required[self._heard :]:
            kept = 0
            for literal in clause:
                kept |= self._of(literal)
            self._sound &= kept
        self._heard = len(self._circuit.required)

    def _gate(self, number: int) -> int:
        if parts := self._circuit.all_of.get(number):
            one, other = parts
            return self._of(one) & self._of(other)
        on = self._switches.get(number, 0)
        for part in self._circuit.some_of.get(number, ()):
            on |= self._of(part)
        return on
