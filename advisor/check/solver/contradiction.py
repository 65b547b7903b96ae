"""Says why a condition can never hold: which of its parts exclude each other, and the answers that come nearest."""

from collections.abc import Sequence

from advisor.check.problem import Given
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.conditions import All, Condition, Not, on_one_line, plain, tests
from advisor.rules.ruleset import Ruleset


def contradiction(ruleset: Ruleset, parts: Sequence[Condition]) -> tuple[str, Given]:
    """For parts that never hold together: a sentence about a few that exclude each other, and the nearest answers."""
    prover = Prover(ruleset, [(part, None) for part in parts])

    def can(kept: Sequence[int]) -> bool:
        return prover.can(lambda cases: [prover.probe(cases, place) for place in kept])

    core = list(range(len(parts)))
    for place in list(core):
        if not can(rest := [other for other in core if other != place]):
            core = rest
    kept = [place for place in range(len(parts)) if place not in core[-1:]]
    while not can(kept):
        kept.pop()
    return _never([on_one_line(plain(parts[place])) for place in core]), _nearest(prover, parts, kept)


def _never(parts: Sequence[str]) -> str:
    return f"{' and '.join(parts)} never hold together" if len(parts) > 1 else f"{''.join(parts)} never holds"


def _nearest(prover: Prover, parts: Sequence[Condition], kept: Sequence[int]) -> Given:
    """Answers that fit what is kept, and that answer the questions of the other parts if they are asked at all."""
    named = {test.question for part in parts for test in tests(part)}
    answered: list[int] = []

    def wish(cases: AllAnswers) -> list[int]:
        return [*(prover.probe(cases, place) for place in kept), *(cases.answered[place] for place in answered)]

    for place, question in enumerate(prover.ruleset.questions):
        if question.id in named:
            answered.append(place)
            if not prover.can(wish):
                answered.pop()
    return prover.show(wish) or {}


def needs(when: Condition | None, unless: Condition | None) -> list[Condition]:
    """Everything that must hold, part by part."""
    return [*_flat(when), *(Not(part) for part in _flat(unless, any_of=True))]


def _flat(condition: Condition | None, any_of: bool = False) -> list[Condition]:
    if condition is None:
        return []
    if isinstance(condition, All) and not any_of:
        return [inner for part in condition.parts for inner in _flat(part)]
    return [condition]
