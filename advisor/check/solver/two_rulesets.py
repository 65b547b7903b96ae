"""Two rulesets over the same answers: proves where they decide differently, and gives the shortest such answers.

A question or an option of the same id is the same in both. An answer may be given whether a question applies in one
of the two or in both; where it applies it is answered, and only with what is shown there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from advisor.check.solver.all_answers import Given, conversation, exact_verdict, fewest
from advisor.check.solver.circuit import Circuit, Wire, Wires
from advisor.rules.basis import Basis
from advisor.rules.evaluator import Planes, evaluate
from advisor.rules.ruleset import Ruleset


class TwoRulesets:
    """`open_`: questions may be left unanswered, as in `Cases`."""

    def __init__(self, old: Ruleset, new: Ruleset, open_: bool = False) -> None:
        self.circuit = Circuit()
        self.open = open_
        self.wires: dict[str, dict[str, int]] = {}
        self.old, self.new = self._side(old), self._side(new)

    def _side(self, ruleset: Ruleset) -> Side:
        for question in ruleset.questions:
            options = self.wires.setdefault(question.id, {})
            for option in question.options:
                if not option.unknown and option.id not in options:
                    options[option.id] = self.circuit.switch()
        return Side(ruleset, self)

    @cached_property
    def _answered(self) -> list[Wire]:
        return [self.circuit.any_of(options.values()) for options in self.wires.values()]

    def can(self, wires: Iterable[int]) -> bool:
        return self.circuit.can([*wires, *self.old.rules, *self.new.rules])

    def shortest(self, wires: Iterable[int]) -> Given | None:
        """The fewest answers that put these wires on; None if none do."""
        wanted = [*wires, *self.old.rules, *self.new.rules]
        return fewest(self.circuit, self.wires, self._answered, wanted)


class Side:
    """One of the two rulesets on the common wires. `rules`: wires that keep the answers to what can be answered."""

    def __init__(self, ruleset: Ruleset, versus: TwoRulesets) -> None:
        self.ruleset = ruleset
        self.circuit = versus.circuit
        self.chosen = [
            {option.id: versus.wires[question.id][option.id] for option in question.options if not option.unknown}
            for question in ruleset.questions
        ]
        self.answered = [self.circuit.any_of(options.values()) for options in self.chosen]
        self.planes = self._evaluated(versus.open)
        self.rules = [self.circuit.switch()]
        for clause in conversation(self.planes, self.chosen, self.answered, versus.open):
            self.circuit.require(~self.rules[0], *clause)

    def _evaluated(self, open_: bool) -> Planes:
        unknown: list[int] = [~wire if open_ else self.circuit.never for wire in self.answered]
        return evaluate(self.ruleset.program, Wires(0, self.chosen, unknown, self.circuit))

    def speaks(self, name: str) -> tuple[int, int]:
        """Certain and possible wire of an obligation or a note; never on for one that is not in these rules."""
        for place, obligation in enumerate(self.ruleset.obligations):
            if obligation.id == name:
                return self.planes.finding(place)
        for note, node in zip(self.ruleset.notes, self.planes.program.explains, strict=True):
            if note.id == name:
                return self.planes.certain[node], self.planes.possible[node]
        return self.circuit.never, self.circuit.never

    def verdict(self, standard: str, basis: Basis) -> list[int]:
        """Wires that are on where the verdict is certainly and exactly this."""
        return exact_verdict(self.planes, self.circuit, standard, basis)
