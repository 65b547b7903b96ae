"""Standings that many things have in common are said once and taken over by each."""

import pytest

from advisor.rules.conditions import parse
from advisor.rules.needs_model import Thing
from advisor.rules.shared_standings import StandingList, taken_over, unknown_lists
from tests.support.invented import thing

TORN = {"when": {"licences": "{held}", "state": "torn"}, "standing": "defect", "say": "It is torn."}
ASKED = {"when": {"wanted": "{thing}"}, "standing": "partly", "say": "It is asked for.", "mend": "Ask {issuer}."}
LISTS = [StandingList.model_validate({"id": "faults", "stands": [TORN, ASKED]})]


def full(**more: object) -> Thing:
    (one,) = taken_over([thing("sail", **more)], LISTS)
    return one


def test_a_thing_takes_over_what_is_shared_before_its_own() -> None:
    one = full(like="faults", held=["sail", "jib"], stands=[({"licences": "none"}, "missing")])
    assert [rule.standing for rule in one.stands] == ["defect", "partly", "missing"]


def test_the_shared_condition_is_said_of_the_thing() -> None:
    one = full(like="faults", held=["sail", "jib"])
    assert one.stands[0].when == parse({"licences": ["sail", "jib"], "state": "torn"})
    assert one.stands[1].when == parse({"wanted": "sail"})


def test_what_is_said_names_who_issued_it() -> None:
    assert full(like="faults", held="sail", issuer="the harbour").stands[1].mend == "Ask the harbour."


def test_a_thing_that_names_no_list_stays_as_it_is() -> None:
    assert full(held="sail").stands == ()


@pytest.mark.parametrize(("more", "mistakes"), [({"like": "fault", "held": "sail"}, 1), ({"like": "faults"}, 1)])
def test_what_is_missing_is_a_mistake(more: dict[str, str], mistakes: int) -> None:
    assert len(list(unknown_lists([thing("sail", **more)], LISTS))) == mistakes
