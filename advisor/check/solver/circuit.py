"""Wires that the evaluator takes for columns of bits, so that a SAT solver reasons about the very same code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from pysat.solvers import Solver

from advisor.rules.evaluator import Columns

_SOLVER = "minisat22"
"""Of the solvers that come along the quickest on thousands of small questions to one formula."""
_WIDTH = 16
"""Parts of one gate: of more the solver finds the one that is on later, and of fewer there are more gates."""


class Wire(int):
    """A literal of the solver. `&`, `|` and `~` give the wire of a gate; a plain int beside it is all or nothing."""

    circuit: Circuit

    def __and__(self, other: int) -> Wire:
        return self.circuit.both(self, other)

    __rand__ = __and__

    def __or__(self, other: int) -> Wire:
        return ~self.circuit.both(~self, ~other)

    __ror__ = __or__

    def __invert__(self) -> Wire:
        return self.circuit.wire(-int(self))

    def __bool__(self) -> bool:
        """Whether it is more than the wire that is never on."""
        return self is not self.circuit.never


class Circuit:
    """Gates and the solver that knows them. Equal gates are built once, and constants vanish.

    `all_of` and `some_of`: number of a gate → its parts, which have smaller numbers. `required`: of each of these
    lists one wire is on. `count`: of wires.
    """

    def __init__(self) -> None:
        self.solver: Any = Solver(name=_SOLVER)
        self._wires: dict[int, Wire] = {}
        self._gates: dict[tuple[int, int], Wire] = {}
        self._wide: dict[tuple[int, ...], Wire] = {}
        self.all_of: dict[int, tuple[int, int]] = {}
        self.some_of: dict[int, tuple[int, ...]] = {}
        self.required: list[list[int]] = []
        self.count = 0
        self.asked = 0
        self.always = self.switch()
        self.never = ~self.always
        self.require(self.always)

    def wire(self, literal: int) -> Wire:
        if (wire := self._wires.get(literal)) is None:
            wire = self._wires[literal] = Wire(literal)
            wire.circuit = self
        return wire

    def switch(self) -> Wire:
        """A new wire that may be on or off."""
        self.count += 1
        return self.wire(self.count)

    def both(self, one: int, other: int) -> Wire:
        a, b = self.wire_of(one), self.wire_of(other)
        if a is self.never or b is self.never or a is ~b:
            return self.never
        if a is self.always or a is b:
            return b
        if b is self.always:
            return a
        key = (a, b) if int(a) < int(b) else (b, a)
        if (gate := self._gates.get(key)) is None:
            gate = self._gates[key] = self.switch()
            self.all_of[int(gate)] = (int(a), int(b))
            self.solver.append_formula([[-int(gate), int(a)], [-int(gate), int(b)], [int(gate), -int(a), -int(b)]])
        return gate

    def wire_of(self, value: int) -> Wire:
        """The evaluator's own constants are 0, and -1 or a full mask."""
        if isinstance(value, Wire):
            return value
        return self.always if value else self.never

    def either_not_both(self, one: int, other: int) -> Wire:
        a, b = self.wire_of(one), self.wire_of(other)
        return (a | b) & ~(a & b)

    def any_of(self, wires: Iterable[int]) -> Wire:
        """On where one of them is: a tree of gates, each over a few."""
        parts = dict.fromkeys(map(self.wire_of, wires))
        parts.pop(self.never, None)
        if self.always in parts or any(~part in parts for part in parts):
            return self.always
        level = list(parts)
        while len(level) > 1:
            level = [self._some_of(level[at : at + _WIDTH]) for at in range(0, len(level), _WIDTH)]
        return level[0] if level else self.never

    def _some_of(self, wires: list[Wire]) -> Wire:
        """On where one of these few is."""
        if len(wires) < 3:
            return reduce(or_, wires)
        parts = tuple(sorted(map(int, wires)))
        if (gate := self._wide.get(parts)) is None:
            gate = self._wide[parts] = self.switch()
            self.some_of[int(gate)] = parts
            self.solver.append_formula([[-int(gate), *parts], *([int(gate), -part] for part in parts)])
        return gate

    def at_least(self, wires: Iterable[int], count: int) -> list[Wire]:
        """For each number from 0 to `count`, the wire that is on when at least so many of these are."""
        reached = [self.always] + [self.never] * count
        for wire in wires:
            for have in range(count, 0, -1):
                reached[have] = reached[have] | (reached[have - 1] & wire)
        return reached

    def require(self, *any_of: int) -> None:
        """From now on, one of these wires is on."""
        self.required.append([int(self.wire_of(wire)) for wire in any_of])
        self.solver.add_clause(self.required[-1])

    def can(self, wires: Iterable[int]) -> bool:
        """Whether all these wires can be on together."""
        self.asked += 1
        return bool(self.solver.solve(assumptions=[int(self.wire_of(wire)) for wire in wires]))

    def model(self) -> set[int]:
        """The literals that were on when `can` last said yes."""
        return set(self.solver.get_model())

    def clash(self) -> set[int]:
        """Some of the wires that cannot be on together, after `can` said no."""
        return set(self.solver.get_core() or ())


@dataclass
class Wires(Columns):
    """Answers as wires. The evaluator cannot tell them from columns."""

    circuit: Circuit = field(kw_only=True)

    @property
    def full(self) -> int:
        return self.circuit.always
