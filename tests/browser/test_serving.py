"""What a browser makes of our headers, compression and restarts, seen on the bare page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import BARE, AppServer, HostPage, copy_of_the_app


def first_option(page: Page) -> None:
    page.get_by_role("button", name="Option one").click()


def test_the_security_policy_lets_the_whole_page_work(bare: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(bare.url, screen=screen)
    first_option(page)
    expect(page.get_by_text("Question 2 of 20")).to_be_visible()


def test_scripts_and_styles_arrive_compressed(bare: AppServer, open_page: OpenPage) -> None:
    responses: list[Response] = []
    page = open_page("about:blank")
    page.on("response", lambda response: responses.append(response))
    page.goto(bare.url)
    expect(page.get_by_text("Question 1 of 20")).to_be_visible()
    texts = [r for r in responses if r.url.endswith((".js", ".css"))]
    assert texts
    assert {r.headers.get("content-encoding") for r in texts} == {"br"}


def test_an_allowed_site_may_show_the_app_in_a_frame(bare: AppServer, host_page: HostPage, open_page: OpenPage) -> None:
    host_page.show(bare.url)
    page = open_page(host_page.origin)
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Option one").click()
    expect(frame.get_by_text("Question 2 of 20")).to_be_visible()


def test_any_other_site_may_not(bare: AppServer, open_page: OpenPage) -> None:
    stranger = HostPage()
    stranger.show(bare.url)
    with stranger.open():
        page = open_page("about:blank", expected="frame-ancestors")
        page.goto(stranger.origin)
        page.wait_for_load_state("networkidle")
        assert page.frame_locator("iframe").get_by_role("button").count() == 0


def test_a_restarted_server_is_found_again(tmp_path: Path, start_server: StartServer, open_page: OpenPage) -> None:
    server = start_server(folder=copy_of_the_app(tmp_path / "bare", BARE))
    page = open_page(server.url)
    expect(page.get_by_text("Question 1 of 20")).to_be_visible()
    server.restart()
    expect(page.get_by_role("button", name="Option one")).to_be_enabled(timeout=15_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_our_theme(bare: AppServer, open_page: OpenPage, scheme: str) -> None:
    page = open_page(bare.url, color_scheme=scheme)
    expect(page.get_by_text("Question 1 of 20")).to_be_visible()
    assert_no_axe_violations(page)
