"""Proves that every rule of needs and every standing can speak, and that each law named has its provision."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from advisor.check.needs.possible_needs import chosen, somebody, told
from advisor.check.problem import Problem, Severity, listed, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Prover, standing
from advisor.check.texts.citations import GRACE_DAYS
from advisor.rules.needs_model import NeedRule, Thing


def needs_fire(prover: Prover, today: date) -> Iterator[Problem]:
    """Rules and standings that nobody meets, things without an entry, laws without a provision."""
    for place, rule in enumerate(prover.ruleset.needs):
        yield from _silent(prover, place, rule)
        yield from _uncited(prover, place, rule, today)
    for thing in prover.ruleset.things.values():
        yield from _standings(prover, thing)
    yield from _unwritten(prover)


def _silent(prover: Prover, place: int, rule: NeedRule) -> Iterator[Problem]:
    if not prover.can(lambda cases: [_node(cases, place)]):
        parts = needs(rule.when, rule.unless)
        yield contradiction("never-needed", rule, f"'{rule.id}' is nobody's need", prover.ruleset, parts)
    elif not somebody(prover, lambda cases: [told(cases, place)]):
        text = f"'{rule.id}' never holds where {listed(rule.of, 'or')} stands"
        yield problem("never-needed", rule, text, prover.show(lambda cases: [_node(cases, place)]))
    elif rule.each and not prover.can(lambda cases: [_any_chosen(cases, place, rule.each or "")]):
        text = f"'{rule.id}' is a need for each option of '{rule.each}', and none that has a 'name' is chosen there"
        yield problem("never-needed", rule, text, prover.show(lambda cases: [told(cases, place)]))


def _node(cases: AllAnswers, place: int) -> int:
    return cases.planes.certain[cases.program.wants[place]]


def _any_chosen(cases: AllAnswers, place: int, each: str) -> int:
    question = cases.ruleset.question(each)
    options = [option.id for option in question.options if option.name] if question else []
    any_ = cases.circuit.any_of(chosen(cases, each, option) for option in options)
    return cases.circuit.both(told(cases, place), any_)


def _uncited(prover: Prover, place: int, rule: NeedRule, today: date) -> Iterator[Problem]:
    """What law or an authority wants rests on a provision: its own, or that of the obligations it speaks for."""
    if rule.wanted in ("law", "authority") and not rule.of and not (rule.source and rule.cite):
        text = f"'{rule.id}' is wanted by {rule.wanted}, and neither 'of' nor 'source' with 'cite' says where"
        yield problem("missing-citation", rule, text, prover.show(lambda cases: [told(cases, place)]))
    overdue = (today - rule.review_by).days if rule.review_by else 0
    if overdue > 0:
        text = f"'{rule.id}' was due for review on {rule.review_by}, {overdue} days ago"
        severity: Severity = "error" if overdue >= GRACE_DAYS else "warning"
        yield problem("overdue-review", rule, text, prover.show(lambda cases: [told(cases, place)]), severity)


def _standings(prover: Prover, thing: Thing) -> Iterator[Problem]:
    """A standing that never holds, or only where an earlier one holds."""
    nodes = prover.complete.program.stands[thing.id]
    for place, rule in enumerate(thing.stands):

        def wish(cases: AllAnswers, place: int = place) -> list[int]:
            earlier = (~cases.circuit.wire_of(cases.planes.possible[node]) for node in nodes[:place])
            return [cases.planes.certain[nodes[place]], *earlier]

        if not prover.can(wish):
            said = f"'{thing.id}': nobody stands to it as '{rule.say}'"
            alone = prover.show(partial(_holding, node=nodes[place]))
            if alone is None:
                yield contradiction("never-stands", thing, said, prover.ruleset, needs(rule.when))
            else:
                yield problem("never-stands", thing, f"{said}: an earlier line holds wherever it does", alone)


def _holding(cases: AllAnswers, node: int) -> list[int]:
    return [cases.planes.certain[node]]


def _unwritten(prover: Prover) -> Iterator[Problem]:
    """What obligations ask for needs an entry that says what it takes, and who knows where the company stands."""
    known = prover.ruleset.things
    missing: set[str] = set()
    for place, obligation in enumerate(prover.ruleset.obligations):
        for name in {name for name, _ in obligation.things} - missing:
            thing = known.get(name)
            if thing is None or not (thing.takes or thing.standard):
                missing.add(name)
                lacks = "no entry in content/things" if thing is None else "neither 'takes' nor 'standard'"
                text = f"'{obligation.id}' asks for '{name}', which has {lacks}"
                yield problem("no-thing", obligation, text, prover.show(standing(place)))
