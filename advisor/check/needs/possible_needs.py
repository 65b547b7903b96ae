"""Every need that somebody may have, as far as it is known before anybody answers, and when it certainly is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, Wish
from advisor.needs.needs_found import WANTED
from advisor.rules.conditions import Condition, signed_tests
from advisor.rules.model import Obligation, Option
from advisor.rules.needs_model import Firmness, Holder, Kind, Match, NeedRule, Thing, Wanted, is_brief
from advisor.rules.ruleset import Ruleset


class Sayable(NamedTuple):
    """What a pattern may say of it."""

    what: str
    thing: str
    by: str
    events: tuple[str, ...]
    places: tuple[str, ...]


Asked = frozenset[tuple[str, str]]
"""Question and option: answers for which a condition asks."""
Looks = tuple[object, ...]
"""What a match wants of a need that is known before anybody answers."""


@dataclass(frozen=True, eq=False)
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
    waits: tuple[Asked, ...] = ()
    """The answers that its condition asks for, and those that each of the carried asks for."""

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids by which a match may name it."""
        return frozenset((self.thing, *([self.record.id] if isinstance(self.record, NeedRule) else [])))

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
        return (
            (not wanted.id or not self.names.isdisjoint(wanted.id))
            and (not wanted.kind or self.kind in wanted.kind)
            and (not wanted.thing or self.thing in wanted.thing)
            and (not wanted.wanted or self.wanted in wanted.wanted)
            and (not wanted.firm or self.firm in wanted.firm)
            and (not wanted.who or self.who in wanted.who)
            and wanted.frank in (None, isinstance(self.record, NeedRule) and self.record.frank)
            and wanted.brief in (None, bool(self.thing) and is_brief(self.words.thing))
        )


class PossibleNeeds:
    """Those of rules, then those that follow from obligations."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.all = (*_of_rules(ruleset), *_of_obligations(ruleset))
        self._like: dict[Looks, tuple[PossibleNeed, ...]] = {}

    def __iter__(self) -> Iterator[PossibleNeed]:
        return iter(self.all)

    def like(self, wanted: Match | None) -> tuple[PossibleNeed, ...]:
        """Those that may look like this; all where nothing is wanted."""
        if wanted is None:
            return self.all
        if (looks := _looks(wanted)) not in self._like:
            self._like[looks] = tuple(need for need in self.all if need.may_match(wanted))
        return self._like[looks]

    def certain(self, cases: AllAnswers, wanted: Match | None = None) -> int:
        """On where there certainly is one that may look like this."""
        looks = _looks(wanted) if wanted else ()
        return cases.once(
            ("needs", looks), lambda: cases.circuit.any_of(need.certain(cases) for need in self.like(wanted))
        )


def _looks(wanted: Match) -> Looks:
    return (wanted.id, wanted.kind, wanted.thing, wanted.wanted, wanted.firm, wanted.who, wanted.frank, wanted.brief)


def asked_for(condition: Condition | None) -> Asked:
    """All that are wanted somewhere in it."""
    wanted = [test for test, holds in signed_tests(condition) if holds and test.mode != "none_of"]
    return frozenset((test.question, option) for test in wanted for option in test.options)


def somebody(prover: Prover, wish: Wish) -> bool:
    """Whether there is somebody like that: with all answers given, or while some are still open."""
    return prover.can(wish) or prover.show(wish) is not None


def told(cases: AllAnswers, place: int) -> int:
    """On where a rule of needs certainly speaks."""
    rule = cases.ruleset.needs[place]
    node = cases.planes.certain[cases.program.wants[place]]
    if not rule.of:
        return node
    known = cases.ruleset.place_of
    stand = cases.circuit.any_of(cases.stands(known[name]) for name in rule.of if name in known)
    return cases.circuit.both(node, stand)


def chosen(cases: AllAnswers, question: str, option: str) -> int:
    """On where a question applies and gets this option."""
    place = cases.places.get(question)
    if place is None or option not in cases.chosen[place]:
        return cases.circuit.never
    return cases.circuit.both(cases.asked(place), cases.chosen[place][option])


@lru_cache(maxsize=1)
def possible_needs(ruleset: Ruleset) -> PossibleNeeds:
    """Found once for all proofs of a ruleset."""
    return PossibleNeeds(ruleset)


def _of_rules(ruleset: Ruleset) -> Iterator[PossibleNeed]:
    for at, rule in enumerate(ruleset.needs):
        options: tuple[Option | None, ...] = ruleset.options_of(rule) if rule.each else (None,)
        carried = tuple(ruleset.obligations[place] for place in _places_of(ruleset, rule))
        places = (rule.jurisdiction,) if rule.jurisdiction else tuple(dict.fromkeys(o.jurisdiction for o in carried))
        waits = (asked_for(rule.when), *(asked_for(obligation.when) for obligation in carried))
        events = tuple(event for event in (rule.time.before, *(o.before for o in carried)) if event)
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
                Sayable(what or name, name, rule.by, events, places),
                carried,
                waits,
            )


def _places_of(ruleset: Ruleset, rule: NeedRule) -> list[int]:
    """The places of the obligations that it speaks for, in their order."""
    return sorted(ruleset.place_of[name] for name in set(rule.of) if name in ruleset.place_of)


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
            waits = (asked_for(obligation.when),)
            yield PossibleNeed(at, obligation, None, thing.kind, name, wanted, firm, "we", words, (), waits)


def _unwritten(name: str, obligation: Obligation) -> Thing:
    paper = obligation.certificate
    if paper and paper.id == name:
        return Thing(id=name, kind="certificate", name=paper.name[:90])
    return Thing(id=name, kind="certificate" if name == obligation.standard else "system", name=name)
