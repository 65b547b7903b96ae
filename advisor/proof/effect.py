"""Proves that every question and every option can change something.

A second copy of the ruleset gets another answer to one question; the solver looks for answers where the two differ.
The last question goes first, so that an earlier one also counts when it decides whether a later one that matters
is asked, or whether one of its options that matters is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from advisor.evaluator import Planes
from advisor.model import Question
from advisor.proof.cases import Cases
from advisor.proof.problem import Problem, problem
from advisor.proof.prover import Prover, asking, choosing

_COPIES = 8
"""More copies in one formula make each question to the solver slower than writing the formula again."""


def effect(prover: Prover) -> Iterator[Problem]:
    """Questions whose answer never matters, options that change nothing, and such that do although marked neutral."""
    matters: dict[int, set[str]] = {}
    found = []
    cases = prover.complete
    for count, place in enumerate(reversed(range(len(prover.ruleset.questions)))):
        if count % _COPIES == 0:
            cases = Cases(prover.ruleset)
        question = prover.ruleset.questions[place]
        matters[place] = _mattering(cases, place, question, matters)
        found += list(_judged(prover, place, question, matters[place]))
    yield from reversed(found)


def _judged(prover: Prover, place: int, question: Question, matters: set[str]) -> Iterator[Problem]:
    if not matters and prover.can(asking(place)):
        answers = prover.show(lambda cases: [cases.asked(place), cases.answered[place]])
        yield problem("idle-question", question, f"no answer to '{question.id}' ever changes anything", answers)
        return
    for option in question.options:
        chosen = [] if option.unknown else [prover.complete.chosen[place][option.id]]
        if not chosen or not prover.complete.can(*chosen):
            continue
        shown = choosing(place, option.id)
        if option.neutral and option.id in matters:
            text = f"option '{option.id}' of '{question.id}' is marked neutral and does change something"
            yield problem("not-neutral", question, text, prover.show(shown))
        if not (option.neutral or option.exclusive or option.id in matters):
            text = f"option '{option.id}' of '{question.id}' changes nothing; if that is meant, mark it 'neutral: true'"
            yield problem("idle-option", question, text, prover.show(shown))


def _mattering(cases: Cases, place: int, question: Question, later: dict[int, set[str]]) -> set[str]:
    """The options that, in some case, do something that an answer without them would not."""
    copy: dict[str, int] = {name: cases.circuit.switch() for name in cases.chosen[place]}
    other = cases.evaluated([copy if at == place else options for at, options in enumerate(cases.chosen)])
    differs = cases.circuit.any_of(_differences(cases, other, later))
    same = {name: ~cases.circuit.either_not_both(copy[name], wire) for name, wire in cases.chosen[place].items()}
    found = set()
    for name, wire in cases.chosen[place].items():
        rest = [same[n] for n in same if n != name] if question.kind == "many" else [~copy[n] for n in copy]
        if cases.can(cases.asked(place), differs, wire, ~copy[name], *rest):
            found.add(name)
    return found


def _differences(cases: Cases, other: Planes, later: dict[int, set[str]]) -> Iterator[int]:
    """Wires that are on where a finding, a note or a later question that matters is another than in the copy."""
    ruleset = cases.ruleset
    for place in range(len(ruleset.obligations)):
        yield from _differ(cases, cases.stands(place), other.finding(place)[0])
    for node in cases.program.explains:
        yield from _differ(cases, cases.planes.certain[node], other.certain[node])
    for place, matters in later.items():
        if not matters:
            continue
        node = cases.program.applies[place]
        yield from _differ(cases, cases.planes.certain[node], other.certain[node])
        for option, node in zip(ruleset.questions[place].options, cases.program.shown[place], strict=True):
            if option.id in matters:
                for wire in _differ(cases, cases.planes.certain[node], other.certain[node]):
                    yield wire & cases.asked(place)


def _differ(cases: Cases, one: int, other: int) -> Iterator[int]:
    if one is not other:
        yield cases.circuit.either_not_both(one, other)
