"""Every set of answers that a visitor can give, as wires with the rules of the conversation between them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from advisor.check.solver.circuit import Circuit, Wire, Wires
from advisor.rules.basis import Basis
from advisor.rules.evaluator import Planes, evaluate
from advisor.rules.model import Question
from advisor.rules.program import Program
from advisor.rules.ruleset import Ruleset

Given = dict[str, tuple[str, ...]]

LONGEST = 24
"""More answers than this nobody needs to see to believe a counterexample."""


class AllAnswers:
    """All answers that a visitor can give.

    Complete: every question that applies has an answer other than "I don't know"; certain and possible are one.
    With `open_`: any question may be left unanswered, and the two planes differ as they do in the chat.
    `chosen`: per question, option id → its wire.
    """

    def __init__(self, ruleset: Ruleset, open_: bool = False) -> None:
        self.ruleset = ruleset
        self.open = open_
        self.circuit = Circuit()
        self.chosen: list[dict[str, int]] = [
            {option.id: self.circuit.switch() for option in question.options if not option.unknown}
            for question in ruleset.questions
        ]
        self.answered = [self.circuit.any_of(options.values()) for options in self.chosen]
        self.planes = self.evaluated(self.chosen)
        for wire, asked in self._chosen_and_asked():
            self.circuit.require(~wire, asked)
        for clause in conversation(self.planes, self.chosen, self.answered, open_):
            self.circuit.require(*clause)

    @property
    def program(self) -> Program:
        return self.planes.program

    def evaluated(self, chosen: list[dict[str, int]]) -> Planes:
        """What the evaluator makes of these wires."""
        unknown: list[int] = [~answered if self.open else self.circuit.never for answered in self.answered]
        return evaluate(self.ruleset.program, Wires(0, chosen, unknown, self.circuit))

    def _chosen_and_asked(self) -> Iterator[tuple[int, int]]:
        """Each wire of an option with that of its question being asked."""
        for place, options in enumerate(self.chosen):
            yield from ((wire, self.asked(place)) for wire in options.values())

    def fires(self, place: int) -> int:
        """The condition of an obligation certainly holds."""
        return self.planes.certain[self.program.fires[place]]

    def stands(self, place: int) -> int:
        """An obligation certainly fires and nothing takes its part."""
        return self.planes.finding(place)[0]

    def falls(self, place: int) -> int:
        """An obligation certainly does not stand."""
        return ~self.planes.finding(place)[1]

    def explains(self, place: int) -> int:
        """A note certainly shows."""
        return self.planes.certain[self.program.explains[place]]

    def asked(self, place: int) -> int:
        """A question certainly applies."""
        return self.planes.certain[self.program.applies[place]]

    def shown(self, place: int) -> list[int]:
        """Per option of a question that means something: it may be chosen."""
        nodes = zip(self.ruleset.questions[place].options, self.program.shown[place], strict=True)
        return [self.planes.possible[node] for option, node in nodes if not option.unknown]

    @cached_property
    def singles(self) -> dict[int, int]:
        """Per question that takes many options, the wire that keeps the answer to one of them."""
        wires = {}
        for place, (question, options) in enumerate(zip(self.ruleset.questions, self.chosen, strict=True)):
            if question.kind == "many":
                wires[place] = self.circuit.switch()
                self.circuit.require(~wires[place], ~self.circuit.at_least(options.values(), 2)[2])
        return dict(wires)

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

    def can(self, *wires: int) -> bool:
        return self.circuit.can(wires)

    def answers(self) -> Given:
        """The answers of the last `can` that said yes, in asking order."""
        names = [question.id for question in self.ruleset.questions]
        return _answers(self.circuit, dict(zip(names, self.chosen, strict=True)))

    def shortest(self, *wires: int) -> Given | None:
        """Answers to the fewest questions, and of those few options, that put all these wires on; None if none do."""
        names = [question.id for question in self.ruleset.questions]
        return fewest(self.circuit, dict(zip(names, self.chosen, strict=True)), self.answered, wires)


def fewest(
    circuit: Circuit, chosen: Mapping[str, Mapping[str, int]], answered: Sequence[Wire], wires: Sequence[int]
) -> Given | None:
    """The smallest answers with all these wires on. `answered`: per question of `chosen`, that it has an answer."""
    if not circuit.can(wires):
        return None
    most = min(len(_answers(circuit, chosen)), LONGEST)
    for count in range(most + 1):
        limit = ~circuit.counted(answered, LONGEST + 1)[count + 1]
        if circuit.can([*wires, limit]):
            return _fewest_options(circuit, chosen, [*wires, limit])
    circuit.can(wires)
    return _answers(circuit, chosen)


def _fewest_options(circuit: Circuit, chosen: Mapping[str, Mapping[str, int]], wires: Sequence[int]) -> Given:
    """Drop one option after the other while all these wires can stay on."""
    given = _answers(circuit, chosen)
    kept = [chosen[question][option] for question, options in given.items() for option in options]
    dropped = [~wire for options in chosen.values() for wire in options.values() if wire not in kept]
    for wire in kept:
        if circuit.can([*wires, *dropped, ~wire]):
            dropped.append(~wire)
    circuit.can([*wires, *dropped])
    return _answers(circuit, chosen)


def _answers(circuit: Circuit, chosen: Mapping[str, Mapping[str, int]]) -> Given:
    on = circuit.model()
    given = {question: tuple(o for o, wire in options.items() if wire in on) for question, options in chosen.items()}
    return {question: options for question, options in given.items() if options}


def excluding(question: Question, wires: Mapping[str, int]) -> Iterable[tuple[int, int]]:
    """The pairs of options that cannot be chosen together."""
    if question.kind == "one":
        return combinations(wires.values(), 2)
    alone = [name for name in question.alone if name in wires]
    return [(wires[one], wire) for one in alone for name, wire in wires.items() if name != one]


def conversation(
    planes: Planes, chosen: Sequence[Mapping[str, int]], answered: Sequence[int], open_: bool
) -> Iterator[tuple[int, ...]]:
    """Of each of these one wire is on: where a question is asked, only what is shown is chosen and something is,
    unless it may be left `open_`; what excludes stands alone.
    """
    program = planes.program
    for place, question in enumerate(program.ruleset.questions):
        applies, shown = planes.certain[program.applies[place]], program.shown_at[place]
        for name, wire in chosen[place].items():
            yield ~wire, ~applies, planes.possible[shown[name]]
        yield from ((~one, ~other) for one, other in excluding(question, chosen[place]))
        if not open_:
            yield ~applies, answered[place]


def exact_verdict(planes: Planes, circuit: Circuit, standard: str, basis: Basis) -> list[int]:
    """Wires that are on where the verdict on a standard is certainly and exactly this."""
    own = planes.program.ruleset.by_standard.get(standard, [])
    not_more: list[int] = [~circuit.wire_of(planes.finding(i)[1]) for i, o in own if o.basis.rank > basis.rank]
    if not basis.asks:
        return not_more
    return [circuit.any_of(planes.finding(i)[0] for i, o in own if o.basis is basis), *not_more]
