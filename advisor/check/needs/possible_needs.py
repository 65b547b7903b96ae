"""Every need that somebody may have, as far as it is known before anybody answers, and when it certainly is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, Wish
from advisor.needs.needs_found import WANTED
from advisor.rules.model import Obligation, Option
from advisor.rules.needs_model import Firmness, Holder, Kind, Match, NeedRule, Thing, Wanted
from advisor.rules.ruleset import Ruleset


class Sayable(NamedTuple):
    """What a pattern may say of it."""

    what: str
    thing: str
    by: str
    events: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True)
class PossibleNeed:
    """`at`: the place of its rule, or of the obligation that it follows from. `option`: of a rule for each option."""

    at: int
    record: NeedRule | Obligation
    option: Option | None
    kind: Kind
    thing: str
    wanted: Wanted
    firm: Firmness
    who: Holder
    words: Sayable
    carried: tuple[Obligation, ...] = ()
    """The obligations that its rule speaks for."""

    def certain(self, cases: AllAnswers) -> int:
        """On where it certainly is a need."""
        if isinstance(self.record, Obligation):
            return cases.stands(self.at)
        node = told(cases, self.at)
        if self.option is None or self.record.each is None:
            return node
        return node & chosen(cases, self.record.each, self.option.id)

    def may_match(self, wanted: Match) -> bool:
        """Whether it may look like this; where one stands and when it is due is not known yet."""
        own = {self.thing, *([self.record.id] if isinstance(self.record, NeedRule) else [])}
        lines = (
            (wanted.id, not own.isdisjoint(wanted.id)),
            (wanted.kind, self.kind in wanted.kind),
            (wanted.thing, self.thing in wanted.thing),
            (wanted.wanted, self.wanted in wanted.wanted),
            (wanted.firm, self.firm in wanted.firm),
            (wanted.who, self.who in wanted.who),
        )
        frank = isinstance(self.record, NeedRule) and self.record.frank
        return all(holds for line, holds in lines if line) and wanted.frank in (None, frank)


def somebody(prover: Prover, wish: Wish) -> bool:
    """Whether there is somebody like that: with all answers given, or while some are still open."""
    return prover.can(wish) or prover.show(wish) is not None


def told(cases: AllAnswers, place: int) -> int:
    """On where a rule of needs certainly speaks."""
    rule = cases.ruleset.needs[place]
    node = cases.planes.certain[cases.program.wants[place]]
    if not rule.of:
        return node
    named = [at for at, obligation in enumerate(cases.ruleset.obligations) if obligation.id in rule.of]
    return cases.circuit.both(node, cases.circuit.any_of(map(cases.stands, named)))


def chosen(cases: AllAnswers, question: str, option: str) -> int:
    """On where a question applies and gets this option."""
    place = next((place for place, q in enumerate(cases.ruleset.questions) if q.id == question), None)
    if place is None or option not in cases.chosen[place]:
        return cases.circuit.never
    return cases.circuit.both(cases.asked(place), cases.chosen[place][option])


def possible_needs(ruleset: Ruleset) -> tuple[PossibleNeed, ...]:
    """Those of rules, then those that follow from obligations."""
    return (*_of_rules(ruleset), *_of_obligations(ruleset))


def _of_rules(ruleset: Ruleset) -> Iterator[PossibleNeed]:
    for at, rule in enumerate(ruleset.needs):
        options: tuple[Option | None, ...] = ruleset.options_of(rule) if rule.each else (None,)
        places = (rule.jurisdiction,) if rule.jurisdiction else _places(ruleset, rule)
        for option in options:
            thing = ruleset.things.get(rule.thing or (option.id if option else ""))
            what = rule.what.replace("{option}", option.name) if option else rule.what
            name = thing.name if thing else (option.name if option else what)
            yield PossibleNeed(
                at,
                rule,
                option,
                rule.kind or (thing.kind if thing else "clarify"),
                thing.id if thing else "",
                rule.wanted,
                rule.firm,
                rule.who,
                Sayable(what or name, name, rule.by, _events(ruleset, rule), places),
                tuple(obligation for obligation in ruleset.obligations if obligation.id in rule.of),
            )


def _places(ruleset: Ruleset, rule: NeedRule) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o.jurisdiction for o in ruleset.obligations if o.id in rule.of))


def _events(ruleset: Ruleset, rule: NeedRule) -> tuple[str, ...]:
    found = (rule.time.before, *(o.before for o in ruleset.obligations if o.id in rule.of))
    return tuple(event for event in found if event)


def _of_obligations(ruleset: Ruleset) -> Iterator[PossibleNeed]:
    spoken = {name for rule in ruleset.needs for name in rule.of}
    for at, obligation in enumerate(ruleset.obligations):
        if obligation.id in spoken:
            continue
        asked: list[tuple[str, Wanted, Firmness]] = [(name, *WANTED[asker]) for name, asker in obligation.things]
        if obligation.basis.asks and obligation.basis.owes == "nothing":
            asked.append((obligation.standard, "own", "own"))
        for name, wanted, firm in asked:
            thing = ruleset.things.get(name) or _unwritten(name, obligation)
            events = (obligation.before,) if obligation.before else ()
            words = Sayable(thing.name, thing.name, "", events, (obligation.jurisdiction,))
            yield PossibleNeed(at, obligation, None, thing.kind, name, wanted, firm, "we", words)


def _unwritten(name: str, obligation: Obligation) -> Thing:
    paper = obligation.certificate
    if paper and paper.id == name:
        return Thing(id=name, kind="certificate", name=paper.name[:90])
    return Thing(id=name, kind="certificate" if name == obligation.standard else "system", name=name)
