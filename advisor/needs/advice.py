"""The list of needs and the sentence that stands for it, from answers that were evaluated and judged already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from advisor.needs.claim import claim_of, claimed_first, without_refuted
from advisor.needs.need import Need
from advisor.needs.needs_found import Finder
from advisor.needs.ordering import around, urgency
from advisor.needs.pattern_match import Chosen, chosen
from advisor.needs.standing import Clock
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.finding import Finding, findings
from advisor.verdicts.verdict import Recommendation


@dataclass(frozen=True)
class Advice:
    """`needs`: all, in an expert's order. `answer`: the pattern that says them. `unresearched`: whether the trade or a
    place is one that nobody has looked at, so that an empty list proves nothing."""

    needs: tuple[Need, ...]
    answer: Chosen | None
    unresearched: bool


def advise(evaluated: Evaluated, recommendation: Recommendation, day: date, typed: date | None = None) -> Advice:
    """What follows for this company. `typed`: a day that the visitor named exactly."""
    planes, needs = evaluated.planes, needs_of(evaluated, day, typed, recommendation.found)
    unresearched = bool(planes.certain[planes.program.situation[1]] & 1)
    claim = claim_of(planes.program.ruleset, evaluated.answers)
    return Advice(needs, chosen(planes, recommendation, needs, claim), unresearched)


def needs_of(
    evaluated: Evaluated, day: date, typed: date | None = None, found: Iterable[Finding] | None = None
) -> tuple[Need, ...]:
    """Only the list of needs. `found`: what stands, where somebody has looked already."""
    planes, answers = evaluated.planes, evaluated.answers
    standing = findings(planes, evaluated.so_far, answers) if found is None else found
    needs = Finder(planes, answers, standing, Clock(planes, answers, day, typed)).needs()
    claim = claim_of(planes.program.ruleset, answers)
    if claim is None:
        return needs
    beside = around(needs, bool(planes.certain[planes.program.situation[2]] & 1))
    return claimed_first(without_refuted(needs, claim), claim, lambda need: urgency(need, beside)[0])
