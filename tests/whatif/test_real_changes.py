"""Changes that could really happen: each is tried, and told only where it changes what is owed."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.needs.advice import needs_of
from advisor.reading.record import Record
from advisor.rules.model import Answers
from advisor.verdicts.evaluated import Evaluated
from advisor.whatif.real_changes import RealChange, edited, real_changes
from tests.support.invented import change, need, obligation, question, rules, thing

TODAY = date(2026, 1, 1)
WATERS = question("waters", "coast", "sea", "lake", kind="many")
CUSTOMERS = question("asked", "keel", "flag", "none", kind="many")
PAPER = question("paper", "contract", "talk", ask_if={"asked": ["keel", "flag"]})
HELD = question("held", "keel", "none", kind="many")
SEA_LAW = obligation("sea-law", "legal-certificate", {"waters": "sea"})
COAST_LAW = obligation("coast-law", "legal-qms", {"waters": "coast"})
CONTRACT = obligation("contract", "contractual", {"asked": "keel", "paper": "contract"}, standard="sail")
LEAVE = change("leave", {"waters": {"drop": "{option}"}}, each="waters", say="Leave {option}: no {gone}.")
DROPPED = change("dropped", {"asked": {"drop": "keel"}}, {"asked": "keel"}, rank=5)
ORDERED = change(
    "ordered",
    {"asked": {"add": "keel"}, "paper": {"set": "contract"}},
    {"waters": ["coast", "sea", "lake"]},
    say="Then {come}.",
    kind="binds",
)
WORLD = (WATERS, CUSTOMERS, PAPER, HELD, SEA_LAW, COAST_LAW, CONTRACT)


def told(answers: Answers, *more: Record, world: tuple[Record, ...] = WORLD) -> tuple[RealChange, ...]:
    ruleset = rules(*world, *more)
    needs = needs_of(Evaluated(ruleset, answers).applied, TODAY)
    return real_changes(ruleset, answers, needs, TODAY)


def ids(changes: tuple[RealChange, ...]) -> list[str]:
    return ["-".join(filter(None, (change.rule.id, change.option))) for change in changes]


def test_leaving_a_market_is_told_with_what_falls_away_there() -> None:
    (left,) = told({"waters": ("sea", "lake")}, LEAVE)
    assert (left.option, left.answers) == ("sea", {"waters": ("lake",)})
    assert [need.id for need in left.gone] == ["keel"]


def test_what_changes_nothing_is_not_told() -> None:
    assert told({"waters": ("lake", "coast"), "asked": ("flag",)}, DROPPED) == ()


def test_nobody_leaves_his_only_market() -> None:
    assert told({"waters": ("sea",)}, LEAVE) == ()


def test_who_drops_the_only_demand_is_asked_for_nothing() -> None:
    (dropped,) = told({"asked": ("keel",), "paper": ("contract",)}, DROPPED)
    assert dropped.answers == {"asked": ("none",)}
    assert [need.id for need in dropped.gone] == ["sail"]


def test_who_owes_something_reads_first_what_eases() -> None:
    assert ids(told({"waters": ("sea", "lake")}, ORDERED, LEAVE)) == ["leave-sea", "ordered"]


def test_who_owes_nothing_reads_what_would_bind() -> None:
    (bound,) = told({"waters": ("lake",), "asked": ("none",)}, ORDERED, LEAVE, DROPPED)
    assert bound.rule is ORDERED
    assert [need.id for need in bound.come] == ["sail"]


def test_the_smaller_rank_is_told_first() -> None:
    both = {"waters": ("sea", "lake"), "asked": ("keel",), "paper": ("contract",)}
    assert ids(told(both, LEAVE, DROPPED)) == ["dropped", "leave-sea"]


def test_of_one_rule_the_change_that_moves_most_is_told() -> None:
    more = obligation("sea-flag", "legal-certificate", {"waters": "sea"}, standard="sail")
    assert ids(told({"waters": ("coast", "sea", "lake")}, LEAVE, more)) == ["leave-sea"]


def test_a_paper_from_outside_moves_more_than_what_one_does_alone() -> None:
    alone = [need(name, {"waters": "coast"}, kind="registration") for name in ("log", "book")]
    assert ids(told({"waters": ("coast", "sea")}, LEAVE, *alone, world=(WATERS, SEA_LAW))) == ["leave-sea"]


def test_of_two_with_the_same_effect_one_is_told() -> None:
    again = change("again", {"waters": {"set": "lake"}}, {"waters": "sea"})
    assert ids(told({"waters": ("sea", "lake")}, LEAVE, again)) == ["leave-sea"]


def test_three_are_enough() -> None:
    chosen = {"waters": ("coast", "sea", "lake"), "asked": ("keel",), "paper": ("contract",)}
    others = [change(f"{name}-only", {"waters": {"set": name}}, {"waters": "sea"}) for name in ("coast", "lake")]
    found = told(chosen, LEAVE, DROPPED, *others)
    assert len(found) == 3
    assert len({each.effect for each in found}) == 3


def test_a_change_that_eases_hides_nothing_that_comes() -> None:
    move = change("move", {"waters": {"set": "coast"}}, {"waters": "sea"})
    named = change("named", {"waters": {"set": "coast"}}, {"waters": "sea"}, say="{come}, no {gone}.")
    assert ids(told({"waters": ("sea",)}, move, named)) == ["named"]


def test_an_answer_that_is_not_on_offer_is_no_change() -> None:
    hidden = change("hidden", {"paper": {"set": "contract"}}, {"waters": "lake"}, say="{come}.", kind="binds")
    assert told({"waters": ("lake",), "asked": ("none",)}, hidden) == ()


def test_what_is_held_comes_only_when_it_is_lost() -> None:
    paper = thing("keel", stands=[({"held": "keel"}, "met")])
    lost = change("lost", {"held": {"set": "none"}}, {"held": "keel"}, say="{come}.", kind="binds")
    (bound,) = told({"waters": ("sea",), "held": ("keel",)}, lost, paper)
    assert [need.id for need in bound.come] == ["keel"]


def test_a_wish_is_not_owed() -> None:
    wish = need("banner", {"waters": "sea"}, kind="file", wanted="customer", firm="asked")
    assert told({"waters": ("sea", "lake")}, LEAVE, wish, world=(WATERS,)) == ()


@pytest.mark.parametrize("kind", ["clarify", "decide", "stop", "file"])
def test_what_is_only_to_be_done_does_not_come_or_go(kind: str) -> None:
    ask = need("ask-the-harbour", {"waters": "sea"}, kind=kind)
    assert told({"waters": ("sea", "lake")}, LEAVE, ask, world=(WATERS,)) == ()


def test_what_somebody_else_must_have_does_not_come_to_us() -> None:
    theirs = need("their-paper", {"waters": "sea"}, kind="certificate", who="maker")
    sail = change("sail", {"waters": {"set": "sea"}}, {"waters": "lake"}, say="{come}.", kind="binds")
    assert told({"waters": ("lake",)}, sail, theirs, world=(WATERS,)) == ()


def test_added_options_take_back_none_of_these() -> None:
    added = change("added", {"asked": {"add": "keel"}}, {"waters": "sea"}).do["asked"]
    assert edited(CUSTOMERS, ("none",), added, "") == ("keel",)


def test_what_was_set_aside_returns() -> None:
    answers = {"waters": ("lake",), "asked": ("none",), "paper": ("contract",)}
    again = change("again", {"asked": {"set": "keel"}}, {"waters": "lake"}, say="{come}.", kind="binds")
    assert ids(told(answers, again)) == ["again"]
