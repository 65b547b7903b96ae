"""What a set of cases should reach: every obligation, every edge of the conversation, each condition both ways.

A condition is taken both ways where it decides: in one case the obligation fires only because it holds, or stays
silent only because it does not. Those are the cases in which a mutant of the obligation would behave otherwise.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from advisor.check.cases.mutants import Mutant
from advisor.check.problem import Given
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, Wish, asking, choosing, explaining, standing
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset


@dataclass(frozen=True)
class Goal:
    """`wire`: on in the complete cases that reach it. `about`: the obligation whose condition it takes both ways."""

    said: str
    wire: Callable[[AllAnswers], int]
    about: int | None = None


def edges(ruleset: Ruleset) -> list[Goal]:
    """Every question asked and skipped, every option chosen, every obligation and note speaking."""
    goals = []
    for place, question in enumerate(ruleset.questions):
        if question.ask_if:
            asked = asking(place)
            goals += [_goal(f"asks {question.id}", asked), _goal(f"skips {question.id}", asked, holds=False)]
        goals += [_goal(f"{question.id}: {o.id}", choosing(place, o.id)) for o in question.options if not o.unknown]
    goals += [_goal(f"fires {o.id}", standing(place)) for place, o in enumerate(ruleset.obligations)]
    return goals + [_goal(f"shows {n.id}", explaining(place)) for place, n in enumerate(ruleset.notes)]


def _goal(said: str, wish: Wish, holds: bool = True) -> Goal:
    def wire(cases: AllAnswers) -> int:
        result: int = reduce(cases.circuit.both, wish(cases), cases.circuit.always)
        return result if holds else ~result

    return Goal(said, wire)


def both_ways(prover: Prover, mutants: Sequence[Mutant]) -> list[Goal]:
    """For each mutant the cases that tell it from the original. The prover's probes are the mutants' conditions."""
    return [_telling(prover, mutant) for mutant in mutants]


def _telling(prover: Prover, mutant: Mutant) -> Goal:
    def wire(cases: AllAnswers) -> int:
        mutated, own = prover.probe(cases, (mutant.obligation.when, mutant.obligation.unless)), mutant.place
        beaten = cases.circuit.any_of(map(cases.fires, cases.program.beaten_by[own]))
        lost = cases.circuit.both(cases.stands(own), ~cases.circuit.wire_of(mutated))
        gained = cases.circuit.both(mutated, ~cases.circuit.wire_of(cases.fires(own))) & ~beaten
        return lost | gained

    return Goal(mutant.said, wire, mutant.place)


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
