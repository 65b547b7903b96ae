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
new MutationObserver((_, watcher) => {
  if (!document.querySelector('.need h3')) return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.answerPainted = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""


def measure() -> list[Figure]:
    with chromium() as browser, serving(AppServer()) as app:
        open_result(browser, app.url)
        painted = statistics.median(open_result(browser, app.url) for _ in range(ROUNDS))
    return [Figure(f"answer painted, median of {ROUNDS}", painted, "ms")]


def open_result(browser: Browser, url: str) -> float:
    """Milliseconds from the start of the navigation until the list of needs is painted."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_PAINTED)
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", _NETWORK)
    page.goto(f"{url}/recommendation?{link_of(MANY_MARKETS)}")
    page.locator(".need h3").first.wait_for()
    page.wait_for_load_state("networkidle")
    painted = float(page.evaluate("window.answerPainted"))
    context.close()
    return painted


if __name__ == "__main__":
    print(table(measure()))
