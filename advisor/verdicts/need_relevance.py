"""Finds which questions could still change a need: whether there is one, how the company stands, when it is due."""

from collections.abc import Iterator

from advisor.rules.evaluator import Planes
from advisor.rules.needs_model import NeedRule
from advisor.verdicts.relevance import Bounds, undecided_tests


def need_questions(planes: Planes, so_far: Bounds) -> set[int]:
    """Indices of the questions on whose answers the list of needs still hangs."""
    program, ruleset = planes.program, planes.program.ruleset
    may = [ruleset.obligations[i].id for i in (*so_far.stands, *so_far.open)]
    rules = [(ruleset.needs[i], program.wants[i]) for i in program.rules_within(planes.possible, may)]
    things = {thing for _, thing in so_far.things}
    things |= {rule.thing for rule, node in rules if rule.thing and planes.certain[node] & 1}
    start = [node for rule, node in rules if rule.settle]
    start += [node for thing in things for node in program.stands.get(thing, ())]
    start += [program.situation[0]] if _in_force(planes, so_far, rules) else []
    found = undecided_tests(planes, start)
    return found | undecided_answers(planes, set(_named(planes, so_far, rules)))


def _in_force(planes: Planes, so_far: Bounds, rules: list[tuple[NeedRule, int]]) -> bool:
    """Whether something that stands has been in force for longer than some visitors sell."""
    obligations = planes.program.ruleset.obligations
    ruled = any(rule.time.since and planes.certain[node] & 1 for rule, node in rules)
    return ruled or any(obligations[i].since for i in so_far.stands)


def _named(planes: Planes, so_far: Bounds, rules: list[tuple[NeedRule, int]]) -> Iterator[str]:
    """Ids of the questions whose own options are told: of each demand, and of the day."""
    ruleset = planes.program.ruleset
    yield from (rule.each for rule, _ in rules if rule.each)
    bases = {ruleset.obligations[i].basis for i in so_far.stands}
    bound = any(basis.asker == "buyer" and basis.owes != "nothing" for basis in bases)
    timed = any(rule.time.deadline and planes.certain[node] & 1 for rule, node in rules)
    if ruleset.situation.deadline and (bound or timed):
        yield ruleset.situation.deadline


def undecided_answers(planes: Planes, names: set[str]) -> set[int]:
    """Indices of these questions, as far as they may apply and are unanswered, and of what their `ask_if` hangs on."""
    places = planes.program.unknown_options
    open_ = {places[name][0] for name in names if planes.columns.unknown[places[name][0]] & 1}
    may = {place for place in open_ if planes.possible[planes.program.applies[place]] & 1}
    return may | undecided_tests(planes, [planes.program.applies[place] for place in may])
