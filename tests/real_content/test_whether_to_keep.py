"""Who asks whether a certificate may be ended hears the same in the headline and in the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from advisor.assessment.assessment import Assessment
from advisor.needs.need import Need
from tests.support.visitor import content

DAY = date(2026, 11, 29)
STANDARDS = {"iso-9001": "demand-9001", "iso-13485": "demand-13485"}
FORMS = ("contract", "draft", "tender", "register", "grant", "licence", "letter", "questionnaire", "unsure")
WORDS = ("certificate", "accredited", "or-equivalent", "either", "comply", "named", "plan", "points", "unsure")
HELD = ("iso-9001", "iso-13485", "iso-14001")
MADE = {
    "sectors": ("machinery",),
    "medical-status": ("supplies",),
    "roles": ("component-supplier",),
    "markets": ("eu",),
}


def company(asked: str, form: str, words: str, ended: tuple[str, ...], claim: bool) -> Assessment:
    occasion = ("claim", "drop") if claim else ("drop",)
    said = {"claim": ("not-needed",), "claim-scheme": (asked,)} if claim else {}
    wish = {f"{STANDARDS[asked]}-form": (form,), f"{STANDARDS[asked]}-words": (words,), "demands": (asked,)}
    own = {"held": HELD, "held-state": ("fine",), "drop-plan": ("give-up",), "drop-which": ended}
    return Assessment(content(), DAY, {"occasion": occasion, **MADE, **said, **wish, **own, "demand-holder": ("us",)})


def companies() -> Iterator[Assessment]:
    for asked, form, words, claim in product(STANDARDS, FORMS, WORDS, (False, True)):
        for ended in ((asked,), ("iso-14001",), (asked, "iso-14001"), HELD):
            yield company(asked, form, words, ended, claim)


def of(needs: tuple[Need, ...], only: str) -> set[str]:
    """Ids of the rules that are said of what binds, or of what is free."""
    return {need.rule.id for need in needs if need.rule and need.rule.only == only}


@pytest.fixture(scope="module")
def advised() -> list[Assessment]:
    return list(companies())


def test_the_headline_leaves_free_only_what_nothing_binds_to(advised: list[Assessment]) -> None:
    for one in advised:
        needs, answer = one.advice.needs, one.advice.answer
        assert answer
        first = set(answer.pattern.first.id) if answer.pattern.first else set()
        if of(needs, "bound"):
            assert first & of(needs, "bound"), one.answers
        else:
            assert not answer.pattern.id.startswith("drop-bound"), one.answers


def test_each_certificate_that_may_end_is_either_bound_or_free(advised: list[Assessment]) -> None:
    for one in advised:
        kept = {need.option.id for need in one.advice.needs if need.option and need.rule and need.rule.only == "bound"}
        free = {need.option.id for need in one.advice.needs if need.option and need.rule and need.rule.only == "free"}
        assert kept | free == set(one.answers["drop-which"]), one.answers
        assert not kept & free, one.answers
