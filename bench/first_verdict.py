"""Measures when the answer is painted in a browser that has never seen the app."""

from __future__ import annotations

import statistics

from playwright.sync_api import Browser

from bench.figures import Figure, table
from tests.browser.chromium import chromium
from tests.browser.servers import AppServer, serving
from tests.support.visitor import MANY_MARKETS, link_of

ROUNDS = 7
_NETWORK = {"offline": False, "latency": 60, "downloadThroughput": 9e6 / 8, "uploadThroughput": 9e6 / 8}
"""A phone on a usual 4G network: 9 Mbit a second, 60 ms. On the machine itself every script arrives at once."""
_PAINTED = """
window.painted = {};
const AWAITED = { sentence: 'h1', needs: '.need h3' };
new MutationObserver(() => {
  for (const [name, selector] of Object.entries(AWAITED)) {
    if (name in window.painted || !document.querySelector(selector)) continue;
    window.painted[name] = null;
    requestAnimationFrame(() => setTimeout(() => { window.painted[name] = performance.now(); }));
  }
}).observe(document, { childList: true, subtree: true });
"""


def measure() -> list[Figure]:
    with chromium() as browser, serving(AppServer()) as app:
        open_result(browser, app.url)
        opened = [open_result(browser, app.url) for _ in range(ROUNDS)]
    return [
        Figure(f"the answer's sentence painted, median of {ROUNDS}", statistics.median(one for one, _ in opened), "ms"),
        Figure(f"the list of needs painted, median of {ROUNDS}", statistics.median(two for _, two in opened), "ms"),
    ]


def open_result(browser: Browser, url: str) -> tuple[float, float]:
    """Milliseconds from the start of the navigation until the answer's sentence, and the list of needs, are painted."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_PAINTED)
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", _NETWORK)
    page.goto(f"{url}/recommendation?{link_of(MANY_MARKETS)}")
    page.locator(".need h3").first.wait_for()
    page.wait_for_load_state("networkidle")
    sentence, needs = page.evaluate("[painted.sentence, painted.needs]")
    context.close()
    return float(sentence), float(needs)


if __name__ == "__main__":
    print(table(measure()))
