"""Chooses the sentence that answers: the first pattern that fits the answers, the needs and the verdicts."""

from collections.abc import Sequence
from functools import reduce
from itertools import compress
from operator import or_
from typing import NamedTuple

from advisor.needs.claim import Claim
from advisor.needs.claim_match import Met, about_claim, answers_claim
from advisor.needs.match_table import Wanting, match_table
from advisor.needs.need import Need
from advisor.rules.evaluator import Planes
from advisor.rules.needs_model import AnswerPattern, Kind
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import Recommendation


class Chosen(NamedTuple):
    """A pattern, and the need that it speaks about: the one that it `has`, else the one that leads.

    `claim`: what somebody said, if anybody did.
    """

    pattern: AnswerPattern
    about: Need | None
    claim: Claim | None = None

    @property
    def say(self) -> str:
        own = self.pattern.own and self.about and self.about.rule
        return own.answer if own else self.pattern.say

    @property
    def claimed(self) -> str:
        """What the claim that it answers calls by name."""
        return self.claim.name(self.pattern.claimed) if self.claim else ""

    @property
    def claimed_place(self) -> str:
        return self.claim.place.name if self.claim and self.claim.place else ""

    @property
    def held(self) -> tuple[str, ...]:
        """What is held beside the thing that it speaks about."""
        return self.claim.others_held(self.about) if self.claim else ()

    @property
    def fault(self) -> str:
        """What is wrong with the thing that is held."""
        rule = self.about.stand.rule if self.about else None
        return rule.say if rule else ""

    @property
    def is_filled(self) -> bool:
        """Whether there is something to say for what is held and for its fault, wherever the sentence names them."""
        wanted = (("{held}", self.held), ("{fault}", self.fault))
        return all(value for field, value in wanted if field in self.pattern.say)


def chosen(
    planes: Planes, recommendation: Recommendation, needs: Sequence[Need], claim: Claim | None = None
) -> Chosen | None:
    """The answer; None where no pattern fits, which the check excludes for the product's own content."""
    ruleset = planes.program.ruleset
    table = match_table(ruleset)
    met = [[(one, table.met(one)) for one in need.all] for need in needs]
    first, some = _together(met[:1]), _together(met)
    for wanting in compress(table.wanting, planes.program.read.says(planes.certain)):
        if wanting.first & ~first or wanting.has & ~some:
            continue
        if wanting.pattern.claimed:
            if not answers_claim(wanting, met, claim):
                continue
        elif wanting.lacks & some:
            continue
        if _fits(wanting.pattern, recommendation, needs):
            about = about_claim(wanting, met, claim) if wanting.pattern.claimed else _about(wanting, met)
            found = Chosen(wanting.pattern, about, claim)
            if found.is_filled and _can_say(wanting.pattern, about, needs, ruleset):
                return found
    return None


def _together(met: Met) -> int:
    """The descriptions that some of these needs meet."""
    return reduce(or_, (bits for need in met for _, bits in need), 0)


def _about(wanting: Wanting, met: Met) -> Need | None:
    ones = (one for need in met for one, bits in need if bits & wanting.has or not wanting.has)
    return next(ones, None)


def _can_say(pattern: AnswerPattern, about: Need | None, needs: Sequence[Need], ruleset: Ruleset) -> bool:
    """Whether there is a sentence of its own if it wants one, and a place to name wherever the sentence names some."""
    if pattern.own and not (about and about.rule and about.rule.answer):
        return False
    if "places}" not in pattern.say:
        return True
    named = {
        "{places}": [one for one in about.all if one.wanted == about.wanted] if about else [],
        "{certificate_places}": _by_law(needs, ("certificate", "approval")),
        "{system_places}": _by_law(needs, ("system",)),
    }
    fields = (wanting for field, wanting in named.items() if field in pattern.say)
    return all(any(_has_place(one, ruleset) for one in wanting) for wanting in fields)


def _by_law(needs: Sequence[Need], kinds: Sequence[Kind]) -> list[Need]:
    return [one for need in needs if need.kind in kinds for one in need.all if one.wanted == "law"]


def _has_place(need: Need, ruleset: Ruleset) -> bool:
    """What gathers subjects, such as trades, has no name that a sentence could say."""
    known = ruleset.jurisdictions
    return any(not known[known[place].within or place].several for place in need.places if place in known)


def _fits(pattern: AnswerPattern, recommendation: Recommendation, needs: Sequence[Need]) -> bool:
    """Every line of a pattern that is about all needs, or about none, must hold; a line that is left out holds."""
    if pattern.empty is not None and pattern.empty is bool(needs):
        return False
    return _fits_verdicts(pattern, recommendation)


def _fits_verdicts(pattern: AnswerPattern, recommendation: Recommendation) -> bool:
    verdicts = recommendation.verdicts
    if pattern.open is not None and pattern.open is not any(v.at_most is not v.basis for v in verdicts.values()):
        return False
    return all(name in verdicts and verdicts[name].basis.id in levels for name, levels in pattern.levels.items())
