"""Trying what would change the verdict, and changing an earlier answer, in a real browser and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from advisor.sharing.link import decode
from tests.browser import talking
from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.servers import AppServer
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, link_of

WORDS = content().words


def live(page: Page) -> Locator:
    return page.locator("#advisor-live")


def answers_of(page: Page) -> dict[str, tuple[str, ...]]:
    return decode(page.url.partition("a=")[2], content().ruleset, content().hash).answers


def assert_fits(page: Page) -> None:
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], "the page scrolls sideways"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_change_is_tried_beside_the_real_answer_and_one_tap_returns(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    address = f"{app.url}/recommendation?{link_of(MANY_MARKETS)}"
    page = open_page(address, screen=screen, color_scheme=scheme, expected="404")
    page.locator(".st-key-fold-changes summary").click()
    change = page.locator('.st-key-fold-changes [class*="st-key-try-"] button').first
    expect(change).to_be_visible()
    change.scroll_into_view_if_needed()
    before = change.bounding_box()
    change.click()
    trial = page.locator(".st-key-trial")
    expect(trial.locator(".moves")).to_be_visible()
    assert change.bounding_box() == before, "the page jumps"
    expect(live(page)).to_contain_text(WORDS["lever.trial-hint"])
    assert page.url == address, "a trial leaves the link alone"
    assert_fits(page)
    assert_no_axe_violations(page)
    trial.get_by_role("button", name=WORDS["lever.back"]).focus()
    page.keyboard.press("Enter")
    expect(trial).to_be_hidden()
    expect(change).to_be_focused()
    expect(change).to_be_in_viewport()


def test_a_change_that_was_tried_is_made_and_can_be_undone(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}", screen=screen, expected="404")
    page.locator(".st-key-fold-changes summary").click()
    page.locator('.st-key-fold-changes [class*="st-key-try-"] button').first.click()
    page.locator(".st-key-trial-do button").click()
    expect(page.locator(".st-key-told")).to_be_visible()
    expect(live(page)).to_contain_text(WORDS["conversation.changed"])
    assert answers_of(page) != MANY_MARKETS
    page.locator(".st-key-undo button").click()
    expect(page.locator(".st-key-told")).to_contain_text(WORDS["conversation.undone"])
    assert answers_of(page) == MANY_MARKETS


def test_a_press_counts_where_it_went_down_though_the_page_moves_under_it(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}", expected="404")
    expect(live(page)).to_be_attached()  # so the script that looks after presses is there
    page.locator(".st-key-fold-changes summary").click()
    page.locator('.st-key-fold-changes [class*="st-key-try-"] button').first.hover()
    page.mouse.down()
    page.evaluate("document.querySelector('.st-key-fold-changes').style.paddingTop = '300px'")
    page.mouse.up()
    expect(page.locator(".st-key-trial-do button")).to_be_visible()


def propose(page: Page, new: str) -> None:
    """Ask for another answer to whether the product is a medical device."""
    talking.open_for_change(page, "medical-status")
    talking.choose(page, new)
    assert_no_axe_violations(page)
    talking.do(page, "continue").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_change_is_weighed_first_and_can_be_cancelled(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    page = open_page(f"{app.url}/?{link_of(ECG_START_UP)}", screen=screen, color_scheme=scheme)
    propose(page, "none")
    weighing = page.locator('.talk[data-state="weigh"]')
    answer = talking.label("medical-status", "none")
    title = weighing.get_by_role("heading", name=WORDS("preview.title", answer=answer))
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    expect(weighing).to_contain_text(WORDS["preview.set-aside"])
    assert_no_axe_violations(page)
    assert_fits(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(talking.do(page, "keep")).to_be_focused()
    page.keyboard.press("Enter")
    expect(talking.settled(page)).to_be_visible()
    assert answers_of(page) == ECG_START_UP


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_change_is_made_said_and_undone_by_keyboard(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    page = open_page(f"{app.url}/?{link_of(ECG_START_UP)}", screen=screen, color_scheme=scheme)
    propose(page, "none")
    talking.do(page, "agree").click()
    expect(talking.settled(page)).to_be_focused()
    expect(live(page)).to_contain_text(WORDS["conversation.changed"])
    expect(talking.said(page, "class-eu")).to_be_hidden()
    undo = talking.do(page, "undo")
    expect(undo).to_be_in_viewport()
    assert_no_axe_violations(page)
    page.keyboard.press("Tab")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(talking.said(page, "class-eu")).to_be_visible()
    expect(live(page)).to_have_text(WORDS["conversation.undone"])
    assert answers_of(page) == ECG_START_UP
