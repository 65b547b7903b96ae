"""Whether a pattern answers the claim that somebody reports: as right as it says, about that thing and that place."""

from collections.abc import Iterator, Sequence

from advisor.needs.claim import Claim
from advisor.needs.match_table import Wanting
from advisor.needs.need import Need
from advisor.rules.needs_model import AnswerPattern, Match

Met = Sequence[Sequence[tuple[Need, int]]]
"""Per need itself and those that are said together with it, each with the descriptions that it meets."""


def answers_claim(wanting: Wanting, met: Met, claim: Claim | None) -> bool:
    """Every line of the pattern holds, those about the claim too."""
    pattern = wanting.pattern
    if claim is None or not _is_known(pattern, claim):
        return False
    if pattern.right is not None and pattern.right is (_proof(pattern, met, claim) is None):
        return False
    return (
        (pattern.first is None or any(_meeting(wanting.first, pattern.first, met[:1], pattern, claim)))
        and (pattern.has is None or any(_meeting(wanting.has, pattern.has, met, pattern, claim)))
        and (pattern.lacks is None or not any(_meeting(wanting.lacks, pattern.lacks, met, pattern, claim)))
    )


def about_claim(wanting: Wanting, met: Met, claim: Claim | None) -> Need | None:
    """The need that it speaks about: the one that it `has`, the one that proves the claim, or the one that leads."""
    pattern = wanting.pattern
    if claim and pattern.has:
        return next(_meeting(wanting.has, pattern.has, met, pattern, claim), None)
    if claim and pattern.right:
        return _proof(pattern, met, claim)
    return next((one for need in met for one, _ in need), None)


def _is_known(pattern: AnswerPattern, claim: Claim) -> bool:
    """Whether it is said at all, the place is the one that it is written for, and whatever it names has a name."""
    if not any(option.id in pattern.claimed for option in claim.said):
        return False
    if pattern.place and (claim.place is None or claim.place.id not in pattern.place):
        return False
    if "{claimed}" in pattern.say and not claim.name(pattern.claimed):
        return False
    return "{claimed_place}" not in pattern.say or claim.place is not None


def _proof(pattern: AnswerPattern, met: Met, claim: Claim) -> Need | None:
    return claim.proof((need[0][0] for need in met), pattern.claimed)


def _meeting(bit: int, wanted: Match, met: Met, pattern: AnswerPattern, claim: Claim) -> Iterator[Need]:
    """The needs that look like this. A need that is not None is true."""
    every = (one for need in met for one, bits in need if bits & bit)
    yield from (one for one in every if _is_said(one, wanted, pattern, claim))


def _is_said(need: Need, wanted: Match, pattern: AnswerPattern, claim: Claim) -> bool:
    """The lines about a claim: the need is what is claimed, is wanted where it is said, names it itself, is held."""
    name, own = claim.name(pattern.claimed), need.rule.answer if need.rule else ""
    return (
        wanted.claimed in (None, claim.is_about(need, pattern.claimed))
        and wanted.there in (None, claim.there(need))
        and wanted.held in (None, claim.holds(need))
        and wanted.named in (None, bool(name) and name in own)
    )
