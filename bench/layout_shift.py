"""Measures how much of the page moves by itself over a whole visit, the recommendation included."""

from __future__ import annotations

from playwright.sync_api import Browser

from bench.figures import Figure, table
from tests.browser import talking
from tests.browser.chromium import chromium
from tests.browser.servers import AppServer, serving
from tests.browser.shift import MOST, shift, watch_shift
from tests.support.visitor import ECG_START_UP

SCREENS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}


def measure() -> list[Figure]:
    with serving(AppServer()) as app, chromium() as browser:
        shifts = {name: shift_of_a_visit(browser, app.url, screen) for name, screen in SCREENS.items()}
    return [
        Figure(f"layout shift, {part}, {name}", moved, "", MOST)
        for name, both in shifts.items()
        for part, moved in zip(("conversation", "with the recommendation"), both, strict=True)
    ]


def shift_of_a_visit(browser: Browser, url: str, screen: dict[str, int]) -> tuple[float, float]:
    """The sum up to the end of the conversation, and up to the whole recommendation."""
    context = browser.new_context(viewport=screen)  # type: ignore[arg-type]
    page = context.new_page()
    watch_shift(page)
    page.goto(url)
    talking.visit(page, ECG_START_UP)
    talking.wait_until_taken(page)
    conversation = shift(page)
    talking.go_to_result(page)
    page.locator(".st-key-fold-how").wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    whole = shift(page)
    context.close()
    return conversation, whole


if __name__ == "__main__":
    print(table(measure()))
