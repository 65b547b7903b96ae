"""Whoever reports a claim is answered about it, over all answers."""

from __future__ import annotations

import pytest

from advisor.check.needs.claims_answered import claims_answered
from advisor.check.solver.prover import Prover
from advisor.reading.record import Record
from tests.needs.test_claims import ASKED, SITUATION
from tests.support.invented import jurisdiction, need, pattern, question, rules, thing

CREW = question("crew", "alone", "many")
BADGE = (thing("badge", kind="certificate"), need("law", {"crew": "many"}, thing="badge", wanted="law"))
YES = pattern(
    "yes",
    {"said": "law-badge"},
    claimed="law-badge",
    right="true",
    has={"claimed": "true", "wanted": "law", "there": "true"},
)
NO = pattern("no", {"said": "law-badge"}, claimed="law-badge", right="false")
OTHER, GOSSIP = pattern("other", {"said": "law-other"}), pattern("gossip", {"said": "gossip"})
ANY = pattern("any")
REFUSE = need("refuse", {"said": "law-badge"}, wanted="own", refutes="law-badge")
HEARD = need("heard", {"said": ["law-other", "gossip"]}, wanted="own")
SOUND = (*BADGE, YES, NO, OTHER, GOSSIP, ANY, REFUSE, HEARD)


def found(*records: Record) -> set[tuple[str, str]]:
    """The rule that is broken, and the claim of which it is told."""
    ruleset = rules(CREW, *ASKED, SITUATION, jurisdiction("north"), jurisdiction("south"), *records)
    return {(problem.rule, problem.text.split("'")[1]) for problem in claims_answered(Prover(ruleset))}


def without(*gone: Record) -> tuple[Record, ...]:
    return tuple(record for record in SOUND if record not in gone)


def test_claims_that_are_answered_are_no_problem() -> None:
    assert found(*SOUND) == set()


@pytest.mark.parametrize("gone", [YES, NO])
def test_a_claim_has_an_answer_for_right_and_for_wrong(gone: Record) -> None:
    assert ("unanswered-claim", "law-badge") in found(*without(gone))


def test_a_claim_without_any_pattern_is_told() -> None:
    assert found(*without(GOSSIP)) == {("unanswered-claim", "gossip")}


def test_no_other_sentence_may_answer_before() -> None:
    assert ("unanswered-claim", "early") in found(pattern("early", {"crew": "many"}), *SOUND)


def test_a_claim_beside_another_has_a_need_about_it() -> None:
    assert found(*without(REFUSE)) == {("forgotten-claim", "law-badge")}
    assert found(*without(HEARD)) == {("forgotten-claim", "law-other"), ("forgotten-claim", "gossip")}
