"""Measures when the first verdict is painted, with pictures below it and in a copy of the app without pictures."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from bench.figures import Figure, table
from tests.browser.chromium import chromium
from tests.browser.servers import AppServer, copy_of_the_app, serving
from tests.support.visitor import MANY_MARKETS, link_of

ROUNDS = 7
_NETWORK = {"offline": False, "latency": 60, "downloadThroughput": 9e6 / 8, "uploadThroughput": 9e6 / 8}
"""A phone on a usual 4G network: 9 Mbit a second, 60 ms. On the machine itself every script arrives at once."""
_PICTURES = {
    "charts.py": "def duties(*_): pass\ndef road_map(*_): pass\n",
    "world.py": "def maps(*_): pass\n",
    "reasons.py": "def section(*_): pass\n",
}
_PAINTED = """
new MutationObserver((_, watcher) => {
  if (!document.querySelector('[class*="st-key-verdict-"] h2')) return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.verdictPainted = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""
_PLOTLY_ARRIVED = "performance.getEntriesByType('resource').find(e => e.name.includes('PlotlyChart'))?.responseEnd"


@dataclass(frozen=True)
class Visit:
    """Milliseconds from the start of the navigation; `plotly`: when its script had arrived."""

    verdict: float
    plotly: float | None


def measure() -> list[Figure]:
    with TemporaryDirectory() as folder, chromium() as browser:
        plain = without_pictures(Path(folder) / "app")
        with serving(AppServer()) as app, serving(AppServer(folder=plain)) as bare:
            open_result(browser, app.url)
            open_result(browser, bare.url)
            pairs = [(open_result(browser, app.url), open_result(browser, bare.url)) for _ in range(ROUNDS)]
    full = statistics.median(visit.verdict for visit, _ in pairs)
    plain_median = statistics.median(visit.verdict for _, visit in pairs)
    late = sum(visit.plotly is not None and visit.plotly < visit.verdict for visit, _ in pairs)
    return [
        Figure(f"verdict painted with pictures, median of {ROUNDS}", full, "ms"),
        Figure(f"verdict painted without pictures, median of {ROUNDS}", plain_median, "ms"),
        Figure("verdict painted, with pictures over without", full / plain_median, "×", 1.1),
        Figure(f"visits of {ROUNDS} in which Plotly arrived before the verdict was painted", late, "", 0),
    ]


def without_pictures(folder: Path) -> Path:
    copy = copy_of_the_app(folder)
    for name, text in _PICTURES.items():
        (copy / "advisor" / "screen" / name).write_text(text, "utf-8")
    return copy


def open_result(browser: Browser, url: str) -> Visit:
    """Open the recommendation in a browser that has never seen the app, and wait until its network is quiet."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_PAINTED)
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", _NETWORK)
    page.goto(f"{url}/recommendation?{link_of(MANY_MARKETS)}")
    page.locator('[class*="st-key-verdict-"] h2').first.wait_for()
    page.wait_for_load_state("networkidle")
    visit = Visit(page.evaluate("window.verdictPainted"), page.evaluate(_PLOTLY_ARRIVED))
    context.close()
    return visit


if __name__ == "__main__":
    print(table(measure()))
