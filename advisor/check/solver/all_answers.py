"""Every set of answers that a visitor can give, as wires with the rules of the conversation between them."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from advisor.check.problem import Given
from advisor.check.solver.circuit import Circuit, Wire, Wires
from advisor.check.solver.witnesses import Visitors, Witnesses
from advisor.rules.basis import Basis
from advisor.rules.evaluator import Planes, evaluate
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset

LONGEST = 24
"""More answers than this nobody needs to see to believe a counterexample."""


class Switches:
    """The wires of answers: question id → option id → what is on where somebody chooses it."""

    def __init__(self) -> None:
        self.circuit = Circuit()
        self._chosen: dict[str, dict[str, int]] = {}

    def of(self, question: Question) -> dict[str, int]:
        """One for each option that means something; questions and options of the same id share theirs."""
        known = self._chosen.setdefault(question.id, {})
        options = [option.id for option in question.options if not option.unknown]
        known |= {option: self.circuit.switch() for option in options if option not in known}
        return {option: known[option] for option in options}

    def answers(self) -> Given:
        """The answers of the last "can" that said yes, in asking order."""
        on = self.circuit.model()
        given = {name: tuple(o for o, wire in options.items() if wire in on) for name, options in self._chosen.items()}
        return {question: options for question, options in given.items() if options}

    @cached_property
    def _answered(self) -> list[Wire]:
        """For each number, the wire that is on when at least so many questions have an answer."""
        return self.circuit.at_least(map(self.circuit.any_of, map(dict.values, self._chosen.values())), LONGEST + 1)

    def shortest(self, wires: Sequence[int]) -> Given | None:
        """Answers to the fewest questions, and of those few options, that put all these wires on; None if none do."""
        if not self.circuit.can(wires):
            return None
        for more in self._answered[1 : min(len(self.answers()), LONGEST) + 2]:
            if self.circuit.can([*wires, ~more]):
                return self._fewest_options([*wires, ~more])
        self.circuit.can(wires)
        return self.answers()

    def _fewest_options(self, wires: Sequence[int]) -> Given:
        """Drop one option after the other while all these wires can stay on."""
        kept = [self._chosen[question][option] for question, options in self.answers().items() for option in options]
        dropped = [~wire for options in self._chosen.values() for wire in options.values() if wire not in kept]
        for wire in kept:
            if self.circuit.can([*wires, *dropped, ~wire]):
                dropped.append(~wire)
        self.circuit.can([*wires, *dropped])
        return self.answers()


class AllAnswers:
    """All answers that a visitor can give.

    Complete: every question that applies has an answer other than "I don't know"; certain and possible are one.
    With `open_`: any question may be left unanswered, and the two planes differ as they do in the chat.
    `chosen`: per question, option id → its wire. With `shared` switches an answer may be given to a question that
    does not apply here, and the rules of the conversation hold only where all of `rules` are on.
    """

    def __init__(
        self, ruleset: Ruleset, open_: bool = False, shared: Switches | None = None, visitors: Visitors | None = None
    ) -> None:
        self.ruleset, self.open = ruleset, open_
        self.switches = shared or Switches()
        self.circuit = self.switches.circuit
        self.places = {question.id: place for place, question in enumerate(ruleset.questions)}
        self.chosen = list(map(self.switches.of, ruleset.questions))
        self._findings: dict[int, tuple[int, int]] = {}
        self._kept: dict[Hashable, int] = {}
        self.answered = [self.circuit.any_of(options.values()) for options in self.chosen]
        self.planes = self.evaluated(self.chosen)
        self.program = self.planes.program
        self.rules: list[Wire] = [self.circuit.switch()] if shared else []
        for place, options in enumerate(() if shared else self.chosen):
            for wire in options.values():
                self.circuit.require(~wire, self.asked(place))
        for clause in self._conversation():
            self.circuit.require(*(~rule for rule in self.rules), *clause)
        self.witnesses = self._seen_by(visitors) if visitors else None

    def evaluated(self, chosen: list[dict[str, int]]) -> Planes:
        """What the evaluator makes of these wires."""
        unknown: list[int] = [~answered if self.open else self.circuit.never for answered in self.answered]
        return evaluate(self.ruleset.program, Wires(0, chosen, unknown, circuit=self.circuit))

    def _conversation(self) -> Iterator[tuple[int, ...]]:
        """Of each of these one wire is on: where a question is asked, only what is shown is chosen and something is,
        unless it may be left open; what excludes stands alone.
        """
        for place, (question, options) in enumerate(zip(self.ruleset.questions, self.chosen, strict=True)):
            asked = self.asked(place)
            for wire, shown in zip(options.values(), self.shown(place), strict=True):
                yield ~wire, ~asked, shown
            yield from ((~one, ~other) for one, other in _excluding(question, options))
            if not self.open:
                yield ~asked, self.answered[place]

    def fires(self, place: int) -> int:
        """The condition of an obligation certainly holds."""
        return self.planes.certain[self.program.fires[place]]

    def finding(self, place: int) -> tuple[int, int]:
        """Where an obligation certainly and possibly fires and nothing takes its part."""
        if place not in self._findings:
            self._findings[place] = self.planes.finding(place)
        return self._findings[place]

    def stands(self, place: int) -> int:
        """An obligation certainly fires and nothing takes its part."""
        return self.finding(place)[0]

    def falls(self, place: int) -> int:
        """An obligation certainly does not stand."""
        return ~self.finding(place)[1]

    def once(self, name: Hashable, wire: Callable[[], int]) -> int:
        """A wire that many proofs want, put together when the first does."""
        if name not in self._kept:
            self._kept[name] = wire()
        return self._kept[name]

    def explains(self, place: int) -> int:
        """A note certainly shows."""
        return self.planes.certain[self.program.explains[place]]

    def asked(self, place: int) -> int:
        """A question certainly applies."""
        return self.planes.certain[self.program.applies[place]]

    def shown(self, place: int) -> list[int]:
        """Per option of a question that means something: it may be chosen."""
        return [self.planes.possible[self.program.shown_at[place][option]] for option in self.chosen[place]]

    def verdict(self, standard: str, basis: Basis) -> list[int]:
        """Wires that are on where the verdict on a standard is certainly and exactly this."""
        own = self.ruleset.by_standard.get(standard, [])
        not_more = [self.falls(place) for place, o in own if o.basis.rank > basis.rank]
        if not basis.asks:
            return not_more
        return [self.circuit.any_of(self.stands(place) for place, o in own if o.basis is basis), *not_more]

    def speaks(self, name: str) -> tuple[int, int]:
        """Certain and possible wire of an obligation or a note; never on for one that is not in these rules."""
        if (place := self.ruleset.place_of.get(name)) is not None:
            return self.finding(place)
        for note, node in zip(self.ruleset.notes, self.program.explains, strict=True):
            if note.id == name:
                return self.planes.certain[node], self.planes.possible[node]
        return self.circuit.never, self.circuit.never

    @cached_property
    def singles(self) -> dict[int, int]:
        """Per question that takes many options, the wire that keeps the answer to one of them."""
        wires: dict[int, int] = {}
        for place, question in enumerate(self.ruleset.questions):
            if question.kind == "many":
                wires[place] = self.circuit.switch()
                self.circuit.require(~wires[place], ~self.circuit.at_least(self.chosen[place].values(), 2)[2])
        return wires

    def single(self, free: Collection[int] = ()) -> list[int]:
        """One option a question, except for these."""
        return [wire for place, wire in self.singles.items() if place not in free]

    @cached_property
    def settled(self) -> int:
        """Whatever certainly applies is answered, unless the visitor may say that they do not know."""
        wire: int = self.circuit.always
        for place, question in enumerate(self.ruleset.questions):
            if not any(option.unknown for option in question.options):
                wire = (~self.circuit.both(self.asked(place), ~self.answered[place])) & wire
        return wire

    def _seen_by(self, visitors: Visitors) -> Witnesses:
        """The answers of these visitors to the questions that there are here."""
        given = [
            (int(wire), visitors.chosen.get(question.id, {}).get(option, 0))
            for question, options in zip(self.ruleset.questions, self.chosen, strict=True)
            for option, wire in options.items()
        ]
        return Witnesses(self.circuit, visitors.full, dict(given))

    def can(self, *wires: int) -> bool:
        """Whether all these can be on together; the solver is asked where no visitor shows it."""
        wanted = [self.circuit.wire_of(wire) for wire in (*wires, *self.rules)]
        if self.witnesses is not None and self.witnesses.show(wanted):
            self.circuit.asked += 1
            return True
        return self.circuit.can(wanted)


def _excluding(question: Question, wires: Mapping[str, int]) -> Iterable[tuple[int, int]]:
    """The pairs of options that cannot be chosen together."""
    if question.kind == "one":
        return combinations(wires.values(), 2)
    alone = [name for name in question.alone if name in wires]
    return [(wires[one], wire) for one in alone for name, wire in wires.items() if name != one]


class TwoRulesets:
    """Two rulesets over the same answers, to prove where they decide differently.

    A question or an option of the same id is the same in both. An answer may be given whether a question applies in
    one of the two or in both; where it applies it is answered, unless `open_`, and only with what is shown there.
    """

    def __init__(self, old: Ruleset, new: Ruleset, open_: bool = False) -> None:
        self.switches = Switches()
        self.old, self.new = AllAnswers(old, open_, self.switches), AllAnswers(new, open_, self.switches)

    def can(self, wires: Iterable[int]) -> bool:
        return self.switches.circuit.can([*wires, *self.old.rules, *self.new.rules])

    def shortest(self, wires: Iterable[int]) -> Given | None:
        """The fewest answers that put these wires on; None if none do."""
        return self.switches.shortest([*wires, *self.old.rules, *self.new.rules])
