"""The question page in a real browser: what it is like to find, to choose, to be wrong and to come back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.servers import AppServer
from tests.browser.talking import (
    answer,
    back,
    choose,
    chosen,
    do,
    error,
    finder,
    heading,
    label,
    open_for_change,
    row,
    said,
    settled,
    wait_for_question,
    wait_until_taken,
)
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, content, link_of

SECTORS = f"?{link_of({'occasion': ('curious',)})}"
"""The next question has many rows and takes several answers."""
STATUS = f"?{link_of({'occasion': ('curious',), 'sectors': ('services',)})}"
MARKETS = dict(list(ECG_START_UP.items())[: list(ECG_START_UP).index("markets")])
TRANSLATED = """
() => { // as a translator in the browser does it: each text node gives way to an element with another text
  const walker = document.createTreeWalker(document.querySelector('.talk'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(text => text.data.trim())) {
    const font = document.createElement('font');
    font.textContent = '« ' + text.data + ' »';
    text.replaceWith(font);
  }
}
"""


def ask(question: str) -> str:
    found = content().ruleset.question(question)
    assert found
    return found.ask


def test_without_a_choice_the_reason_stands_at_the_question_and_leads_there(
    app: AppServer, open_page: OpenPage
) -> None:
    page = open_page(f"{app.url}/{SECTORS}", screen="small")
    wait_for_question(page, "sectors")
    for _ in range(2):
        do(page, "continue").click()
        expect(error(page)).to_be_focused()
        expect(error(page)).to_be_in_viewport()
        expect(page.locator("#advisor-live")).to_contain_text(content().words["talk.choose-first"])
        page.evaluate("document.querySelector('#advisor-live').textContent = ''")
    assert_no_axe_violations(page)
    choose(page, "services")
    do(page, "continue").click()
    wait_for_question(page, "medical-status")


def test_none_of_these_takes_the_others_away_and_any_other_takes_it_away(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/{STATUS}")
    wait_for_question(page, "medical-status")
    choose(page, "device")
    choose(page, "none")
    assert chosen(page) == ["none"]
    choose(page, "device")
    assert chosen(page) == ["device"]


@pytest.mark.parametrize("question", ["sectors", "medical-status"])
def test_on_a_small_phone_what_is_chosen_can_be_confirmed_where_one_is(
    app: AppServer, open_page: OpenPage, question: str
) -> None:
    page = open_page(f"{app.url}/{SECTORS if question == 'sectors' else STATUS}", screen="small")
    wait_for_question(page, question)
    first = page.locator("[data-question] [data-option]").first
    first.scroll_into_view_if_needed()
    first.click()
    expect(do(page, "continue")).to_be_in_viewport()
    do(page, "continue").click(position={"x": 20, "y": 20})
    expect(heading(page, question)).to_be_hidden()


def test_nothing_moves_under_the_finger_that_chooses(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/{SECTORS}", screen="small")
    wait_for_question(page, "sectors")
    rows = page.locator("[data-question] [data-option]:visible")
    rows.nth(1).scroll_into_view_if_needed()
    before = rows.nth(1).bounding_box()
    rows.nth(1).click()
    expect(rows.nth(1).locator("input")).to_be_checked()
    assert rows.nth(1).bounding_box() == before
    do(page, "continue").click()
    wait_until_taken(page)


def test_what_can_be_tapped_is_large_and_fields_have_large_letters(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/{SECTORS}", screen="small")
    wait_for_question(page, "sectors")
    choose(page, "services")
    for target in page.locator(".talk :is(button, summary, [data-option], input.talk-find):visible").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44, target.evaluate("element => element.outerHTML.slice(0, 200)")
    letters = "fields => fields.map(field => parseFloat(getComputedStyle(field).fontSize))"
    assert min(page.locator(".talk :is(input:not([type=checkbox]), textarea)").evaluate_all(letters)) >= 16


def test_a_long_list_is_found_by_what_people_type_and_enter_takes_the_marked_row_only(
    app: AppServer, open_page: OpenPage
) -> None:
    page = open_page(f"{app.url}/?{link_of(MARKETS)}")
    wait_for_question(page, "markets")
    for typed, found in {"Germany": "eu", "USA": "us", "Grossbritannien": "", "UK": "gb"}.items():
        before = chosen(page)
        finder(page).fill(typed)
        page.keyboard.press("Enter")
        assert set(chosen(page)) - set(before) <= {found}
        if found:
            assert found in chosen(page)
        finder(page).fill("")
    finder(page).focus()
    before = chosen(page)
    page.keyboard.press("Enter")
    assert chosen(page) == before


def test_a_translated_page_never_shows_the_question_before(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    for question, options in BOOKKEEPER.items():
        expect(heading(page, question)).to_contain_text(ask(question))
        page.evaluate(TRANSLATED)
        answer(page, question, *options)
    expect(settled(page)).to_have_text(content().words["talk.finished"])
    assert page.locator(".talk-step font").count() == 0


def test_what_is_chosen_survives_an_earlier_answer_another_page_and_a_reload(
    app: AppServer, open_page: OpenPage
) -> None:
    page = open_page(f"{app.url}/{STATUS}", expected="404")
    wait_for_question(page, "medical-status")
    choose(page, "device")
    choose(page, "ivd")
    picked = chosen(page)
    assert len(picked) == 2

    def still_chosen() -> None:
        wait_for_question(page, "medical-status")
        expect(row(page, picked[0]).locator("input")).to_be_checked()
        assert chosen(page) == picked

    open_for_change(page, "sectors")
    do(page, "keep").click()
    still_chosen()
    page.locator("a[href*=explanations]").first.click()
    expect(page.get_by_role("heading", name=content().words["explain.title"])).to_be_visible()
    page.go_back()
    still_chosen()
    page.reload()
    still_chosen()
    do(page, "continue").click()
    expect(said(page, "medical-status")).to_contain_text(label("medical-status", picked[0]))


def test_back_leads_from_answer_to_answer(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/{STATUS}")
    wait_for_question(page, "medical-status")
    back(page)
    wait_for_question(page, "sectors")
    back(page)
    wait_for_question(page, "occasion")
    do(page, "keep").click()
    wait_for_question(page, "medical-status")


def test_each_question_is_the_title_of_the_page_and_has_the_focus(
    app: AppServer, open_page: OpenPage, screen: str
) -> None:
    page = open_page(app.url, screen=screen)
    places = set()
    for question, options in BOOKKEEPER.items():
        answer(page, question, *options)
        following = page.locator(".talk .talk-ask")
        expect(following).to_be_focused()
        expect(following).to_be_in_viewport()
        expect(page).to_have_title(re.compile(f"^{re.escape(following.inner_text())}.* {content().brand.product}$"))
        places.add(round(following.evaluate("heading => heading.getBoundingClientRect().top + scrollY")))
    assert len(places) == 1, f"the heading stands at {places}"


def test_a_screen_reader_meets_each_question_once_and_in_order(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    answered: list[str] = []
    for question, options in BOOKKEEPER.items():
        wait_for_question(page, question)
        wait_until_taken(page)
        read = unquoted(page.locator(".talk").aria_snapshot())
        headings = [line for line in read.splitlines() if line.strip(" -'").startswith("heading")]
        assert sum(ask(question) in line for line in headings) == 1
        assert sum("[level=1]" in line for line in headings) == 1
        assert_in_order(read, [ask(question), *rows_in_order(page), *(ask(each) for each in reversed(answered))])
        answer(page, question, *options)
        answered.append(question)
    expect(settled(page)).to_be_visible()
    assert_in_order(unquoted(page.locator(".talk").aria_snapshot()), [ask(each) for each in reversed(answered)])


def unquoted(snapshot: str) -> str:
    """A snapshot without what its format does to quotation marks, nor the blank after a word that can be opened."""
    return re.sub(r" (?=[?.,;:])", "", snapshot.replace('\\"', '"').replace("''", "'"))


def rows_in_order(page: Page) -> list[str]:
    """Labels of the rows that can be seen, as they stand in the document."""
    return page.locator("[data-question] [data-option]:visible .talk-label").all_inner_texts()


def assert_in_order(text: str, parts: list[str]) -> None:
    """Each part stands in the text after the one before."""
    text, at = " ".join(text.split()), 0
    for part in parts:
        found = text.find(unquoted(" ".join(part.split())), at)
        assert found >= 0, f"{part!r} is not read, or not in its place"
        at = found


def test_a_whole_visit_takes_at_most_three_keys_a_question(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    for question, options in BOOKKEEPER.items():
        wait_for_question(page, question)
        keys = [letter(page, option) for option in options]
        if do(page, "continue").count():
            keys.append("Enter")
        assert len(keys) <= 3
        for key in keys:
            page.keyboard.press(key)
        expect(heading(page, question)).to_be_hidden()
    expect(settled(page)).to_be_focused()


def letter(page: Page, option: str) -> str:
    """The key that chooses a row."""
    found = row(page, option)
    expect(found).to_be_visible()
    pressed = found.locator("input") if found.locator("input").count() else found
    return str(pressed.get_attribute("aria-keyshortcuts"))
