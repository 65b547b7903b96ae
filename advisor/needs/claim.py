"""What somebody says that the law demands: of which thing it is said, for which place, and whether it is true."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor.needs.need import Need
from advisor.needs.ordering import EVENT, MET
from advisor.rules.conditions import signed_tests
from advisor.rules.model import Answers, Option
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import ClaimQuestions

WORDS = 6
"""Of the names of what is held, in one sentence."""


@dataclass(frozen=True)
class Claim:
    """`said`: what was said. `scheme`: the certificate that was named. `place`: the one place for which it is said.

    `held`: what the company says that it holds.
    """

    ruleset: Ruleset
    asked: ClaimQuestions
    said: tuple[Option, ...]
    scheme: Option | None
    place: Option | None
    held: tuple[Option, ...] = ()

    def things(self, said: Sequence[str]) -> frozenset[str]:
        """Ids of the things or needs, or kinds of them, that would make these claims true."""
        named = self.asked.about.get(self.scheme.id, (self.scheme.id,)) if self.scheme else ()
        return frozenset(thing for option in said for thing in self.asked.about.get(option, named))

    def name(self, said: Sequence[str]) -> str:
        """What it is called of which these claims speak; empty where nobody named it."""
        own = [option.name for option in self.said if option.id in self.asked.about and option.id in said]
        return next((name for name in own if name), self.scheme.name if self.scheme else "")

    def is_about(self, need: Need, said: Sequence[str]) -> bool:
        things = self.things(said)
        return need.kind in things or not things.isdisjoint((need.id, need.thing.id if need.thing else ""))

    def there(self, need: Need) -> bool:
        """Whether a place for which it is said wants this; anywhere counts where no place was named."""
        if self.place is None:
            return True
        wanted = {self.place.id, *self.asked.within.get(self.place.id, ())}
        known = places_of(self.ruleset, self.asked, need)
        return not known or not wanted.isdisjoint(known)

    def makes_true(self, need: Need, said: Sequence[str]) -> bool:
        """Whether this need is the law that was claimed."""
        return need.wanted == "law" and need.firm == "binding" and self.is_about(need, said) and self.there(need)

    def holds(self, need: Need) -> bool:
        """Whether it says that it holds this very thing, in whatever state."""
        own = need.thing.held if need.thing else ()
        return need.stand.standing in ("met", "defect") or any(option.id in own for option in self.held)

    def others_held(self, need: Need | None) -> tuple[str, ...]:
        """The names of what is held beside this thing; of many the first, as far as there is room in a sentence."""
        own = need.thing.held if need and need.thing else ()
        names = [option.name for option in self.held if option.name and option.id not in own]
        count = sum(len(" and ".join(names[:some]).split()) <= WORDS for some in range(1, len(names) + 1))
        return tuple(names[:count])

    def proof(self, needs: Iterable[Need], said: Sequence[str]) -> Need | None:
        """The need that makes one of these claims true."""
        return next((need for need in _every(needs) if self.makes_true(need, said)), None)

    def is_wanted(self, needs: Iterable[Need], said: Sequence[str]) -> bool:
        """Whether another need is about what is claimed: wanted by a law of the place, or by anybody else."""
        return any(
            self.is_about(need, said) and (need.wanted != "law" or self.there(need))
            for need in _every(needs)
            if not (need.rule and need.rule.refutes)
        )


def claim_of(ruleset: Ruleset, answers: Answers) -> Claim | None:
    """What these answers tell of a claim; None where nobody claims anything."""
    asked = ruleset.situation.claims
    said = tuple(_options(ruleset, answers, asked.said)) if asked else ()
    if asked is None or not said:
        return None
    scheme = next((option for option in _options(ruleset, answers, asked.scheme) if option.name), None)
    held = tuple(_options(ruleset, answers, ruleset.situation.held[0])) if ruleset.situation.held else ()
    return Claim(ruleset, asked, said, scheme, _place(ruleset, answers, asked), held)


def without_refuted(needs: tuple[Need, ...], claim: Claim) -> tuple[Need, ...]:
    """Without the needs that call a claim wrong where another one says how things stand with what is claimed."""
    return tuple(n for n in needs if not (n.rule and n.rule.refutes and claim.is_wanted(needs, n.rule.refutes)))


def claimed_first(needs: Iterable[Need], claim: Claim, rank: Callable[[Need], int]) -> tuple[Need, ...]:
    """The same order, but what the law of the place that was named wants stands before what waits for its own event
    elsewhere, held or not; what is to be done about the claim itself comes last.

    `rank`: how urgent a need is, as the order of needs counts it.
    """

    def key(need: Need) -> tuple[bool, int, bool]:
        meant = claim.place is not None and need.wanted == "law" and bool(need.places) and claim.there(need)
        waits = EVENT if meant and rank(need) in (EVENT, MET) else rank(need)
        return bool(need.rule and need.rule.refutes), waits, not meant

    return tuple(sorted(needs, key=key))


def places_of(ruleset: Ruleset, asked: ClaimQuestions, need: Need) -> frozenset[str]:
    """Jurisdictions that want it. Of what gathers subjects: the places that its conditions name, if they name any."""
    known = ruleset.jurisdictions
    own = {place for place in need.places if place in known and not known[place].several}
    if own:
        return frozenset(own | {outer for place in own if (outer := known[place].within)})
    conditions = (need.rule.when if need.rule else None, *(finding.obligation.when for finding in need.findings))
    for condition in conditions:
        tests = (test for test, holds in signed_tests(condition) if holds and test.question in asked.chosen)
        if named := frozenset(option for test in tests for option in test.options):
            return named
    return frozenset()


def _every(needs: Iterable[Need]) -> Iterator[Need]:
    return (each for need in needs for each in need.all)


def _options(ruleset: Ruleset, answers: Answers, question_id: str) -> Iterator[Option]:
    question, chosen = ruleset.question_by_id.get(question_id), answers.get(question_id, ())
    yield from (option for option in question.options if option.id in chosen) if question else ()


def _place(ruleset: Ruleset, answers: Answers, asked: ClaimQuestions) -> Option | None:
    """The one that was named, or the only one in the answers; without a name to say it is none."""
    question = ruleset.question_by_id.get(asked.place)
    ids = answers.get(asked.place) or [place for name in asked.chosen for place in answers.get(name, ())]
    option = question.option(ids[0]) if question and len(ids) == 1 else None
    return option if option and option.name else None
