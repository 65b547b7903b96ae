"""What a visitor reads who comes by an older link, or whose answers cannot all be true."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from advisor.sharing.link import encode
from advisor.verdicts.journey import walk
from tests.screens.walker import SECONDS, answers_in_address, asked, open_app, press, sound, turn
from tests.support.visitor import BOOKKEEPER, content, link_of

WORDS = content().words


def completed(answers: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """These answers, and the last one on offer to whatever else is asked."""
    answers = dict(answers)
    while question := walk(content().ruleset, answers).next:
        answers[question.id] = (next(o.id for o in reversed(question.options) if not o.unknown),)
    return answers


WHOLE = completed(BOOKKEEPER)
CONTRADICTORY = completed(
    {**BOOKKEEPER, "demands": ("iso-9001",), "held": ("iso-9001",), "held-state": ("fine",), "drivers": ("no-system",)}
)


def older(answers: dict[str, tuple[str, ...]]) -> str:
    return f"a={encode(answers, 'f' * 64)}"


def test_an_older_link_says_which_question_is_new() -> None:
    at = open_app(older({name: given for name, given in WHOLE.items() if name != "demands"}))
    (question,) = [q for q in content().ruleset.questions if q.id == "demands"]
    assert question.ask in turn(at)["notice"]
    assert asked(at) == "demands"


def test_an_older_link_without_new_questions_says_that_the_content_is_newer() -> None:
    assert turn(open_app(older(WHOLE)))["notice"] == WORDS["conversation.updated"]


def test_a_link_to_todays_content_says_nothing() -> None:
    assert not turn(open_app(link_of(WHOLE)))["notice"]


def test_answers_that_contradict_each_other_bring_one_question_back() -> None:
    at = open_app(link_of(CONTRADICTORY))
    found = next(c for c in content().ruleset.contradictions if c.id == "certified-without-system")
    assert turn(at)["settle"]["ask"] == found.ask
    assert "held" in turn(at)["settle"]["questions"]
    press(at, "edit", question="held")
    assert asked(at) == "held"
    assert turn(at)["settle"] is None


def test_it_blocks_nothing_and_is_not_asked_twice() -> None:
    at = open_app(link_of(CONTRADICTORY))
    assert turn(at)["state"] == "finished"
    press(at, "both", id=turn(at)["settle"]["id"])
    assert turn(at)["settle"] is None
    assert answers_in_address(at) == CONTRADICTORY


def test_of_a_damaged_link_what_can_be_read_is_kept_and_told() -> None:
    token = encode(WHOLE, content().hash)
    at = open_app(token[: len(token) * 3 // 4])
    kept = answers_in_address(at)
    assert kept
    assert kept.items() < WHOLE.items()
    assert turn(at)["notice"] == WORDS.count("conversation.damaged-part", len(kept))


def test_a_link_whose_signs_were_escaped_opens_and_is_written_anew() -> None:
    at = AppTest.from_file("../../app.py", default_timeout=SECONDS)
    at.query_params[link_of(WHOLE).replace("=", "%3D") + "%26utm_source%3Dmail"] = ""
    sound(at.run())
    assert answers_in_address(at) == WHOLE
    assert list(at.query_params) == ["a"]
