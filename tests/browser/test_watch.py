"""What would stay grey or turn red is told in a sentence, with what to do and whom to write to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from advisor.content import library
from tests.browser.accessibility import axe_violations
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import BARE, AppServer, copy_of_the_app

WORDS = library.load().words
CONTACT = library.load().brand.contact
REFUSED = ("Failed to load resource", "dynamically imported module")
STORAGE_BLOCKED = "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('blocked'); }})"


class Network:
    """Lets connections and scripts through only as often as a test wants."""

    def __init__(self, page: Page) -> None:
        self.page, self.blocked, self.opened = page, True, 0
        page.on("framenavigated", lambda _: self._count())

    def _count(self) -> None:
        self.opened += self.page.url != "about:blank"

    def refuse_connections(self, how: str) -> None:
        def handle(route: WebSocketRoute) -> None:
            if not self.blocked:
                route.connect_to_server()
            elif how == "closed":
                route.close()

        self.page.route_web_socket("**/_stcore/stream*", handle)

    def refuse_script(self, pattern: str, times: int = 1_000) -> None:
        left = iter(range(times))

        def handle(route: Route) -> None:
            if self.blocked and next(left, None) is not None:
                route.abort()
            else:
                route.continue_()

        self.page.route(pattern, handle)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page("about:blank", screen="phone", expected=REFUSED)


@pytest.fixture
def network(page: Page) -> Iterator[Network]:
    network = Network(page)
    yield network
    page.unroute_all(behavior="ignoreErrors")


def sentence(page: Page, kind: str) -> None:
    """The watch says this, and whom to write to."""
    card = page.get_by_role("alert").filter(has_text=WORDS["watch.contact"])
    expect(card).to_be_visible()
    expect(card.locator(f"[data-when={kind}]")).to_be_visible()
    expect(card.locator("[data-when]")).to_have_count(1)
    expect(card.get_by_role("link", name=CONTACT.email)).to_have_attribute("href", f"mailto:{CONTACT.email}")


def works(page: Page) -> None:
    expect(page.get_by_role("button", name="Option one")).to_be_visible()
    expect(page.locator(".watch")).to_have_count(0)


@pytest.mark.parametrize("how", ["closed", "swallowed"])
def test_a_blocked_connection_is_told_until_it_works(bare: AppServer, page: Page, network: Network, how: str) -> None:
    network.refuse_connections(how)
    page.goto(bare.url)
    sentence(page, "connection")
    network.blocked = False
    if how == "swallowed":  # such a network never lets go of the first one by itself
        page.get_by_role("button", name=WORDS["watch.reload"]).click()
    works(page)


def test_a_page_that_works_says_nothing(bare: AppServer, page: Page) -> None:
    page.goto(bare.url)
    works(page)
    page.wait_for_timeout(10_000)
    works(page)


@pytest.mark.parametrize("script", ["**/js/Button.*.js", "**/js/protobuf.*.js"])
def test_a_script_that_failed_once_is_fetched_again(bare: AppServer, page: Page, network: Network, script: str) -> None:
    network.refuse_script(script, times=1)
    page.goto(bare.url)
    works(page)
    assert network.opened == 2


def test_a_page_is_not_given_up_for_a_server_that_is_being_started(
    bare: AppServer, page: Page, network: Network
) -> None:
    network.refuse_script("**/js/Button.*.js")
    network.refuse_script("**/healthz")
    page.goto(bare.url)
    expect(page.get_by_text("Question 1 of 20")).to_be_visible()
    page.wait_for_timeout(3000)
    assert network.opened == 1
    network.blocked = False
    works(page)
    assert network.opened == 2


@pytest.mark.parametrize("keeps", [True, False], ids=["storage", "storage-blocked"])
def test_a_script_that_always_fails_is_told_after_one_more_try(
    bare: AppServer, page: Page, network: Network, keeps: bool
) -> None:
    if not keeps:
        page.add_init_script(STORAGE_BLOCKED)
    network.refuse_script("**/js/Button.*.js")
    page.goto(bare.url)
    sentence(page, "script")
    assert network.opened == 2
    expect(page.get_by_text("TypeError").first).to_be_hidden()
    network.blocked = False
    page.get_by_role("button", name=WORDS["watch.reload"]).click()
    works(page)


def test_an_error_of_a_new_version_is_told_in_our_words(tmp_path: Path, start_server: StartServer, page: Page) -> None:
    server = start_server(folder=copy_of_the_app(tmp_path / "bare", BARE))
    page.goto(server.url)
    works(page)
    script = server.folder / "app.py"
    sound = script.read_text("utf-8")
    script.write_text("raise ValueError", encoding="utf-8")
    server.restart()
    page.get_by_role("button", name="Option one").click()
    sentence(page, "error")
    expect(page.get_by_test_id("stException")).to_be_hidden()
    script.write_text(sound, encoding="utf-8")
    server.restart()
    page.get_by_role("button", name=WORDS["watch.reload"]).click()
    works(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sentence_is_there_for_everybody(bare: AppServer, page: Page, network: Network, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    network.refuse_script("**/js/Button.*.js")
    page.goto(bare.url)
    sentence(page, "script")
    assert not [found for found in axe_violations(page) if "watch" in found]
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=WORDS["watch.reload"])).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_who_runs_no_scripts_reads_what_to_do(bare: AppServer, open_page: OpenPage) -> None:
    page = open_page(bare.url, java_script_enabled=False)
    expect(page.get_by_role("link", name=CONTACT.email)).to_be_visible()
