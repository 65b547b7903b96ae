"""For and against a certificate stand the rules that fired, by their strength; nothing gets a weight of our own."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.screen.drawing import markup
from advisor.summary.balance import Balance, Ground, Grounds, balances
from advisor.verdicts.verdict import judge
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content

CASES = [BOOKKEEPER, ECG_START_UP, MANY_MARKETS]
RULES = content().ruleset.on(date(2026, 11, 23))


def of(answers: dict[str, tuple[str, ...]]) -> dict[str, Balance]:
    return {balance.standard: balance for balance in balances(judge(RULES, answers), RULES, content().words)}


@pytest.mark.parametrize("answers", CASES)
def test_every_rule_that_fired_is_a_reason_on_one_side(answers: dict[str, tuple[str, ...]]) -> None:
    for standard, verdict in judge(RULES, answers).verdicts.items():
        balance = of(answers)[standard]
        against = [f for f in verdict.findings if f.obligation.basis is RULES.weakest]
        assert balance.count(balance.speaks_against) == len(against)
        assert balance.count(balance.speaks_for) == len(verdict.findings) - len(against)


def test_the_strongest_reasons_come_first() -> None:
    assert [g.basis.id for g in of(MANY_MARKETS)["iso-13485"].speaks_for] == ["legal-certificate", "legal-qms"]


def test_a_market_speaks_by_what_the_visitor_said() -> None:
    canada = of(MANY_MARKETS)["iso-13485"].speaks_for[0].reasons[0]
    assert canada.place == "Canada"
    assert "Class II" in canada.said
    assert "Canada" not in canada.said


def test_what_drives_a_company_is_named_beside_what_it_speaks_for() -> None:
    driven = {**BOOKKEEPER, "size": ("small",), "drivers": ("export", "complaints")}
    grounds = of(driven)["iso-9001"].speaks_for
    asked = content().ruleset.question("drivers")
    assert asked
    assert [g.basis.id for g in grounds] == ["commercial"]
    for driver in driven["drivers"]:
        assert asked.option(driver).label in grounds[0].reasons[0].said  # type: ignore[union-attr]


def test_a_reason_that_nobody_confirmed_says_so() -> None:
    found = judge(RULES, {**MANY_MARKETS, "markets": ("ae", "sa", "ca")}).verdicts["iso-13485"].findings
    told = of({**MANY_MARKETS, "markets": ("ae", "sa", "ca")})["iso-13485"]
    reasons = [r for groups in (told.speaks_for, told.speaks_against) for g in groups for r in g.reasons]
    low = [f for f in found if f.obligation.confidence == "low"]
    assert len(low) > 0
    assert [r.reported for r in reasons if r.reported] == [content().words["confidence.low"]] * len(low)


def test_the_picture_has_a_sign_for_every_reason_and_all_of_them_in_words() -> None:
    reasons = tuple(Ground(f"Place {n}", f"Reason {n}.", "", "") for n in range(5))
    balance = Balance("x", "X", (Grounds(RULES.basis("legal-qms"), "Driven by law", reasons),), ())
    drawn = markup.markup("balance", balance=balance, say=content().words)
    assert drawn.count('<svg class="legal-qms"') == 5 + 1
    assert all(reason.because in drawn for reason in reasons)
    assert content().words["balance.nothing"] in drawn


def test_a_hostile_reason_stays_text() -> None:
    balance = Balance(
        "x", "X", (Grounds(RULES.basis("legal-qms"), "<b>", (Ground("<i>", "<script>alert(1)</script>", "", ""),)),), ()
    )
    drawn = markup.markup("balance", balance=balance, say=content().words)
    assert "<script" not in drawn
    assert "<i>" not in drawn
