"""Chooses a small set of complete cases that reaches every goal: greedily, each case as many as it can."""

from collections.abc import Callable, Iterator, Sequence

from advisor.check.problem import Given
from advisor.check.solver.all_answers import AllAnswers


def cover(
    cases: AllAnswers, wires: Sequence[int], progress: Callable[[str], None], plain: bool = False
) -> Iterator[tuple[Given, set[int]]]:
    """Answers, and which of the wires are on for them, until every wire that can be on was on once.

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
