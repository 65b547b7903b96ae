"""What a visitor reads who comes by an older link, or whose answers cannot all be true."""

from __future__ import annotations

from advisor.sharing.link import encode
from tests.screens.walker import answers_in_address, asked, open_app, sound, text_of
from tests.support.visitor import BOOKKEEPER, content, link_of

WORDS = content().words
CONTRADICTORY = {
    **BOOKKEEPER,
    "demands": ("iso-9001",),
    "demand-9001-form": ("talk",),
    "held": ("iso-9001",),
    "held-state": ("fine",),
    "drivers": ("no-system",),
}


def older(answers: dict[str, tuple[str, ...]]) -> str:
    return f"a={encode(answers, 'f' * 64)}"


def test_an_older_link_says_which_question_is_new() -> None:
    at = open_app(older({name: given for name, given in BOOKKEEPER.items() if name != "demands"}))
    (question,) = [q for q in content().ruleset.questions if q.id == "demands"]
    named = WORDS("conversation.quoted", question=question.ask)
    assert WORDS.count("conversation.new-questions", 1, questions=named) in text_of(at)
    assert asked(at) == "demands"


def test_an_older_link_without_new_questions_says_that_the_content_is_newer() -> None:
    assert WORDS["conversation.updated"] in text_of(open_app(older(BOOKKEEPER)))


def test_a_link_to_todays_content_says_nothing() -> None:
    assert WORDS["conversation.updated"] not in text_of(open_app(link_of(BOOKKEEPER)))


def test_answers_that_contradict_each_other_bring_one_question_back() -> None:
    at = open_app(link_of(CONTRADICTORY))
    found = next(c for c in content().ruleset.contradictions if c.id == "certified-without-system")
    assert found.ask in text_of(at)
    sound(at.button(key="settle-held").click().run())
    assert asked(at) == "held"
    assert found.ask not in text_of(at)


def test_it_blocks_nothing_and_is_not_asked_twice() -> None:
    at = open_app(link_of({name: given for name, given in CONTRADICTORY.items() if name != "size"}))
    assert asked(at) == "size"
    sound(at.button(key="settle-both").click().run())
    assert "settle-both" not in [button.key for button in at.button]
    assert answers_in_address(at)["drivers"] == ("no-system",)
