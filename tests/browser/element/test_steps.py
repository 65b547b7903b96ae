"""What a visitor sees from step to step, and what is sent."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.element.conftest import OpenElement
from tests.browser.element.harness import Harness


def test_the_question_is_the_one_heading_of_the_first_level(opened: OpenElement) -> None:
    one = opened("one")
    expect(one.page.locator("h1")).to_have_count(1)
    expect(one.page.locator('[data-question="document"] h1.talk-ask')).to_be_visible()
    one.show("start")
    expect(one.page.locator("h1")).to_have_count(1)
    expect(one.page.locator("h2.talk-ask")).to_be_visible()


def test_nothing_takes_the_focus_before_the_visitor_acts(opened: OpenElement) -> None:
    shown = opened("one")
    assert shown.page.evaluate("document.activeElement === document.body")
    shown.show("long")
    assert shown.page.evaluate("document.activeElement === document.body")


def test_a_new_question_is_focused_at_the_top_and_titles_the_page(opened: OpenElement, screen: str) -> None:
    shown = opened("long", screen)
    shown.option("none").click()
    shown.do("continue").click()
    shown.answer("one")
    assert shown.focused == "talk-ask"
    expect(shown.page).to_have_title(shown.page.evaluate("harness.turn('one').title"))
    assert shown.page.evaluate("document.querySelector('.stMain').scrollTop") == 0


def test_what_comes_next_is_shown_in_the_same_moment_and_confirmed_without_a_trace(opened: OpenElement) -> None:
    shown = opened("one")
    foreseen = shown.page.evaluate(
        """() => {
            document.querySelector('[data-option="equivalent"]').click();
            window.heading = document.querySelector("h1");
            return document.querySelector(".talk-step").dataset.question;
        }"""
    )
    assert foreseen == "size"
    assert shown.presses == [{"n": 1, "do": "answer", "question": "document", "options": ["equivalent"]}]
    expect(shown.page.locator('.talk[data-pending="1"]')).to_be_attached()
    said = [
        *shown.page.evaluate("harness.turn('one').said"),
        {
            "question": "document",
            "ask": "What exactly does the document ask for?",
            "answer": "A certificate, or equivalent",
        },
    ]
    shown.answer("size", said=said, progress=shown.page.evaluate("harness.turn('one').steps[1].progress"))
    assert shown.page.evaluate("window.heading.isConnected")
    expect(shown.page.locator('.talk[data-pending="0"][data-seq="1"]')).to_be_attached()


def test_a_server_that_disagrees_is_believed(opened: OpenElement) -> None:
    shown = opened("one")
    shown.option("equivalent").click()
    shown.answer("markets")
    expect(shown.page.locator('[data-question="markets"]')).to_be_visible()
    assert shown.focused == "talk-ask"


def test_a_press_on_what_is_only_foreseen_waits_and_goes_on_once_it_is_known(opened: OpenElement) -> None:
    shown = opened("one")
    shown.option("equivalent").click()
    shown.readable()
    shown.option("few").click()
    expect(shown.option("few")).to_have_attribute("data-pressed", "")
    assert [press["n"] for press in shown.presses] == [1, 2]
    shown.show("size", seq=1)
    expect(shown.page.locator('[data-question="markets"]')).to_be_visible()


def test_a_double_click_answers_one_question(opened: OpenElement) -> None:
    shown = opened("one")
    shown.option("equivalent").dblclick()
    assert [press["question"] for press in shown.presses] == ["document"]


def test_a_thousand_presses_leave_one_answer(opened: OpenElement) -> None:
    shown = opened("longone")
    shown.page.evaluate("for (let i = 0; i < 1000; i++) document.querySelector('[data-option=\"ca\"]').click()")
    assert len(shown.presses) == 1


def test_presses_are_sent_again_until_they_are_confirmed_and_the_visitor_is_told(
    element: str, open_page: OpenPage
) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{element}?turn=longone")
    page.wait_for_selector("body[data-ready]")
    page.clock.run_for(500)
    shown = Harness(page)
    shown.option("ca").click()
    page.clock.run_for(3_500)
    assert page.evaluate("harness.sent.length") == 2
    expect(page.locator(".talk-late")).to_have_count(0)
    page.clock.run_for(1_000)
    expect(page.locator(".talk-late")).to_be_visible()
    expect(page.locator("#advisor-live")).not_to_be_empty()
    page.evaluate("harness.answer('finished')")
    page.clock.run_for(20_000)
    expect(page.locator(".talk-late")).to_have_count(0)
    assert len(shown.presses) == 1


def test_offline_is_told_at_once(opened: OpenElement) -> None:
    shown = opened("longone")
    shown.page.context.set_offline(True)
    shown.option("ca").click()
    expect(shown.page.locator(".talk-late")).to_be_visible()
    shown.page.context.set_offline(False)


def test_terms_and_reasons_open_in_the_flow(opened: OpenElement) -> None:
    shown = opened("one")
    term = shown.page.locator(".talk-help .talk-term")
    row = shown.option("certificate")
    before = row.bounding_box()["y"]
    term.click()
    expect(term).to_have_attribute("aria-expanded", "true")
    assert row.bounding_box()["y"] > before
    summary = shown.page.locator(".talk-opens summary").first
    place = summary.bounding_box()
    summary.click()
    assert summary.bounding_box() == place
    expect(shown.page.locator(".talk-opens p").first).to_be_visible()


def test_a_change_is_weighed_and_can_be_kept_made_or_undone(opened: OpenElement) -> None:
    shown = opened("change")
    expect(shown.option("accredited")).to_have_attribute("aria-current", "true")
    shown.option("equivalent").click()
    shown.answer("weigh")
    assert shown.focused == "talk-weighing"
    shown.do("agree").click()
    shown.answer("noticed")
    expect(shown.page.locator(".talk-notice")).to_be_visible()
    shown.do("undo").click()
    assert [press["do"] for press in shown.presses] == ["answer", "agree", "undo"]
    shown.answer("markets", token="t6")
    assert shown.focused == "talk-ask"


def test_back_opens_the_answer_before(opened: OpenElement) -> None:
    shown = opened("long")
    shown.do("back").click()
    assert shown.presses[-1] == {"n": 1, "do": "edit", "question": "document"}
    shown.answer("change")
    shown.do("back").click()
    assert shown.presses[-1]["question"] == "occasion"


def test_contradictions_examples_the_result_and_a_new_start(opened: OpenElement) -> None:
    shown = opened("settle")
    shown.do("both").click()
    shown.answer("finished")
    shown.do("result").click()
    shown.answer("finished")
    shown.do("restart").click()
    assert shown.focused == "talk-restart"
    shown.do("restart-no").click()
    shown.do("restart").click()
    shown.do("restart-yes").click()
    shown.answer("start")
    shown.page.locator('[data-example="shop"]').click()
    done = [(press["do"], press.get("id")) for press in shown.presses]
    assert done == [("both", "who"), ("result", None), ("restart", None), ("example", "shop")]


def test_a_page_that_goes_away_leaves_nothing_behind(opened: OpenElement) -> None:
    shown = opened("one")
    shown.page.evaluate("harness.leave()")
    expect(shown.page.locator(".talk")).to_have_count(0)
    shown.show("long")
    expect(shown.page.locator(".talk")).to_have_count(1)
