"""Which questions are new for who comes by an older link."""

from __future__ import annotations

from advisor.rules.model import Answers
from advisor.sharing.link import Resumed, asked_anew
from tests.support.invented import obligation, question, rules

RULES = rules(
    question("came", "asked", "plan"),
    question("waters", "coast", "sea"),
    question("crew", "alone", "many", ask_if={"waters": "sea"}),
    question("flag", "ours", "theirs"),
    question("cargo", "fish", "none"),
    obligation("law", "legal-qms", {"came": "asked", "waters": "sea", "flag": "ours"}),
    obligation("crew-law", "legal-certificate", {"crew": "many"}),
    obligation("cargo-law", "legal-certificate", {"cargo": "fish"}, standard="sail"),
)


def new(answers: Answers, *dropped: str) -> list[str]:
    return [each.id for each in asked_anew(RULES, Resumed(dict(answers), dropped, same_content=False))]


def test_what_stands_before_an_answered_question_and_was_passed_is_new() -> None:
    assert new({"waters": ("sea",), "crew": ("alone",), "flag": ("ours",)}) == ["came"]


def test_what_the_visitor_had_not_come_to_is_not_new() -> None:
    assert new({"came": ("asked",)}) == []


def test_an_answer_that_was_dropped_is_asked_again_but_not_new() -> None:
    assert new({"waters": ("coast",), "flag": ("ours",)}, "came") == []


def test_a_link_without_answers_has_nothing_new() -> None:
    assert new({}) == []
