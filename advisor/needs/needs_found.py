"""Finds the needs: what the rules of the content say, and what follows from obligations that no rule speaks for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from advisor.needs.need import Need
from advisor.needs.ordering import around, urgency
from advisor.needs.spare import without_spare
from advisor.needs.standing import Clock, stand
from advisor.rules.basis import Asker
from advisor.rules.evaluator import Planes
from advisor.rules.model import Answers, Option
from advisor.rules.needs_model import Firmness, Kind, NeedRule, Thing, Wanted
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.finding import Finding

WANTED: dict[Asker, tuple[Wanted, Firmness]] = {
    "law": ("law", "binding"),
    "buyer": ("contract", "binding"),
    "choice": ("trade", "usual"),
}


class Finder:
    """`found`: the findings that stand, strongest first."""

    def __init__(self, planes: Planes, answers: Answers, found: Iterable[Finding], clock: Clock) -> None:
        self.planes, self.answers, self.found, self.clock = planes, answers, tuple(found), clock
        self.ruleset: Ruleset = planes.program.ruleset

    def needs(self) -> tuple[Need, ...]:
        """All of them, in an expert's order; what is the same thing stands once."""
        ruled = list(self._ruled())
        spoken = {name for need in ruled if need.rule for name in (*need.rule.of, *need.rule.replaces)}
        kept = [need for need in ruled if spoken.isdisjoint((need.id, need.rule.id if need.rule else need.id))]
        followed = [*self._followed(spoken), *self._chosen(spoken)]
        found = without_spare((*kept, *followed))
        beside = around(found, bool(self.planes.certain[self.planes.program.situation[2]] & 1))
        ordered = sorted(found, key=lambda need: urgency(need, beside))
        return tuple(_said_once(ordered))

    def _ruled(self) -> Iterator[Need]:
        standing = {finding.obligation.id: finding for finding in self.found}
        for place in self.planes.program.rules_within(self.planes.certain, standing):
            rule = self.ruleset.needs[place]
            carried = tuple(standing[name] for name in rule.of if name in standing)
            yield from (self._by_rule(rule, carried, option) for option in self._options(rule))

    def _options(self, rule: NeedRule) -> Iterator[Option | None]:
        """The chosen options that it makes a need of; a rule about no question is one need."""
        if rule.each is None:
            yield None
            return
        chosen = self.answers.get(rule.each, ())
        yield from (option for option in self.ruleset.options_of(rule) if option.id in chosen)

    def _by_rule(self, rule: NeedRule, carried: tuple[Finding, ...], option: Option | None) -> Need:
        thing = self.ruleset.things.get(rule.thing or (option.id if option else ""))
        at = stand(self.planes, thing)
        timed = rule.time.since or rule.time.before or rule.time.deadline or rule.time.says
        about = (rule.when, *(finding.obligation.when for finding in carried))
        places = (rule.jurisdiction,) if rule.jurisdiction else tuple(f.obligation.jurisdiction for f in carried)
        return Need(
            id=f"{rule.id}-{option.id}" if option else rule.id,
            kind=rule.kind or (thing.kind if thing else "clarify"),
            thing=thing,
            wanted=rule.wanted,
            firm=rule.firm,
            due=self.clock.due(rule.time, at, about) if timed else self.clock.soonest(carried, at),
            stand=at,
            who=rule.who,
            rule=rule,
            option=option,
            findings=carried,
            places=tuple(dict.fromkeys(places)),
            reported=rule.confidence == "low" or _reported(carried),
        )

    def _followed(self, spoken: set[str]) -> Iterator[Need]:
        """One need for each thing that obligations ask for, whoever asks first."""
        wanted = [
            (name, asker, finding)
            for finding in self.found
            if finding.obligation.id not in spoken
            for name, asker in finding.things
            if name not in spoken
        ]
        wanted.sort(key=lambda entry: (entry[0], entry[1]))
        for (name, asker), group in groupby(wanted, key=lambda entry: entry[:2]):
            yield self._of(name, *WANTED[asker], tuple(finding for _, _, finding in group))

    def _chosen(self, spoken: set[str]) -> Iterator[Need]:
        """The certificate of a standard that may pay, as the company's own choice."""
        for standard in self.ruleset.standards:
            pays = [f for f in self.found if f.obligation.standard == standard.id and f.pays]
            if pays and standard.id not in spoken and not spoken.intersection(f.obligation.id for f in pays):
                yield self._of(standard.id, "own", "own", tuple(pays))

    def _of(self, name: str, wanted: Wanted, firm: Firmness, findings: tuple[Finding, ...]) -> Need:
        thing = self._thing(name, findings[0])
        at = stand(self.planes, thing)
        return Need(
            id=name,
            kind=thing.kind,
            thing=thing,
            wanted=wanted,
            firm=firm,
            due=self.clock.soonest(findings if firm == "binding" else (), at),
            stand=at,
            findings=findings,
            places=tuple(dict.fromkeys(f.obligation.jurisdiction for f in findings)),
            reported=_reported(findings),
        )

    def _thing(self, name: str, finding: Finding) -> Thing:
        """The editors' entry; without one the obligation's own words."""
        if name in self.ruleset.things:
            return self.ruleset.things[name]
        paper = finding.obligation.certificate
        if paper and paper.id == name:
            return Thing(id=name, kind="certificate", name=paper.name[:90])
        standard = finding.obligation.standard
        names = {known.id: known.name for known in self.ruleset.standards}
        kind: Kind = "certificate" if name == standard else "system"
        return Thing(id=name, kind=kind, name=names.get(standard, standard), standard=standard)


def _reported(findings: Iterable[Finding]) -> bool:
    return {finding.obligation.confidence for finding in findings} == {"low"}


def _said_once(ordered: list[Need]) -> Iterator[Need]:
    """Needs for the same thing of the same holder are one, said where the most urgent stands."""
    groups: dict[tuple[str, str], list[Need]] = {}
    for need in ordered:
        groups.setdefault(need.same, []).append(need)
    for first, *others in groups.values():
        also = tuple(other for other in others if other.firm != "own")
        yield replace(first, also=also) if also else first
