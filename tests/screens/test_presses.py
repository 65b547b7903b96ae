"""What comes from the browser is believed only where it can have been pressed; everything else changes nothing."""

from __future__ import annotations

import random

import pytest
from streamlit.testing.v1 import AppTest

from tests.screens.walker import answer, answers_in_address, asked, open_app, press, send, send_rubbish, turn
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, link_of

BEFORE = {question: options for question, options in BOOKKEEPER.items() if question not in ("size", "drivers")}
"""The next question, for the size, takes one answer."""


@pytest.fixture
def at() -> AppTest:
    opened = open_app(link_of(BEFORE))
    assert asked(opened) == "size"
    return opened


def size(number: int, option: str = "solo") -> dict[str, object]:
    return {"n": number, "do": "answer", "question": "size", "options": [option]}


def unchanged(at: AppTest) -> bool:
    return answers_in_address(at) == BEFORE and asked(at) == "size"


def test_an_answer_pressed_twice_counts_once(at: AppTest) -> None:
    send(at, size(1), size(2))
    assert answers_in_address(at) == {**BEFORE, "size": ("solo",)}
    assert turn(at)["seq"] == 2


def test_a_press_that_is_sent_again_counts_once(at: AppTest) -> None:
    send(at, size(1))
    press(at, "edit", question="size")
    send(at, size(1, "micro"), {"n": 2, "do": "edit", "question": "size"})
    assert answers_in_address(at)["size"] == ("solo",)
    assert turn(at)["state"] == "change"


def test_all_presses_that_wait_are_done_in_their_order() -> None:
    at = open_app()
    send(
        at,
        *(
            {"n": number, "do": "answer", "question": question, "options": list(options)}
            for number, (question, options) in enumerate(BOOKKEEPER.items(), 1)
        ),
    )
    assert answers_in_address(at) == BOOKKEEPER
    assert turn(at)["seq"] == len(BOOKKEEPER)


def test_a_thousand_presses_leave_at_most_one_answer(at: AppTest) -> None:
    send(at, *(size(number) for number in range(1, 1001)))
    assert set(answers_in_address(at)) - set(BEFORE) <= {"size"}
    if asked(at) == "size":
        answer(at, "solo")
    assert answers_in_address(at) == {**BEFORE, "size": ("solo",)}


IMPOSSIBLE: tuple[object, ...] = (
    {"do": "answer", "question": "occasion", "options": ["plan"]},
    {"do": "answer", "question": "no-such-question", "options": ["solo"]},
    {"do": "answer", "question": "size", "options": ["no-such-option"]},
    {"do": "answer", "question": "size", "options": ["solo", "no-such-option"]},
    {"do": "answer", "question": "size", "options": ["solo", "micro"]},
    {"do": "answer", "question": "size", "options": []},
    {"do": "answer", "question": "size", "options": "solo"},
    {"do": "answer", "question": "size", "options": {"solo": True}},
    {"do": "answer", "question": "size", "options": [["solo"]]},
    {"do": "answer", "question": ["size"], "options": ["solo"]},
    {"do": "answer", "question": "size"},
    {"do": "answer", "options": ["solo"]},
    {"do": "answer"},
    {"do": "become", "question": "size", "options": ["solo"]},
    {"do": "__class__"},
    {"do": None},
    {"do": "edit", "question": "no-such-question"},
    {"do": "edit", "question": "size"},
    {"do": "agree"},
    {"do": "undo"},
    {"do": "both", "id": "no-such-contradiction"},
    {"do": "example", "id": "no-such-example"},
    {"do": "answer", "question": "size" * 100_000, "options": ["solo"]},
    {"do": "answer", "question": "size", "options": ["solo"] * 100_000},
    {"do": "answer", "question": "size", "options": ["<script>alert(1)</script>"]},
    {"do": "answer", "question": "size", "options": ["\u202e", "\x00", "🙂" * 1000]},
    {},
)


def test_a_press_that_nobody_can_have_made_changes_nothing(at: AppTest) -> None:
    for what in IMPOSSIBLE:
        send(at, {"n": turn(at)["seq"] + 1, **what})  # type: ignore[dict-item]
        assert unchanged(at), str(what)[:200]


def test_a_number_that_is_none_changes_nothing(at: AppTest) -> None:
    for number in ("1", 0, -5, 1.5, True, 10**30, None, [], {"n": 1}, "x" * 2**20):
        send(at, {**size(1), "n": number})
        assert unchanged(at), str(number)[:200]


def test_what_is_no_list_of_presses_changes_nothing(at: AppTest) -> None:
    mad = ([], "answer", None, 7, "x" * 2**20, [[[[[]]]]])
    for value in (
        *mad,
        [1],
        {},
        {"presses": size(1)},
        *({"presses": part} for part in mad),
        *({"presses": [part]} for part in mad),
    ):
        send_rubbish(at, value)
        assert unchanged(at), str(value)[:200]
    press(at, "answer", question="size", options=["solo"])
    assert answers_in_address(at)["size"] == ("solo",)


def test_a_press_among_rubbish_is_done(at: AppTest) -> None:
    send(at, {"n": "x"}, size(1), {"n": 2, "do": "dance"})
    assert answers_in_address(at)["size"] == ("solo",)


def test_whatever_comes_in_whatever_order_the_page_stands() -> None:
    """Presses at random, some of them possible: the answers stay ones that a visitor can give."""
    chance, at = random.Random(13), open_app(link_of(ECG_START_UP))
    names = [*ECG_START_UP, "size", "nowhere", ""]
    options = [option for given in ECG_START_UP.values() for option in given] + ["none", "unsure", "micro", "?"]
    for _ in range(60):
        do = chance.choice(["answer", "answer", "edit", "edit", "agree", "undo", "both"])
        given = chance.sample(options, chance.randrange(3))
        press(at, do, question=chance.choice(names), options=given)
        shown = turn(at)
        assert (shown["question"] is None) == (shown["state"] == "finished")
        assert answers_in_address(at)
