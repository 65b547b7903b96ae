"""What the element is handed: plain data that says all that is shown, and nothing else."""

from __future__ import annotations

import json
from datetime import date

from advisor.assessment.assessment import Assessment
from advisor.conversation.moment import Moment
from advisor.conversation.turn import turn
from tests.support.visitor import BOOKKEEPER, MANY_MARKETS, content

DAY = date(2026, 11, 30)


def turned(answers: dict[str, tuple[str, ...]], **moment: object) -> dict[str, object]:
    data = turn(Assessment(content(), DAY, answers), Moment(**moment))  # type: ignore[arg-type]
    assert json.loads(json.dumps(data)) == data
    return data


def asked(data: dict[str, object]) -> str:
    question = data["question"]
    return str(question["id"]) if isinstance(question, dict) else ""


def test_a_visit_goes_from_the_start_to_the_end() -> None:
    assert turned({})["state"] == "start"
    given: dict[str, tuple[str, ...]] = {}
    for question, options in BOOKKEEPER.items():
        assert asked(turned(given)) == question
        given[question] = options
    ended = turned(given)
    assert (ended["state"], ended["question"]) == ("finished", None)


def test_examples_and_explanations_come_once_at_the_start() -> None:
    start, later = turned({}), turned(dict(list(BOOKKEEPER.items())[:2]))
    assert start["examples"]
    assert start["explanations"]
    assert later["examples"] == later["explanations"] == []


def test_what_was_said_stands_in_its_order() -> None:
    said = turned(BOOKKEEPER)["said"]
    assert isinstance(said, list)
    assert [one["question"] for one in said] == list(
        dict.fromkeys(question.id for question in content().ruleset.on(DAY).questions if question.id in BOOKKEEPER)
    )


def test_an_earlier_answer_is_open_with_what_was_chosen() -> None:
    data = turned(MANY_MARKETS, editing="markets")
    assert (data["state"], asked(data)) == ("change", "markets")
    assert data["chosen"] == list(MANY_MARKETS["markets"])


def test_a_proposed_change_says_what_it_would_do() -> None:
    data = turned(MANY_MARKETS, editing="markets", proposed=("eu",))
    assert data["state"] == "weigh"
    weighing = data["weighing"]
    assert isinstance(weighing, dict)
    assert weighing["title"]
    assert weighing["lines"]


def test_every_row_that_stands_first_is_on_offer_and_none_of_them_stands_alone() -> None:
    given: dict[str, tuple[str, ...]] = {}
    for question, options in MANY_MARKETS.items():
        data = turned(given)["question"]
        if isinstance(data, dict):
            rows = {row["id"]: row for row in data["rows"]}
            assert all(not rows[id_]["alone"] for id_ in data["usual"])
        given[question] = options


def test_the_numbers_of_taken_presses_are_confirmed() -> None:
    assert turned({}, taken=17)["seq"] == 17
