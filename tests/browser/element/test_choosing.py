"""Choosing with finger, keys and words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.element.conftest import OpenElement


def test_none_of_these_clears_the_others_and_is_cleared_by_them(opened: OpenElement) -> None:
    shown = opened("many")
    for name in ("nine", "mdsap"):
        shown.option(name).click()
    assert shown.chosen == ["nine", "mdsap"]
    shown.option("nothing").click()
    assert shown.chosen == ["nothing"]
    shown.option("thirteen").click()
    assert shown.chosen == ["thirteen"]


def test_continue_with_nothing_chosen_says_why_each_time_and_leads_there(opened: OpenElement, screen: str) -> None:
    shown = opened("long", screen)
    live = shown.page.locator("#advisor-live")
    for _ in range(2):
        shown.do("continue").click()
        expect(shown.page.locator(".talk-error")).to_be_in_viewport()
        expect(shown.page.locator(".talk-error-short")).to_be_visible()
        assert shown.focused == "talk-error"
        expect(live).not_to_be_empty()
        shown.page.evaluate("document.getElementById('advisor-live').replaceChildren()")
    assert shown.presses == []
    before = shown.tell("place('food')")
    shown.option("food").click()
    expect(shown.page.locator(".talk-error")).not_to_be_visible()
    assert shown.tell("place('food')") == before


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("USA", ["us"]),
        ("Germany", ["eu"]),
        ("turkey", ["tr"]),
        ("cote divoire", ["ci"]),
        ("Grmany", ["eu"]),
        ("ind", ["in", "id"]),
    ],
)
def test_the_finder_leaves_what_was_meant(opened: OpenElement, typed: str, expected: list[str]) -> None:
    shown = opened("markets")
    shown.page.locator("input.talk-find").fill(typed)
    hits = shown.page.locator(".talk-hits [data-option]")
    expect(hits).to_have_count(len(expected))
    assert [hit.get_attribute("data-option") for hit in hits.all()] == expected


def test_enter_takes_the_marked_row_and_nothing_else(opened: OpenElement) -> None:
    shown = opened("markets")
    finder = shown.page.locator("input.talk-find")
    finder.press("Enter")
    finder.fill("xyzzy")
    finder.press("Enter")
    assert shown.chosen == []
    finder.fill("ind")
    finder.press("ArrowDown")
    finder.press("Enter")
    assert shown.chosen == ["id"]
    expect(finder).to_have_value("")
    expect(finder).to_be_focused()
    finder.press("Enter")
    assert shown.chosen == ["id"]
    assert shown.presses == []
    shown.page.locator('[data-chosen="id"]').click()
    assert shown.chosen == []


def test_a_long_list_of_single_answers_is_answered_by_its_finder(opened: OpenElement) -> None:
    shown = opened("longone")
    finder = shown.page.locator("input.talk-find")
    finder.fill("uk")
    finder.press("Enter")
    assert shown.presses[0]["options"] == ["gb"]


def test_nothing_moves_while_rows_are_chosen(opened: OpenElement, screen: str) -> None:
    shown = opened("long", screen)
    places = shown.tell("place('none')"), shown.tell("place('food')")
    for name in ("medical", "food"):
        shown.option(name).click()
    assert (shown.tell("place('none')"), shown.tell("place('food')")) == places


def test_picks_outlast_a_look_elsewhere_and_a_reload(opened: OpenElement) -> None:
    shown = opened("long")
    shown.option("food").click()
    shown.page.locator('[data-change="document"]').click()
    shown.answer("change", token="t2", said=shown.page.evaluate("harness.turn('long').said"))
    shown.do("keep").click()
    shown.answer("long")
    assert shown.chosen == ["food"]
    shown.page.reload()
    shown.page.wait_for_selector("body[data-ready]")
    assert shown.chosen == ["food"]
    shown.do("continue").click()
    shown.answer("one")
    shown.show("long")
    assert shown.chosen == []


def test_a_visit_by_letters_digits_and_enter(opened: OpenElement) -> None:
    shown = opened("many")
    shown.page.locator("h1").focus()
    shown.page.keyboard.press("1")
    shown.page.keyboard.press("D")
    shown.page.keyboard.press("Enter")
    assert shown.presses[-1]["options"] == ["nine", "mdsap"]
    shown.answer("one")
    shown.page.keyboard.press("c")
    assert shown.presses[-1]["options"] == ["equivalent"]


def test_arrows_move_and_nothing_is_trapped(opened: OpenElement) -> None:
    shown = opened("many")
    keyboard = shown.page.keyboard
    shown.page.locator("h1").focus()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    keyboard.press("Space")
    assert shown.chosen == ["thirteen"]
    keyboard.press("ArrowUp")
    keyboard.press("Space")
    assert shown.chosen == ["nine", "thirteen"]
    outside = "!document.querySelector('.talk-step').contains(document.activeElement)"
    for _ in range(20):
        keyboard.press("Tab")
        if shown.page.evaluate(outside):
            break
    assert shown.page.evaluate(outside)


def test_no_letter_chooses_inside_a_field_or_outside_the_question(opened: OpenElement) -> None:
    shown = opened("one")
    shown.page.locator(".talk-say").press_sequentially("abc")
    shown.page.locator('[data-change="occasion"]').focus()
    shown.page.keyboard.press("a")
    assert shown.presses == []


def test_ones_own_words_propose_answers_and_explanations_and_take_nothing(opened: OpenElement) -> None:
    shown = opened("start")
    field = shown.page.locator("textarea.talk-say")
    field.fill("A consultant speaks of accreditation")
    field.press("Enter")
    assert shown.chosen == []
    shown.page.locator('[data-proposed="claim"]').click()
    assert shown.chosen == ["claim"]
    article = shown.page.locator('[data-explanation="accreditation"]')
    article.locator("summary").click()
    expect(article.locator("li")).to_have_count(2)
    expect(article.locator("a")).to_have_attribute("href", "https://example.org/list")
    assert shown.presses == []
