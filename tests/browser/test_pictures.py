"""The pictures of the recommendation: drawn from our own server, in view at any size, and missed by nobody who lacks
them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.servers import AppServer
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, link_of

WORDS = content().words
SMALLEST_SIGN = 9
"""Screen pixels that a sign is wide at least."""


def open_result(page: Page, app: AppServer, answers: dict[str, tuple[str, ...]]) -> None:
    page.goto(f"{app.url}/recommendation?{link_of(answers)}")
    expect(page.locator(".st-key-world-iso-13485 .map")).to_be_visible(timeout=20_000)


def test_the_pictures_are_drawn_and_nobody_else_is_asked(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page("about:blank", screen=screen, expected="404")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_result(page, app, MANY_MARKETS)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
    page.wait_for_load_state("networkidle")
    assert f"{app.url}/app/static/world.svg" in asked
    assert not [url for url in asked if not url.startswith((f"{app.url}/", "ws://127.0.0.1:", "data:", "blob:"))]
    canada = page.locator(".st-key-world-iso-13485 .area.legal-certificate path").first
    box, whole = canada.bounding_box(), page.locator(".st-key-world-iso-13485 .map").bounding_box()
    assert box
    assert whole
    assert 0.1 < box["width"] / whole["width"] < 0.6
    land = page.locator(".st-key-world-iso-13485 .land").bounding_box()
    assert land
    assert land["width"] > whole["width"], "the outlines of the other countries did not arrive"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pictures_break_no_accessibility_rule(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    page = open_page("about:blank", screen=screen, color_scheme=scheme, expected="404")
    open_result(page, app, MANY_MARKETS)
    expect(page.locator(".st-key-balance-iso-13485 .balance")).to_be_visible()
    expect(page.locator(".st-key-duties .main-svg").first).to_be_visible(timeout=20_000)
    assert_no_axe_violations(page)
    page.get_by_role("tab", name="ISO 9001").click()
    expect(page.locator(".st-key-world-iso-9001 .map")).to_be_visible(timeout=20_000)
    assert_no_axe_violations(page)


def test_the_smallest_markets_can_be_seen(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page("about:blank", screen=screen, expected="404")
    open_result(page, app, {**ECG_START_UP, "markets": ("sg", "hk", "us")})
    signs = page.locator(".st-key-world-iso-13485 .map .sign").all()
    assert len(signs) == 3
    for sign in signs:
        box = sign.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= SMALLEST_SIGN


def test_the_map_says_in_words_what_it_shows(app: AppServer, open_page: OpenPage) -> None:
    page = open_page("about:blank", expected="404")
    open_result(page, app, MANY_MARKETS)
    market = content().ruleset.jurisdictions["ca"].name
    told = WORDS("map.market", market=market, duty=WORDS["basis-duty.legal-certificate"])
    expect(page.get_by_role("img", name=told)).to_be_visible()
    expect(page.get_by_role("cell", name=market, exact=True)).to_be_visible()


def test_without_the_chart_library_nothing_else_is_missing(app: AppServer, open_page: OpenPage) -> None:
    page = open_page("about:blank", expected="Failed to")
    page.route("**/PlotlyChart*", lambda route: route.abort())
    open_result(page, app, MANY_MARKETS)
    for standard in content().ruleset.standards:
        expect(page.locator(f".st-key-verdict-{standard.id}")).to_contain_text(standard.name)
        expect(page.locator(f".st-key-balance-{standard.id} .balance")).to_be_visible()
    expect(page.get_by_role("columnheader", name=WORDS["result.market"])).to_be_visible()
    expect(page.get_by_role("heading", name=WORDS["result.steps"])).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name=WORDS["result.pdf"]).click()
    assert PdfReader(BytesIO(Path(download.value.path()).read_bytes())).pages
    assert page.locator(".js-plotly-plot").count() == 0
