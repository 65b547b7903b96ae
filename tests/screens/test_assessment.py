"""A visitor's conversation, on the screen but without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from advisor.screen import content as library
from advisor.summary.changes_text import names_of
from advisor.whatif.preview import preview
from tests.screens.walker import answer, answers_in_address, asked, open_app, open_page, sound, text_of, visit
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of
from tests.support.wording import says


@pytest.mark.parametrize("answers", [BOOKKEEPER, ECG_START_UP, MANY_MARKETS])
def test_a_whole_visit_ends_with_the_way_to_the_recommendation(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_app()
    path = visit(at, answers)
    assert len(path) == len(set(path)), "a question was asked twice"
    assert content().words["conversation.settled"] in text_of(at)
    assert answers_in_address(at) == {question: answers[question] for question in path}


def test_one_question_is_open_at_a_time() -> None:
    at = open_app()
    for options in BOOKKEEPER.values():
        assert asked(at)
        answer(at, *options)


def test_an_answer_given_twice_counts_once() -> None:
    at = open_app()
    visit_until(at, "size")
    at.button(key="answer-size-solo").click()
    at.button(key="answer-size-solo").click()
    sound(at.run())
    assert asked(at) == "drivers"
    assert answers_in_address(at)["size"] == ("solo",)


def visit_until(at: AppTest, question: str, answers: dict[str, tuple[str, ...]] = BOOKKEEPER) -> None:
    while asked(at) != question:
        answer(at, *answers[asked(at)])


def test_continue_without_a_choice_asks_for_one() -> None:
    at = open_app()
    sound(at.button(key="answer-occasion-continue").click().run())
    assert asked(at) == "occasion"
    assert content().words["conversation.choose-nothing"] in text_of(at)


def test_none_of_these_with_another_answer_is_refused_kindly() -> None:
    at = open_app()
    visit_until(at, "medical-status")
    answer(at, "none", "device")
    assert asked(at) == "medical-status"
    assert says(text_of(at), content().words, "conversation.choose-conflict")


def test_an_earlier_answer_changes_in_place_and_later_answers_stay() -> None:
    at = open_app(link_of(BOOKKEEPER))
    sound(at.button(key="change-size").click().run())
    assert asked(at) == "size"
    answer(at, "micro")
    assert asked(at) == ""
    assert answers_in_address(at) == {**BOOKKEEPER, "size": ("micro",)}


def test_answers_that_no_longer_matter_are_set_aside_and_return() -> None:
    at = open_app(link_of(ECG_START_UP))
    sound(at.button(key="change-medical-status").click().run())
    answer(at, "none")
    agree(at)
    keys = ("conversation.set-aside.one", "conversation.set-aside.other")
    assert any(says(text_of(at), content().words, key) for key in keys)
    assert not [button for button in at.button if button.key == "change-class-eu"]
    sound(at.button(key="change-medical-status").click().run())
    answer(at, "device")
    agree(at)
    assert answers_in_address(at) == ECG_START_UP
    assert [button for button in at.button if button.key == "change-class-eu"]


def agree(at: AppTest) -> None:
    sound(at.button(key="weigh-change").click().run())


def test_a_change_that_sets_answers_aside_is_shown_before_it_is_made() -> None:
    at = open_app(link_of(ECG_START_UP))
    sound(at.button(key="change-medical-status").click().run())
    answer(at, "none")
    told = preview(content().ruleset.on(library.today()), ECG_START_UP, "medical-status", ("none",))
    text = text_of(at).replace("\\", "")
    assert told.set_aside
    for question in told.set_aside:
        assert question.ask in text
    assert content().words.count("preview.stays", len(told.stays)) in text
    for name in names_of((*told.gone, *told.come)):
        assert name in text
    for turn in told.verdicts:
        for verdict in (turn.before, turn.after):
            assert content().words[f"basis.{verdict.basis}"] in text
    assert answers_in_address(at) == ECG_START_UP, "nothing is changed before the visitor agrees"
    agree(at)
    assert answers_in_address(at) == told.answers


def test_keeping_the_answer_changes_nothing() -> None:
    at = open_app(link_of(ECG_START_UP))
    sound(at.button(key="change-medical-status").click().run())
    answer(at, "none")
    sound(at.button(key="weigh-keep").click().run())
    assert answers_in_address(at) == ECG_START_UP
    assert asked(at) == ""


def test_a_change_can_be_undone() -> None:
    at = open_app(link_of(ECG_START_UP))
    sound(at.button(key="change-medical-status").click().run())
    answer(at, "none")
    agree(at)
    sound(at.button(key="undo").click().run())
    assert answers_in_address(at) == ECG_START_UP
    assert not [button for button in at.button if button.key == "undo"]


def test_a_harmless_change_is_made_at_once_and_can_be_undone() -> None:
    at = open_app(link_of(BOOKKEEPER))
    sound(at.button(key="change-size").click().run())
    answer(at, "micro")
    assert answers_in_address(at)["size"] == ("micro",)
    sound(at.button(key="undo").click().run())
    assert answers_in_address(at) == BOOKKEEPER


def test_starting_over_asks_first() -> None:
    words = content().words
    at = open_app(link_of(BOOKKEEPER))
    sound(labelled(at, words["conversation.start-over"]).click().run())
    assert words["conversation.start-over-ask"] in text_of(at)
    sound(labelled(at, words["conversation.start-over-no"]).click().run())
    assert answers_in_address(at) == BOOKKEEPER
    sound(labelled(at, words["conversation.start-over"]).click().run())
    sound(labelled(at, words["conversation.start-over-yes"]).click().run())
    assert "a" not in at.query_params
    assert asked(at) == "occasion"


def labelled(at: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(button for button in at.button if button.label == label)


@pytest.mark.parametrize(
    "token", ["rubbish", "1.AAAA", "1." + "A" * 10_000, "2.abc", "<script>alert(1)</script>", "1.\u202e", "🙂" * 50]
)
def test_a_damaged_link_gives_a_friendly_message_and_a_fresh_start(token: str) -> None:
    at = open_app(f"a={token}")
    assert content().words["conversation.damaged"] in text_of(at)
    assert asked(at) == "occasion"
    answer(at, "curious")
    assert answers_in_address(at) == {"occasion": ("curious",)}


def test_an_answer_that_no_longer_exists_is_dropped_and_said_so() -> None:
    at = open_app(link_of({**BOOKKEEPER, "drivers": ("boredom",)}))
    assert content().words.count("conversation.dropped", 1) in text_of(at)
    assert asked(at) == "drivers"


def test_why_we_ask_stands_beside_every_question() -> None:
    at = open_app()
    while question := asked(at):
        why = content().ruleset.question(question).why  # type: ignore[union-attr]
        assert any(element.value.startswith(why) for element in at.markdown)
        answer(at, *ECG_START_UP[question])


@pytest.mark.parametrize("page", ["assessment", "recommendation", "explanations"])
@pytest.mark.parametrize("link", ["", link_of(MANY_MARKETS)])
def test_every_page_can_be_the_first_on_a_cold_server(page: str, link: str) -> None:
    open_page(page, link)


def test_every_persona_opens_a_finished_assessment() -> None:
    for persona in content().personas:
        at = open_app()
        sound(at.button(key=f"persona-{persona.id}").click().run())
        assert asked(at) == "", f"{persona.id} leaves {asked(at)} open"
