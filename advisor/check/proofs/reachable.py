"""Proves that every question, option and verdict can be reached and that every declared group gets an answer."""

from collections.abc import Iterable, Iterator

from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Probe, Prover, any_firing, choosing, getting
from advisor.check.solver.subset import part_of
from advisor.content.people import Promise
from advisor.rules.conditions import All
from advisor.rules.model import Jurisdiction, Question
from advisor.rules.ruleset import Ruleset


def reachable(prover: Prover) -> Iterator[Problem]:
    """Questions that are never asked, options that are never shown, questions without any option to choose."""
    for question in prover.ruleset.questions:
        own = Prover(part_of(prover.ruleset, questions=[question.id]), visitors=prover.visitors)
        yield from _reached(own, len(own.ruleset.questions) - 1, question)
        prover.helped_by(own.asked)


def _reached(prover: Prover, place: int, question: Question) -> Iterator[Problem]:
    asked, rules = needs(question.ask_if), prover.ruleset
    # Among the open cases, because a question without an option left has no complete ones.
    if not prover.open.can(prover.open.asked(place)):
        yield contradiction("unreachable-question", question, f"'{question.id}' is never asked", rules, asked)
        return
    hidden = prover.show(lambda cases: [cases.asked(place), *(~shown for shown in cases.shown(place))])
    if hidden is not None:
        text = f"'{question.id}' can be asked while none of its options is shown"
        yield problem("no-option-left", question, text, hidden)
    for option in question.options:
        if not option.unknown and option.show_if is not None and not prover.can(choosing(place, option.id)):
            said = f"option '{option.id}' of '{question.id}' is never shown"
            yield contradiction("unreachable-option", question, said, rules, [*asked, *needs(option.show_if)])


def verdicts(prover: Prover) -> Iterator[Problem]:
    """A verdict that obligations are written for and that nobody can get."""
    rules = prover.ruleset
    for standard in rules.standards:
        for basis in rules.bases[1:]:
            own = [i for i, o in rules.by_standard[standard.id] if o.basis is basis]
            if not own:
                text = f"no obligation gives {standard.id} the basis {basis}, so its page is never shown"
                yield problem("unused-verdict", standard, text, None, "warning")
            elif not prover.can(getting(standard.id, basis)):
                text = f"nobody can get the verdict {basis} for {standard.id}: something else always decides"
                yield problem("unreachable-verdict", standard, text, prover.show(any_firing(own)))


def probes(ruleset: Ruleset, groups: Iterable[Promise]) -> list[Probe]:
    """The conditions that the proof of the groups asks about: each group, then its jurisdictions in their order."""
    return [_probe(group, place) for group in groups for place in (None, *_places(ruleset, group))]


def _probe(group: Promise, place: Jurisdiction | None = None) -> Probe:
    parts = tuple(condition for condition in (group.when, place.option if place else None) if condition is not None)
    return (All(parts) if parts else None), group.unless


def _places(ruleset: Ruleset, group: Promise) -> list[Jurisdiction]:
    return [ruleset.jurisdictions[name] for name in group.jurisdictions if name in ruleset.jurisdictions]


def groups_answered(prover: Prover, groups: Iterable[Promise]) -> Iterator[Problem]:
    """Groups that nobody is in; else each jurisdiction and standard with somebody who gets no answer."""
    for group in groups:
        if not prover.holds(_probe(group)):
            yield _nobody(prover, group)
            continue
        for jurisdiction in _places(prover.ruleset, group):
            if not prover.holds(_probe(group, jurisdiction)):
                yield _nobody(prover, group, jurisdiction)
            for standard in group.standards:
                yield from _gap(prover, group, jurisdiction, standard)


def _nobody(prover: Prover, group: Promise, place: Jurisdiction | None = None) -> Problem:
    where = f" in '{place.id}'" if place else ""
    said = f"group '{group.id}' ({group.say}) promises nothing{where}, for nobody is in it"
    return contradiction("empty-group", group, said, prover.ruleset, needs(*_probe(group, place)))


def _gap(prover: Prover, group: Promise, jurisdiction: Jurisdiction, standard: str) -> Iterator[Problem]:
    known, probe = prover.ruleset.jurisdictions, _probe(group, jurisdiction)
    least = group.at_least.rank if group.at_least else 0
    around = {name for name, j in known.items() if jurisdiction.id in (name, j.within)}
    own = prover.ruleset.by_standard.get(standard, [])
    answering = [i for i, o in own if o.basis.rank >= least and o.jurisdiction in around]

    def missing(cases: AllAnswers) -> list[int]:
        return [prover.probe(cases, probe), *map(cases.falls, answering)]

    if prover.can(missing):
        text = f"group '{group.id}' ({group.say}): somebody gets no answer on {standard} in '{jurisdiction.id}'"
        yield problem("group-gap", group, text, prover.show(missing))
