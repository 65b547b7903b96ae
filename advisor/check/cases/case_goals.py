"""What a set of cases should reach: every obligation, every edge of the conversation, each condition both ways.

A condition is taken both ways where it decides: in one case the obligation fires only because it holds, or stays
silent only because it does not. Those are the cases in which a mutant of the obligation would behave otherwise.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from advisor.check.cases.mutants import Mutant
from advisor.check.problem import Given
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.model import Answers


class Goal(NamedTuple):
    """`wire`: on in the complete cases that reach it. `about`: the obligation whose condition it takes both ways."""

    wire: int
    about: int | None = None


def edges(prover: Prover) -> Iterator[Goal]:
    """Every question asked and skipped, every option chosen, every obligation and note speaking."""
    cases, rules = prover.complete, prover.ruleset
    wires: list[int] = []
    for place, question in enumerate(rules.questions):
        asked = cases.asked(place)
        wires += [asked, ~asked] if question.ask_if else []
        wires += [cases.circuit.both(asked, wire) for wire in cases.chosen[place].values()]
    wires += [*map(cases.stands, range(len(rules.obligations))), *map(cases.explains, range(len(rules.notes)))]
    return (Goal(cases.circuit.wire_of(wire)) for wire in wires)


def both_ways(prover: Prover, mutants: Iterable[Mutant]) -> Iterator[Goal]:
    """For each mutant the cases that tell it from the original. The prover's probes are the mutants' conditions."""
    cases, circuit = prover.complete, prover.complete.circuit
    for mutant in mutants:
        own, mutated = mutant.place, prover.probe(cases, (mutant.obligation.when, mutant.obligation.unless))
        beaten = circuit.any_of(map(cases.fires, cases.program.beaten_by[own]))
        lost = circuit.both(cases.stands(own), ~circuit.wire_of(mutated))
        gained = circuit.both(mutated, ~circuit.wire_of(cases.fires(own))) & ~beaten
        yield Goal(lost | gained, own)


def exactly(cases: AllAnswers, answers: Answers) -> list[int]:
    """Wires that say: these answers and no others."""
    wires: list[int] = []
    for question, options in zip(cases.ruleset.questions, cases.chosen, strict=True):
        chosen = answers.get(question.id, ())
        wires += [wire if name in chosen else ~wire for name, wire in options.items()]
    return wires


def cover(
    cases: AllAnswers, wires: Sequence[int], progress: Callable[[str], None], plain: bool
) -> Iterator[tuple[Given, set[int]]]:
    """A small set of cases, each with as many of the wires on as it can: answers, and which are on for them.

    `plain`: one option a question, as long as some wire can be on like that.
    """
    open_ = {place for place, wire in enumerate(wires) if cases.can(wire)}
    for rules in [cases.single(), []] if plain else [[]]:
        while True:
            answers, on = _fullest(cases, wires, sorted(open_), rules)
            if not on:
                break
            open_ -= on
            progress(f"{len(open_):,} goals left")
            yield answers, on


def _fullest(
    cases: AllAnswers, wires: Sequence[int], places: Sequence[int], rules: Sequence[int]
) -> tuple[Given, set[int]]:
    """One case with as many of these wires on as going through them once can find."""
    wanted = list(rules)
    answers: Given = {}
    on: set[int] = set()
    for place in places:
        if place in on:
            wanted.append(wires[place])
        elif cases.can(*wanted, wires[place]):
            wanted.append(wires[place])
            literals = cases.circuit.model()
            answers = cases.switches.answers()
            on = {p for p in places if int(wires[p]) in literals}
    return answers, on
