"""Proves that every verdict can be reached and that every declared group gets an answer."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Prover, Wish, getting
from advisor.content.people import Promise
from advisor.rules.basis import Basis
from advisor.rules.conditions import All, Condition
from advisor.rules.model import Jurisdiction, Standard
from advisor.rules.ruleset import Ruleset

Probe = tuple[Condition | None, Condition | None]


def verdicts(prover: Prover) -> Iterator[Problem]:
    """A verdict that obligations are written for and that nobody can get."""
    for standard in prover.ruleset.standards:
        for basis in prover.ruleset.bases[1:]:
            own = _of(prover.ruleset, standard, basis)
            if not own:
                text = f"no obligation gives {standard.id} the basis {basis}, so its page is never shown"
                yield problem("unused-verdict", standard, text, None, "warning")
            elif not prover.can(getting(standard.id, basis)):
                text = f"nobody can get the verdict {basis} for {standard.id}: something else always decides"
                yield problem("unreachable-verdict", standard, text, prover.show(_any_firing(own)))


def _of(ruleset: Ruleset, standard: Standard, basis: Basis) -> list[int]:
    return [i for i, o in enumerate(ruleset.obligations) if o.standard == standard.id and o.basis is basis]


def _any_firing(places: Sequence[int]) -> Wish:
    return lambda cases: [cases.circuit.any_of(map(cases.fires, places))]


def probes(ruleset: Ruleset, groups: Iterable[Promise]) -> list[Probe]:
    """The conditions that the proof of the groups asks about: each group, then its jurisdictions in their order."""
    return [probe for group in groups for probe in [(group.when, group.unless), *_probes(ruleset, group)]]


def _probes(ruleset: Ruleset, group: Promise) -> list[Probe]:
    return [(_all(group.when, place.option), group.unless) for place in _places(ruleset, group)]


def _places(ruleset: Ruleset, group: Promise) -> list[Jurisdiction]:
    return [ruleset.jurisdictions[name] for name in group.jurisdictions if name in ruleset.jurisdictions]


def _all(*conditions: Condition | None) -> Condition | None:
    parts = tuple(condition for condition in conditions if condition is not None)
    return All(parts) if parts else None


def groups_answered(prover: Prover, groups: Iterable[Promise], first: int = 0) -> Iterator[Problem]:
    """Groups that nobody is in; else each jurisdiction and standard with somebody who gets no answer.

    `first`: the place of the first probe.
    """
    at = first
    for group in groups:
        if _is_empty(prover, at):
            yield _nobody(prover, group)
            at += 1 + len(_places(prover.ruleset, group))
            continue
        at += 1
        for jurisdiction in _places(prover.ruleset, group):
            if _is_empty(prover, at):
                yield _nobody(prover, group, jurisdiction)
            for standard in group.standards:
                yield from _gap(prover, group, jurisdiction, standard, at)
            at += 1


def _is_empty(prover: Prover, at: int) -> bool:
    return not prover.can(lambda cases: [prover.probe(cases, at)])


def _nobody(prover: Prover, group: Promise, place: Jurisdiction | None = None) -> Problem:
    when = _all(group.when, place.option if place else None)
    text, answers = contradiction(prover.ruleset, needs(when, group.unless))
    where = f" in '{place.id}'" if place else ""
    said = f"group '{group.id}' ({group.say}) promises nothing{where}, for nobody is in it: {text}"
    return problem("empty-group", group, said, answers)


def _gap(prover: Prover, group: Promise, jurisdiction: Jurisdiction, standard: str, at: int) -> Iterator[Problem]:
    ruleset = prover.ruleset
    least = group.at_least.rank if group.at_least else 0
    answering = [
        i
        for i, o in enumerate(ruleset.obligations)
        if o.standard == standard
        and o.basis.rank >= least
        and jurisdiction.id in (o.jurisdiction, _around(ruleset, o.jurisdiction))
    ]

    def missing(cases: AllAnswers) -> list[int]:
        return [prover.probe(cases, at), *map(cases.falls, answering)]

    if prover.can(missing):
        text = f"group '{group.id}' ({group.say}): somebody gets no answer on {standard} in '{jurisdiction.id}'"
        yield problem("group-gap", group, text, prover.show(missing))


def _around(ruleset: Ruleset, name: str) -> str | None:
    jurisdiction = ruleset.jurisdictions.get(name)
    return jurisdiction.within if jurisdiction else None
