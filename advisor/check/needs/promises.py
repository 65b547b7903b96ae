"""Proves that every demand is answered, and that nobody is named as asking, or as holding, who does not."""

from collections.abc import Iterator

from advisor.check.needs.possible_needs import (
    Asked,
    PossibleNeed,
    PossibleNeeds,
    asked_for,
    chosen,
    possible_needs,
    told,
)
from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, firing
from advisor.rules.model import Obligation, Option, Question
from advisor.rules.needs_model import NeedRule


def promises(prover: Prover) -> Iterator[Problem]:
    """Demands without a need, laws that are none, demands that a law silences, and what is kept but does not count."""
    possible = possible_needs(prover.ruleset)
    for name in prover.ruleset.situation.demanded:
        if question := prover.ruleset.question(name):
            yield from _demands(prover, question, possible)
    for place, rule in enumerate(prover.ruleset.needs):
        yield from _no_law(prover, place, rule)
        yield from _kept(prover, place, rule)
    yield from _silenced(prover)


def _demands(prover: Prover, question: Question, possible: PossibleNeeds) -> Iterator[Problem]:
    """Each option of which nothing is said by name, for some visitor who chose it."""
    for option in question.options:
        if option.unknown or option.exclusive or option.neutral:
            continue
        followed = followed_by(prover, question, option)
        about = [need for need in possible if is_about(need, question, option, followed)]

        def wish(cases: AllAnswers, option: Option = option, about: list[PossibleNeed] = about) -> list[int]:
            answered = cases.circuit.any_of(need.certain(cases) for need in about)
            return [chosen(cases, question.id, option.id), ~answered]

        if prover.can(wish):
            text = f"'{option.id}' of '{question.id}' is demanded of somebody who has no need that names it"
            answers = prover.complete.switches.shortest(wish(prover.complete))
            yield problem("unanswered-demand", question, text, answers)
        elif prover.open.can(prover.open.settled, *wish(prover.open)):
            text = f"'{option.id}' of '{question.id}' is demanded of somebody who does not know more and has no need"
            answers = prover.open.switches.shortest([prover.open.settled, *wish(prover.open)])
            yield problem("unanswered-demand", question, f"{text} that names it", answers, "warning")


def followed_by(prover: Prover, question: Question, option: Option) -> set[str]:
    """The later questions that nobody is asked who has not chosen the option."""
    cases = prover.complete
    other = ~cases.circuit.wire_of(chosen(cases, question.id, option.id))
    found: set[str] = set()
    for place, later in enumerate(prover.ruleset.questions):
        asked = asked_for(later.ask_if)
        named = (question.id, option.id) in asked
        if (named or any(name in found for name, _ in asked)) and not cases.can(cases.asked(place), other):
            found.add(later.id)
    return found


def is_about(need: PossibleNeed, question: Question, option: Option, followed: set[str]) -> bool:
    """Whether it is a need because this option was chosen, or for what was answered only because of that.

    A rule that speaks for obligations is about what each of them is about.
    """
    record = need.record
    if isinstance(record, NeedRule) and record.each == question.id:
        return need.option is not None and need.option.id == option.id

    def wanted(asked: Asked) -> bool:
        return (question.id, option.id) in asked or any(name in followed for name, _ in asked)

    own, *carried = need.waits
    return wanted(own) or (bool(carried) and all(map(wanted, carried)))


def _no_law(prover: Prover, place: int, rule: NeedRule) -> Iterator[Problem]:
    """The law is named as who asks for what a buyer asks, or for what only pays."""
    by_id = {obligation.id: obligation for obligation in prover.ruleset.obligations}
    own = [by_id[name] for name in rule.of if name in by_id]
    others = [obligation for obligation in own if obligation.basis.asks and not _by_law(obligation)]
    if rule.wanted == "law" and not rule.source and others:
        text = f"'{rule.id}' is wanted by law, and '{others[0].id}', for which it speaks, is no law"
        yield problem("not-the-law", rule, text, prover.show(lambda cases: [told(cases, place)]))


def _by_law(obligation: Obligation) -> bool:
    return obligation.basis.by_law or "law" in {asker for _, asker in obligation.things}


def _kept(prover: Prover, place: int, rule: NeedRule) -> Iterator[Problem]:
    """What is to be kept although it is missing or does not count."""
    thing = prover.ruleset.things.get(rule.thing or "")
    if rule.kind != "keep" or thing is None:
        return
    name, stands = thing.id, thing.stands

    def wish(cases: AllAnswers) -> list[int]:
        nodes = cases.program.stands[name]
        good = [node for node, line in zip(nodes, stands, strict=True) if line.standing in ("met", "partly")]
        bad = [node for node, line in zip(nodes, stands, strict=True) if line.standing in ("defect", "missing")]
        counts = cases.circuit.any_of(cases.planes.possible[node] for node in good)
        fails = cases.circuit.any_of(cases.planes.certain[node] for node in bad)
        return [told(cases, place), fails, ~counts]

    if prover.can(wish):
        text = f"'{rule.id}' says to keep '{name}' also where it does not count"
        yield problem("keeps-defect", rule, text, prover.show(wish))


def _silenced(prover: Prover) -> Iterator[Problem]:
    """A binding demand for a certificate whose own need falls away beside a system that law demands."""
    systems = [at for at, rule in enumerate(prover.ruleset.needs) if _system_by_law(prover, rule)]
    for place, demand in enumerate(prover.ruleset.obligations):
        if demand.basis.asker == "buyer" and demand.basis.owes == "certificate":
            yield from _overridden(prover, place, demand)
            for at in systems:
                yield from _spoken_over(prover, place, demand, at)


def _overridden(prover: Prover, place: int, demand: Obligation) -> Iterator[Problem]:
    for winner in prover.complete.program.beaten_by[place]:
        strong = prover.ruleset.obligations[winner]
        if strong.basis.by_law and strong.basis.owes == "system":
            text = f"'{strong.id}' overrides '{demand.id}': what a buyer demands stays beside the law"
            yield problem("silenced-demand", strong, text, prover.show(firing(winner)))


def _spoken_over(prover: Prover, place: int, demand: Obligation, at: int) -> Iterator[Problem]:
    rule = prover.ruleset.needs[at]
    names = {demand.id, *(name for name, _ in demand.things)}
    if names.isdisjoint((*rule.of, *rule.replaces)):
        return

    def wish(cases: AllAnswers) -> list[int]:
        return [cases.stands(place), told(cases, at)]

    if prover.can(wish):
        text = f"'{rule.id}', a system by law, speaks in the place of '{demand.id}', a buyer's demand for a certificate"
        yield problem("silenced-demand", rule, text, prover.show(wish))


def _system_by_law(prover: Prover, rule: NeedRule) -> bool:
    thing = prover.ruleset.things.get(rule.thing or "")
    return rule.wanted == "law" and (rule.kind or (thing.kind if thing else "clarify")) == "system"
