"""Proves that every company has an answer, that every pattern can be it, and that nothing is denied unresearched."""

from collections.abc import Iterator
from string import Formatter

from advisor.check.needs.possible_needs import PossibleNeeds, possible_needs, somebody
from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.needs_model import AnswerPattern, NeedRule

OF_A_NEED = frozenset(("thing", "what", "by", "when", "places"))
"""What is empty where there is no need."""


def answers_given(prover: Prover) -> Iterator[Problem]:
    """Patterns that are never said, a list that does not end with one for everybody, a "no" that nobody can know."""
    patterns = prover.ruleset.answers
    if not patterns:
        return
    possible = possible_needs(prover.ruleset)
    for place in range(len(patterns)):
        yield from _never_said(prover, place, possible)
        yield from _empty_handed(prover, place, possible)
        yield from _unresearched(prover, place, possible)
    if not _for_everybody(patterns[-1]):
        text = f"'{patterns[-1].id}' stands last and has conditions: somebody may get no answer at all"
        yield problem("no-last-answer", patterns[-1], text, None)


def _for_everybody(pattern: AnswerPattern) -> bool:
    return _needs_nothing(pattern) and pattern.when is None and pattern.unless is None


def _needs_nothing(pattern: AnswerPattern) -> bool:
    """It fits whenever its answers do."""
    asks = (pattern.first, pattern.has, pattern.lacks, pattern.empty, pattern.open)
    return not (pattern.own or pattern.levels or pattern.claimed or any(line is not None for line in asks))


def _fits_nothing(pattern: AnswerPattern) -> bool:
    """It may fit where there is no need at all."""
    return not (pattern.own or pattern.first or pattern.has) and pattern.empty is not False


def _always_fits_nothing(pattern: AnswerPattern) -> bool:
    """It fits wherever there is no need and its answers are given."""
    return _fits_nothing(pattern) and not pattern.levels and pattern.open is None


def _node(cases: AllAnswers, place: int) -> int:
    return cases.circuit.wire_of(cases.planes.certain[cases.program.says[place]])


def _never_said(prover: Prover, place: int, possible: PossibleNeeds) -> Iterator[Problem]:
    if not somebody(prover, lambda cases: _said(cases, place, possible)):
        pattern = prover.ruleset.answers[place]
        text = f"'{pattern.id}' is never the answer: an earlier one is, or nothing of what it wants can be"
        yield problem("never-answers", pattern, text, prover.show(lambda cases: [_node(cases, place)]))


def _said(cases: AllAnswers, place: int, possible: PossibleNeeds) -> list[int]:
    """Its answers are given, none before it always fits, and there may be the needs that it looks for."""
    patterns = cases.ruleset.answers
    before = [at for at in range(place) if _needs_nothing(patterns[at])]
    wires = [_node(cases, place), *(~_node(cases, at) for at in before)]
    matches = [match for match in (patterns[place].first, patterns[place].has) if match]
    wires += [possible.certain(cases, match) for match in matches]
    if patterns[place].own:
        answering = (need for need in possible if isinstance(need.record, NeedRule) and need.record.answer)
        wires.append(cases.circuit.any_of(need.certain(cases) for need in answering))
    return wires


def _empty_handed(prover: Prover, place: int, possible: PossibleNeeds) -> Iterator[Problem]:
    """A pattern that names a need, said where there is none."""
    pattern = prover.ruleset.answers[place]
    filled = {field for _, field, _, _ in Formatter().parse(pattern.say) if field} & OF_A_NEED
    if not filled or not _fits_nothing(pattern):
        return
    if prover.can(lambda cases: _without_needs(cases, place, possible)):
        text = f"'{pattern.id}' names a need and fits where there is none: write 'empty: false', or 'first' or 'has'"
        answers = prover.complete.switches.shortest(_without_needs(prover.complete, place, possible))
        yield problem("empty-answer", pattern, text, answers)


def _unresearched(prover: Prover, place: int, possible: PossibleNeeds) -> Iterator[Problem]:
    """That nothing is needed is not said where nobody has looked, but by a pattern that is written for that."""
    pattern, cases = prover.ruleset.answers[place], prover.complete
    if not pattern.empty:
        return
    wires, node = _without_needs(cases, place, possible), cases.program.situation[1]
    known = ~cases.circuit.wire_of(cases.planes.possible[node])
    unknown = [*wires, cases.planes.certain[node]]
    if cases.can(*wires, known) and cases.can(*unknown):
        text = f"'{pattern.id}' says that nothing is needed, also where trade or place is not researched"
        answers = cases.switches.shortest(unknown)
        yield problem("unresearched-answer", pattern, f"{text}: write one for these before it", answers)


def _without_needs(cases: AllAnswers, place: int, possible: PossibleNeeds) -> list[int]:
    """There is no need, and none of the patterns before it is the answer then."""
    earlier = (at for at in range(place) if _always_fits_nothing(cases.ruleset.answers[at]))
    none = ~cases.circuit.wire_of(possible.certain(cases))
    return [_node(cases, place), none, *(~_node(cases, at) for at in earlier)]
