"""What the browser hands back is read strictly: only what can be said now is done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from advisor.assessment.assessment import Assessment
from advisor.conversation.press import AT_ONCE, Press, answer_of, presses
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, content

DAY = date(2026, 11, 30)


def assessment(**answers: tuple[str, ...]) -> Assessment:
    return Assessment(content(), DAY, answers)


def first(count: int) -> dict[str, tuple[str, ...]]:
    return dict(list(BOOKKEEPER.items())[:count])


def answer(question: str, *options: str) -> Press:
    (press,) = presses({"presses": [{"n": 1, "do": "answer", "question": question, "options": list(options)}]}, 0)
    return press


def test_presses_are_taken_in_their_order_and_only_once() -> None:
    sent = {"presses": [{"n": n, "do": "undo"} for n in (5, 3, 4, 4, 2)]}
    assert [press.number for press in presses(sent, 2)] == [3, 4, 5]
    assert presses(sent, 5) == ()


@pytest.mark.parametrize(
    "rubbish",
    [
        None,
        "answer",
        7,
        [],
        {},
        {"presses": None},
        {"presses": "x" * 1_000_000},
        {"presses": [{"n": 1, "do": "undo"}] * (AT_ONCE + 1)},
        {"presses": [None, 1, "x", [], {}]},
        {"presses": [{"n": "1", "do": "undo"}]},
        {"presses": [{"n": True, "do": "undo"}]},
        {"presses": [{"n": 1.5, "do": "undo"}]},
        {"presses": [{"n": -1, "do": "undo"}]},
        {"presses": [{"n": 10**30, "do": "undo"}]},
        {"presses": [{"n": 1, "do": "delete"}]},
        {"presses": [{"n": 1, "do": ["undo"]}]},
        {"presses": [{"n": 1, "do": "answer", "question": 5, "options": []}]},
        {"presses": [{"n": 1, "do": "answer", "question": "x" * 1_000_000, "options": []}]},
        {"presses": [{"n": 1, "do": "answer", "question": "size", "options": "solo"}]},
        {"presses": [{"n": 1, "do": "answer", "question": "size", "options": [{"id": "solo"}]}]},
        {"presses": [{"n": 1, "do": "answer", "question": "size", "options": ["solo"] * 1000}]},
    ],
)
def test_what_is_no_press_is_left_out(rubbish: Any) -> None:
    assert presses(rubbish, 0) == ()


def test_a_sound_press_beside_rubbish_counts() -> None:
    sent = {"presses": [{"n": "1", "do": "undo"}, {"n": 2, "do": "result"}]}
    assert [press.number for press in presses(sent, 0)] == [2]


def test_the_open_question_is_answered_in_its_own_order() -> None:
    before = assessment(**first(1))
    assert answer_of(answer("sectors", "services", "software"), before, "") == ("software", "services")


@pytest.mark.parametrize(
    "press",
    [
        answer("places", "eu"),  # not open yet
        answer("occasion", "curious"),  # answered before, and not open for change
        answer("no-such-question", "eu"),
        answer("sectors"),
        answer("sectors", "no-such-option"),
        answer("sectors", "services", "no-such-option"),
    ],
)
def test_an_answer_that_cannot_be_given_now_is_none(press: Press) -> None:
    assert answer_of(press, assessment(**first(1)), "") == ()


def test_an_answer_that_stands_alone_is_not_taken_with_others() -> None:
    before = assessment(**first(2))
    assert answer_of(answer("medical-status", "none"), before, "") == ("none",)
    assert answer_of(answer("medical-status", "none", "device"), before, "") == ()


def test_one_of_several_is_one() -> None:
    company = {name: given for name, given in ECG_START_UP.items() if name != "class-eu"}
    before = assessment(**company)
    question = before.journey.next
    assert question
    assert question.kind == "one"
    options = [option.id for option in question.options[:2]]
    assert answer_of(answer(question.id, options[0]), before, "") == (options[0],)
    assert answer_of(answer(question.id, *options), before, "") == ()


def test_an_answer_that_is_not_on_offer_is_not_taken() -> None:
    hidden = {option.id for option in assessment().rules.questions[0].options if option.show_if is not None}
    for option in hidden:
        assert answer_of(answer("occasion", option), assessment(), "") in ((), (option,))


def test_an_earlier_answer_is_changed_only_where_it_is_open_for_change() -> None:
    before = assessment(**BOOKKEEPER)
    assert answer_of(answer("places", "us"), before, "places") == ("us",)
    assert answer_of(answer("places", "us"), before, "size") == ()
