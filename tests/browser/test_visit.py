"""A visitor in a real browser: wide and on a phone, through reloads, links and host pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import AppServer, HostPage
from tests.browser.talking import (
    answer,
    go_to_result,
    heading,
    label,
    open_for_change,
    said,
    settled,
    visit,
    wait_for_question,
)
from tests.browser.test_recommendation import open_all
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of


def test_a_whole_visit_ends_with_a_recommendation(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(app.url, screen=screen, expected="404")
    visit(page, BOOKKEEPER)
    expect(settled(page)).to_be_visible()
    go_to_result(page)
    for section in ("why", "how"):
        expect(page.locator(f".st-key-fold-{section}")).to_be_visible()
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], "the page scrolls sideways"


def test_the_new_question_has_the_focus_and_is_in_view(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(app.url, screen=screen)
    answer(page, "occasion", "curious")
    expect(heading(page, "sectors")).to_be_focused()
    expect(heading(page, "sectors")).to_be_in_viewport()


def test_an_earlier_answer_is_changed_in_its_place(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of(BOOKKEEPER)}")
    open_for_change(page, "size")
    expect(heading(page, "size")).to_be_focused()
    answer(page, "size", "micro")
    expect(settled(page)).to_be_visible()
    expect(said(page, "size")).to_contain_text(label("size", "micro"))
    expect(said(page, "drivers")).to_be_visible()


def test_a_reload_costs_nothing(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    answer(page, "occasion", "curious")
    answer(page, "sectors", "services")
    page.wait_for_url("**/?a=*")
    page.reload()
    wait_for_question(page, "medical-status")
    answer(page, "medical-status", "none")


def test_the_back_button_goes_one_answer_back(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    answer(page, "occasion", "curious")
    answer(page, "sectors", "services")
    wait_for_question(page, "medical-status")
    page.go_back()
    wait_for_question(page, "sectors")
    page.go_forward()
    wait_for_question(page, "medical-status")


def test_a_copied_link_works_for_somebody_else_on_another_server(
    app: AppServer, streamlit_run: AppServer, open_page: OpenPage
) -> None:
    page = open_page(app.url)
    answer(page, "occasion", "curious")
    page.wait_for_url("**/?a=*")
    other = open_page(page.url.replace(app.url, streamlit_run.url))
    wait_for_question(other, "sectors")


def test_a_damaged_link_starts_afresh_with_a_message(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?a=1.{'A' * 10_000}")
    expect(page.get_by_text(content().words["conversation.damaged"]).first).to_be_visible()
    answer(page, "occasion", "curious")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_violates_an_accessibility_rule(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    page = open_page(app.url, screen=screen, color_scheme=scheme, expected="404")
    wait_for_question(page, "occasion")
    assert_no_axe_violations(page)
    page.goto(f"{app.url}/?{link_of(ECG_START_UP)}")
    expect(settled(page)).to_be_visible()
    open_for_change(page, "class-eu")
    assert_no_axe_violations(page)
    page.goto(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}")
    open_all(page)
    assert_no_axe_violations(page)
    page.goto(f"{app.url}/explanations")
    expect(page.get_by_role("heading", name=content().words["explain.title"])).to_be_visible()
    assert_no_axe_violations(page)


def test_the_question_page_loads_no_chart_library(app: AppServer, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(app.url)
    answer(page, "occasion", "curious")
    assert not [url for url in loaded if "Plotly" in url]
    assert not [url for url in loaded if not url.startswith((app.url, app.url.replace("http", "ws"), "data:", "blob:"))]


def test_embedded_in_another_site_without_its_cookies(
    app: AppServer, framed: HostPage, open_page: OpenPage, screen: str
) -> None:
    page = open_page(framed.origin, screen=screen, expected="404")
    frame = page.frame_locator("iframe")
    visit(frame, BOOKKEEPER)
    go_to_result(frame)
    frame.locator(".st-key-take-more summary").click()
    with page.expect_download() as download:
        frame.get_by_role("button", name=content().words["result.markdown"]).click()
    assert "ISO 9001" in Path(download.value.path()).read_text("utf-8")


def test_broken_content_shows_a_calm_page_and_not_a_traceback(
    app_copy: Path, start_server: StartServer, open_page: OpenPage
) -> None:
    with (app_copy / "questions" / "10-company.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: broken\n  ask: What?\n  kind: many\n  colour: blue\n")
    server = start_server(folder=app_copy)
    page = open_page(server.url)
    title = Path("content/updating.md").read_text("utf-8").partition("\n")[0].removeprefix("# ")
    expect(page.get_by_text(title)).to_be_visible()
    assert "Traceback" not in page.inner_text("body")
    log = Path(server.log).read_text("utf-8")
    assert re.search(r"questions/10-company\.yaml:\d+: 'broken'", log)
