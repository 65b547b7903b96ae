"""What is told of claims names questions, claims, things and places that exist."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.content.need_references import check_needs
from advisor.reading.record import Record
from advisor.rules.situation_model import Situation
from tests.needs.test_claims import ASKED, SITUATION
from tests.support.invented import jurisdiction, need, pattern, rules, situation, thing
from tests.support.invented_needs import QUESTIONS

SOUND = (thing("badge"), jurisdiction("north"), pattern("any"))
LINES = {"said": "said", "scheme": "scheme", "place": "where", "chosen": "waters"}


def complaints(*records: Record, told: Situation = SITUATION) -> list[str]:
    return [mistake.text for mistake in check_needs(rules(*QUESTIONS, *ASKED, *SOUND, told, *records))]


def test_what_names_only_what_exists_passes() -> None:
    say = "No {claimed} in {claimed_place}."
    fits = pattern("fits", claimed="law-badge", right="false", place="north", lacks={"there": "true"}, say=say)
    about = {"law-badge": ["badge", "certificate", "refuse"], "flag": ["badge"]}
    whole = situation(claims={**LINES, "about": about, "within": {"south": "north"}})
    assert not complaints(fits, need("refuse", {"crew": "many"}, refutes="law-badge"), told=whole)


@pytest.mark.parametrize(
    "more",
    [
        *({"said": "siad"}, {"scheme": "schem"}, {"place": "were"}, {"chosen": "water"}),
        *({"about": {"law-bagde": "badge"}}, {"about": {"law-badge": "bagde"}}),
        *({"within": {"west": "north"}}, {"within": {"south": "nroth"}}),
    ],
)
def test_the_situation_is_told_each_name_that_does_not_exist(more: dict[str, Any]) -> None:
    assert len(complaints(told=situation(claims={**LINES, **more}))) == 1


@pytest.mark.parametrize(
    "more",
    [
        *({"claimed": "law-bagde"}, {"claimed": "law-badge", "place": "west"}, {"say": "No {claimed}."}),
        *({"right": "true"}, {"place": "north"}, {"has": {"there": "true"}}, {"lacks": {"named": "true"}}),
    ],
)
def test_a_pattern_is_told_what_is_about_no_claim(more: dict[str, Any]) -> None:
    assert len(complaints(pattern("wrong", **more))) == 1


def test_a_need_refutes_only_claims_that_can_be_made() -> None:
    assert len(complaints(need("refuse", {"crew": "many"}, refutes="law-bagde"))) == 1
    assert len(complaints(need("refuse", {"crew": "many"}, refutes="law-badge"), told=situation())) == 1
