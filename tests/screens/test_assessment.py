"""A visitor's conversation as the server holds it: what the element is given to draw, and what its presses do."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from advisor.screen import content as library
from advisor.summary.changes_text import names_of
from advisor.whatif.preview import preview
from tests.screens.walker import answer, answers_in_address, asked, open_app, open_page, press, texts, turn, visit
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of

WORDS = content().words


def visit_until(at: AppTest, question: str, answers: dict[str, tuple[str, ...]] = BOOKKEEPER) -> None:
    while asked(at) != question:
        answer(at, *answers[asked(at)])


def change(at: AppTest, question: str, *options: str) -> AppTest:
    """Open an earlier answer and answer it otherwise."""
    press(at, "edit", question=question)
    assert asked(at) == question
    return answer(at, *options)


def said(at: AppTest) -> list[str]:
    return [each["question"] for each in turn(at)["said"]]


def state(at: AppTest) -> Any:
    return turn(at)["state"]


@pytest.mark.parametrize("answers", [BOOKKEEPER, ECG_START_UP, MANY_MARKETS])
def test_a_whole_visit_ends_with_the_way_to_the_recommendation(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_app()
    assert state(at) == "start"
    path = visit(at, answers)
    assert len(path) == len(set(path)), "a question was asked twice"
    assert state(at) == "finished"
    assert said(at) == path
    assert answers_in_address(at) == {question: answers[question] for question in path}
    assert press(at, "result").title, "the recommendation is not opened"


def test_without_a_choice_the_question_stays_open() -> None:
    at = open_app()
    answer(at)
    assert asked(at) == "occasion"
    assert not answers_in_address(at)


def test_none_of_these_with_another_answer_changes_nothing() -> None:
    at = open_app()
    visit_until(at, "medical-status")
    answer(at, "none", "device")
    assert asked(at) == "medical-status"
    assert "medical-status" not in answers_in_address(at)


def test_an_earlier_answer_changes_in_place_and_later_answers_stay() -> None:
    at = open_app(link_of(BOOKKEEPER))
    press(at, "edit", question="size")
    assert (state(at), asked(at), turn(at)["chosen"]) == ("change", "size", ["solo"])
    answer(at, "micro")
    assert state(at) == "finished"
    assert answers_in_address(at) == {**BOOKKEEPER, "size": ("micro",)}


def test_an_earlier_answer_that_was_opened_is_closed_as_it_was() -> None:
    at = open_app(link_of(BOOKKEEPER))
    press(at, "edit", question="size")
    press(at, "edit", question="")
    assert state(at) == "finished"
    assert answers_in_address(at) == BOOKKEEPER


def test_answers_that_no_longer_matter_are_set_aside_and_return() -> None:
    at = open_app(link_of(ECG_START_UP))
    change(at, "medical-status", "none")
    press(at, "agree")
    assert turn(at)["notice"]
    assert "class-eu" not in said(at)
    change(at, "medical-status", "device")
    press(at, "agree")
    assert answers_in_address(at) == ECG_START_UP
    assert "class-eu" in said(at)


def test_a_change_that_sets_answers_aside_is_shown_before_it_is_made() -> None:
    at = open_app(link_of(ECG_START_UP))
    change(at, "medical-status", "none")
    told = preview(content().ruleset.on(library.today()), ECG_START_UP, "medical-status", ("none",))
    assert state(at) == "weigh"
    text = "\n".join(texts(turn(at)["weighing"]))
    assert told.set_aside
    for question in told.set_aside:
        assert question.ask in text
    assert WORDS.count("preview.stays", len(told.stays)) in text
    for name in names_of((*told.gone, *told.come)):
        assert name in text
    for verdicts in told.verdicts:
        for verdict in (verdicts.before, verdicts.after):
            assert WORDS[f"basis.{verdict.basis}"] in text
    assert answers_in_address(at) == ECG_START_UP, "nothing is changed before the visitor agrees"
    press(at, "agree")
    assert answers_in_address(at) == told.answers


def test_keeping_the_answer_changes_nothing() -> None:
    at = open_app(link_of(ECG_START_UP))
    change(at, "medical-status", "none")
    press(at, "edit", question="")
    assert answers_in_address(at) == ECG_START_UP
    assert (state(at), asked(at)) == ("finished", "")


@pytest.mark.parametrize(
    ("answers", "question", "option"), [(ECG_START_UP, "medical-status", "none"), (BOOKKEEPER, "size", "micro")]
)
def test_a_change_can_be_undone_whether_it_was_weighed_or_made_at_once(
    answers: dict[str, tuple[str, ...]], question: str, option: str
) -> None:
    at = open_app(link_of(answers))
    assert not turn(at)["undo"]
    change(at, question, option)
    if state(at) == "weigh":
        press(at, "agree")
    assert answers_in_address(at)[question] == (option,)
    assert turn(at)["undo"]
    press(at, "undo")
    assert answers_in_address(at) == answers
    assert not turn(at)["undo"]


def test_starting_over_forgets_all_answers() -> None:
    at = open_app(link_of(BOOKKEEPER))
    press(at, "restart")
    assert "a" not in at.query_params
    assert (state(at), asked(at), said(at)) == ("start", "occasion", [])


@pytest.mark.parametrize(
    "token", ["rubbish", "1.AAAA", "1." + "A" * 10_000, "2.abc", "<script>alert(1)</script>", "1.\u202e", "🙂" * 50]
)
def test_a_damaged_link_gives_a_friendly_message_and_a_fresh_start(token: str) -> None:
    at = open_app(f"a={token}")
    assert turn(at)["notice"] == WORDS["conversation.damaged"]
    assert asked(at) == "occasion"
    answer(at, "curious")
    assert answers_in_address(at) == {"occasion": ("curious",)}


def test_an_answer_that_no_longer_exists_is_dropped_and_said_so() -> None:
    at = open_app(link_of({**BOOKKEEPER, "drivers": ("boredom",)}))
    assert WORDS.count("conversation.dropped", 1) in turn(at)["notice"]
    assert asked(at) == "drivers"


def test_why_we_ask_stands_beside_every_question() -> None:
    at = open_app()
    while question := asked(at):
        known = content().ruleset.question(question)
        assert known
        assert turn(at)["question"]["why"] == known.why
        answer(at, *ECG_START_UP[question])


@pytest.mark.parametrize("page", ["assessment", "recommendation", "explanations"])
@pytest.mark.parametrize("link", ["", link_of(MANY_MARKETS)])
def test_every_page_can_be_the_first_on_a_cold_server(page: str, link: str) -> None:
    open_page(page, link)


@pytest.mark.parametrize("persona", content().personas, ids=lambda persona: persona.id)
def test_every_example_opens_the_recommendation_of_a_finished_assessment(persona: Any) -> None:
    at = open_app()
    assert persona.id in [example["id"] for example in turn(at)["examples"]]
    assert press(at, "example", id=persona.id).title
    assert answers_in_address(at) == persona.answers
    again = open_app(link_of(persona.answers))
    assert state(again) == "finished", f"{persona.id} leaves {asked(again)} open"
