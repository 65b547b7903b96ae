"""What speaks for and against each certificate: the rules that fired, strongest first. Nothing is added up, because
a duty decides alone and no source gives weights."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from advisor.content.words import Words
from advisor.rules.basis import Basis
from advisor.rules.ruleset import Ruleset
from advisor.summary.wording import chosen
from advisor.verdicts.finding import Finding
from advisor.verdicts.verdict import Recommendation, Verdict


class Ground(NamedTuple):
    """`because`: the rule, but nothing on a market, where it stands with the verdict. `said`: the answers that made it
    fire. `reported`: a remark where nobody has confirmed it, else nothing."""

    place: str
    because: str
    said: str
    reported: str


class Grounds(NamedTuple):
    """All of the same strength."""

    basis: Basis
    headline: str
    reasons: tuple[Ground, ...]


@dataclass(frozen=True)
class Balance:
    standard: str
    name: str
    speaks_for: tuple[Grounds, ...]
    speaks_against: tuple[Grounds, ...]

    @staticmethod
    def count(side: Iterable[Grounds]) -> int:
        return sum(len(grounds.reasons) for grounds in side)


def balances(recommendation: Recommendation, rules: Ruleset, words: Words) -> tuple[Balance, ...]:
    """One for each standard of which any rule speaks, the strongest verdict first."""
    spoken = [verdict for verdict in recommendation.verdicts.values() if verdict.findings]
    return tuple(_balance(v, rules, words) for v in sorted(spoken, key=lambda verdict: -verdict.basis.rank))


def _balance(verdict: Verdict, rules: Ruleset, words: Words) -> Balance:
    groups = [
        Grounds(basis, words[f"basis.{basis}"], tuple(_ground(finding, rules, words) for finding in findings))
        for basis, findings in groupby(verdict.findings, key=lambda finding: finding.obligation.basis)
    ]
    return Balance(
        standard=verdict.standard.id,
        name=verdict.standard.name,
        speaks_for=tuple(g for g in groups if g.basis.asks),
        speaks_against=tuple(g for g in groups if not g.basis.asks),
    )


def _ground(finding: Finding, rules: Ruleset, words: Words) -> Ground:
    obligation = finding.obligation
    place = rules.jurisdictions[obligation.jurisdiction]
    answers = " · ".join(label for label in chosen(rules.questions, finding.answers) if label != place.name)
    said = words("balance.said", answers=answers) if answers else ""
    rule = obligation.because if place.several or not said else ""
    return Ground(place.name, rule, said, words["confidence.low"] if obligation.confidence == "low" else "")
