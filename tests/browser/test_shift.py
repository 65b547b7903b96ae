"""That a page stands still while it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import talking
from tests.browser.conftest import OpenPage
from tests.browser.servers import AppServer
from tests.browser.shift import MOST, shift, watch_shift
from tests.support.visitor import ECG_START_UP, link_of


def test_nothing_moves_by_itself_from_the_first_question_on(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page("about:blank", screen=screen, expected="404")
    watch_shift(page)
    page.goto(app.url)
    talking.answer(page, "occasion", "curious")
    talking.wait_until_taken(page)
    assert shift(page) <= MOST


@pytest.mark.parametrize(("path", "last"), [("", ".talk"), ("recommendation", ".st-key-fold-how")])
def test_nothing_moves_while_a_page_comes_that_was_opened_by_its_link(
    app: AppServer, open_page: OpenPage, screen: str, path: str, last: str
) -> None:
    page = open_page("about:blank", screen=screen, expected="404")
    watch_shift(page)
    page.goto(f"{app.url}/{path}?{link_of(ECG_START_UP)}")
    expect(page.locator(last)).to_be_attached()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    assert shift(page) <= MOST
