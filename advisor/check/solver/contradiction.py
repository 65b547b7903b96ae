"""Says why a condition can never hold: which of its parts exclude each other, and the answers that come nearest."""

from collections.abc import Sequence

from advisor.check.problem import Given, Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Probe, Prover
from advisor.reading.record import Record
from advisor.rules.conditions import All, Condition, Not, on_one_line, plain, tests
from advisor.rules.ruleset import Ruleset


def contradiction(rule: str, record: Record, said: str, ruleset: Ruleset, parts: Sequence[Condition]) -> Problem:
    """The problem of parts that never hold together, which are all that must hold: a few of them exclude each other."""
    probes: list[Probe] = [(part, None) for part in parts]
    prover = Prover(ruleset, probes)

    def can(kept: Sequence[int]) -> bool:
        return prover.can(lambda cases: [prover.probe(cases, probes[place]) for place in kept])

    core = list(range(len(parts)))
    for place in list(core):
        if not can(rest := [other for other in core if other != place]):
            core = rest
    kept = [place for place in range(len(parts)) if place not in core[-1:]]
    while not can(kept):
        kept.pop()
    named = " and ".join(on_one_line(plain(parts[place])) for place in core)
    text = f"{said}: {named} never hold{' together' if len(core) > 1 else 's'}"
    about = {test.question for part in parts for test in tests(part)}
    return problem(rule, record, text, _nearest(prover, about, [probes[place] for place in kept]))


def _nearest(prover: Prover, about: set[str], kept: Sequence[Probe]) -> Given | None:
    """Answers that fit what is kept, and that answer the questions it is about if they are asked at all."""
    answered: list[int] = []

    def wish(cases: AllAnswers) -> list[int]:
        return [*(prover.probe(cases, probe) for probe in kept), *(cases.answered[place] for place in answered)]

    for place, question in enumerate(prover.ruleset.questions):
        if question.id in about:
            answered.append(place)
            if not prover.can(wish):
                answered.pop()
    return prover.show(wish)


def needs(when: Condition | None, unless: Condition | None = None) -> list[Condition]:
    """Everything that must hold, part by part."""
    return [*_flat(when), *([] if unless is None else [Not(unless)])]


def _flat(condition: Condition | None) -> list[Condition]:
    if isinstance(condition, All):
        return [inner for part in condition.parts for inner in _flat(part)]
    return [] if condition is None else [condition]
