"""How much of a page moves by itself, as browsers count it (cumulative layout shift).

What moves within half a second after a press is left out.
"""

from __future__ import annotations

from playwright.sync_api import Page

MOST = 0.02
_WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def watch_shift(page: Page) -> None:
    """From the next address on."""
    page.add_init_script(_WATCH)


def shift(page: Page) -> float:
    return float(page.evaluate("window.shift"))
