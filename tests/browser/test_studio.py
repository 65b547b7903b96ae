"""The editors' screen in a real browser: drawn, by keyboard, on a phone, and never shown to a host page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import press_on
from tests.browser.servers import AppServer, HostPage
from tests.browser.talking import heading, label, said, settled, wait_for_question
from tests.support.visitor import content

RULE = "eu-mdr-class-iia"
PLACES = ["", "part=questions", "part=questions&topic=classes", "part=questions&id=medical-status"]
PLACES += ["part=statements", f"part=statements&id={RULE}", "part=sources&id=mdr", "part=check"]
PLACES += ["part=coverage", "part=review"]


def opened(page: Page, name: str = "") -> None:
    place = page.locator(".st-key-studio-place")
    expect(place.get_by_role("heading", name=name, level=2).first).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_part_is_accessible_and_fits_the_screen(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    page = open_page("about:blank", screen=screen, color_scheme=scheme, expected="404")
    for where in PLACES:
        page.goto(f"{app.url}/studio?{where}")
        opened(page)
        if "questions" in where:
            expect(page.locator(".stGraphVizChart svg")).to_be_visible(timeout=20_000)
        page.wait_for_timeout(300)
        assert_no_axe_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{where} scrolls sideways"


def test_an_editor_finds_opens_and_tries_an_obligation_without_a_mouse(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/studio", expected="404")
    opened(page)
    field = page.get_by_role("textbox", name=content().words["studio.search"])
    field.focus()
    page.keyboard.type(RULE)
    page.keyboard.press("Enter")
    hit = page.locator(f".st-key-open-hit-obligation-{RULE}-{RULE} button")
    expect(hit).to_be_visible()
    press_on(page, hit)
    opened(page, RULE)
    expect(page.get_by_role("heading", name=RULE)).to_be_focused()
    press_on(page, page.get_by_role("link", name=content().words["studio.try"]))
    expect(settled(page)).to_be_visible(timeout=20_000)
    expect(said(page, "class-eu")).to_contain_text(label("class-eu", "class-iia"))


def test_the_back_button_goes_one_place_back(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/studio?part=statements&id={RULE}", expected="404")
    opened(page, RULE)
    page.locator(".st-key-open-source button").click()
    opened(page, content().ruleset.sources["mdr"].title)
    page.wait_for_url("**part=sources*")
    page.go_back()
    opened(page, RULE)


def test_a_place_can_be_sent_to_somebody_else(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/studio?part=questions", expected="404")
    page.locator(".st-key-open-topic-contracts button").click()
    page.wait_for_url("**topic=contracts*")
    page.locator(".st-key-open-row-buyers button").click()
    page.wait_for_url("**id=buyers*")
    other = open_page(page.url, expected="404")
    question = content().ruleset.question("buyers")
    assert question
    opened(other, question.ask)


def test_the_check_says_what_it_found(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/studio?part=check", expected="404")
    button = page.locator(".st-key-studio-check button")
    closing = page.get_by_text("proofs over all answers")
    expect(button.or_(closing)).to_be_visible(timeout=20_000)
    if button.is_visible():
        button.click()
    expect(closing).to_be_visible(timeout=240_000)
    assert_no_axe_violations(page)


def test_a_host_page_shows_the_conversation_and_not_the_studio(
    app: AppServer, host_page: HostPage, open_page: OpenPage
) -> None:
    host_page.show(app.url)
    host_page.html = host_page.html.replace("/?embed=true", "/studio?part=review&embed=true")
    page = open_page(host_page.origin, expected="404")
    first = content().ruleset.questions[0].id
    expect(heading(page.frame_locator("iframe"), first)).to_be_visible(timeout=20_000)


def test_visitors_are_not_led_to_the_studio(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url, expected="404")
    wait_for_question(page, content().ruleset.questions[0].id)
    assert not page.locator("a[href*=studio]").count()
    assert not page.get_by_text(content().words["studio.title"]).count()
