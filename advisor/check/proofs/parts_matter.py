"""Proves that every option in a list, and every part of an `any`, makes an obligation fire for somebody.

An option that changes nothing is a slip of the writer, or the trace of a slip elsewhere: a question that is no longer
asked of those who would have chosen it leaves its options behind in the conditions of the obligations.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.check.problem import Problem, problem
from advisor.check.solver.prover import Probe, Prover, firing
from advisor.rules.conditions import AnyOf, Condition, Test, on_one_line, parts_within, plain
from advisor.rules.ruleset import Ruleset


@dataclass(frozen=True)
class Without:
    """The condition of an obligation without one part, which is named in words. `place`: of the obligation."""

    place: int
    part: str
    probe: Probe


def withouts(ruleset: Ruleset, places: Iterable[int]) -> list[Without]:
    """Every part of these obligations that could be left out alone."""
    found: list[Without] = []
    for place in places:
        when, unless = ruleset.obligations[place].when, ruleset.obligations[place].unless
        found += (Without(place, f"{part} in 'when'", (less, unless)) for part, less in _less(when))
        found += (Without(place, f"{part} in 'unless'", (when, less)) for part, less in _less(unless))
    return found


def _less(condition: Condition | None) -> Iterator[tuple[str, Condition]]:
    """What can be left out, in words, and what then remains."""
    for part, put in parts_within(condition):
        match part:
            case Test(question, "any_of" | "none_of", options) if len(options) > 1:
                for option in options:
                    rest = tuple(other for other in options if other != option)
                    yield f"option '{option}' of '{question}'", put(replace(part, options=rest))
            case AnyOf(parts) if len(parts) > 1:
                for at, own in enumerate(parts):
                    yield f"the part {on_one_line(plain(own))}", put(AnyOf((*parts[:at], *parts[at + 1 :])))


def idle_parts(prover: Prover, entries: Iterable[Without]) -> Iterator[Problem]:
    """Each part without which its obligation fires for the same visitors. The prover's probes are these entries'."""
    for entry in entries:
        if prover.can(firing(entry.place)) and not _differs(prover, entry):
            obligation = prover.ruleset.obligations[entry.place]
            same = f"'{obligation.id}' fires for the same visitors without {entry.part}"
            text = f"{same}: leave it out, or mend what keeps it away"
            yield problem("idle-part", obligation, text, prover.show(firing(entry.place)))


def _differs(prover: Prover, entry: Without) -> bool:
    cases = prover.complete
    return cases.can(cases.circuit.either_not_both(cases.fires(entry.place), prover.probe(cases, entry.probe)))
