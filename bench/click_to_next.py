"""Measures from the press of an answer to the next question's rows, beside a page of bubbles without any logic.

Both pages are served the same way, in the same browser, and answered in turns, so that a busy machine
slows both. The time is taken in the page: from `pointerdown` to the frame after the next question exists.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from bench.figures import Figure, percentile, table
from bench.visit import Reply, longest_visit
from tests.browser import talking
from tests.browser.chromium import chromium
from tests.browser.servers import BARE, AppServer, copy_of_the_app, serving

ROUNDS = 4
THINK_MILLISECONDS = 400
SHORT, LONG = 12, 50
"""Rows of a question that count as few and as many."""
_TIMER = """
(() => {
  const bare = () => document.querySelector('.stAlert') ? 'finished'
    : [...document.querySelectorAll('.st-key-open-question [class*="st-key-answer-"]')]
      .map(e => [...e.classList].find(c => c.startsWith('st-key-answer-'))).join(' ');
  const shown = () => {
    const talk = document.querySelector('.talk');
    return talk ? talk.querySelector('[data-question]')?.dataset.question ?? talk.dataset.state : bare();
  };
  const PRESSED = '.talk [data-option], .talk [data-do="continue"], [class*="st-key-answer-"] button';
  let pressed = null, before = '', last = '';
  window.__milliseconds = null;
  addEventListener('pointerdown', e => {
    if (!e.target.closest(PRESSED)) return;
    pressed = performance.now(); before = last = shown(); window.__milliseconds = null;
  }, true);
  new MutationObserver(() => {
    if (pressed === null) return;
    const now = shown();
    if (!now || now === before || now === last) return;
    last = now;
    requestAnimationFrame(() => setTimeout(() => { window.__milliseconds = performance.now() - pressed; }));
  }).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'data-question', 'data-state'],
  });
})();
"""
_IDLE = """() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'
  && (document.querySelector('.talk')?.dataset.pending ?? '0') === '0'"""


@dataclass(frozen=True)
class Press:
    """`one`: one tap answers, so that the element may hold what comes next. `rows`: of the question that came."""

    milliseconds: float
    one: bool
    rows: int


def measure() -> list[Figure]:
    with servers() as (bare, app), chromium() as browser:
        plain, presses = in_turns(browser, bare.url, app.url)
    ours = [press.milliseconds for press in presses]
    return [
        *_spread("bare page", plain),
        *_spread("the app", ours),
        Figure("the app over the bare page, median", statistics.median(ours) / statistics.median(plain), "×", 0.65),
        Figure(
            "the app over the bare page, 95th percentile", percentile(ours, 0.95) / percentile(plain, 0.95), "×", 0.8
        ),
        *_parts(presses, statistics.median(plain)),
    ]


def _spread(name: str, times: Sequence[float]) -> list[Figure]:
    return [
        Figure(f"click to next question, {name}, median of {len(times)}", statistics.median(times), "ms"),
        Figure(f"click to next question, {name}, 95th percentile", percentile(times, 0.95), "ms"),
    ]


def _parts(presses: Sequence[Press], bare: float) -> Iterator[Figure]:
    """One tap by itself, confirmed choices by themselves, and short lists beside long ones."""
    parts = {
        "one tap answers": ([press for press in presses if press.one], 20.0, "ms"),
        "several are confirmed": ([press for press in presses if not press.one], None, "ms"),
        f"to a list of up to {SHORT} rows": ([press for press in presses if press.rows <= SHORT], 0.65, "×"),
        f"to a list of {LONG} rows and more": ([press for press in presses if press.rows >= LONG], 0.65, "×"),
    }
    for name, (chosen, bar, unit) in parts.items():
        if chosen:
            median = statistics.median(press.milliseconds for press in chosen)
            value = median / bare if unit == "×" else median
            yield Figure(f"click to next question, {name}, median of {len(chosen)}", value, unit, bar)


@contextmanager
def servers() -> Iterator[tuple[AppServer, AppServer]]:
    """The bare page and the app, both through asgi.py."""
    with TemporaryDirectory() as folder:
        bare = AppServer(copy_of_the_app(Path(folder) / "bare", BARE))
        with serving(bare), serving(AppServer()) as app:
            yield bare, app


def in_turns(browser: Browser, bare_url: str, app_url: str) -> tuple[list[float], list[Press]]:
    plain: list[float] = []
    presses: list[Press] = []
    replies = longest_visit()
    for _ in range(ROUNDS):
        bare = _open(browser, bare_url, ".st-key-open-question button")
        app = _open(browser, app_url, ".talk [data-option]")
        for number, reply in enumerate(replies):
            plain.append(_press(bare, f".st-key-answer-{number}-one button"))
            milliseconds = answer(app, reply)
            presses.append(Press(milliseconds, reply.question.kind == "one", app.locator("[data-option]").count()))
        bare.context.close()
        app.context.close()
    return plain, presses


def _open(browser: Browser, url: str, awaited: str) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.add_init_script(_TIMER)
    page.goto(f"{url}/?embed=true")
    page.locator(awaited).first.wait_for()
    page.wait_for_function(_IDLE)
    return page


def answer(page: Page, reply: Reply) -> float:
    """Give one answer; several choices are picked first and the confirming press is timed."""
    options = [option.id for option in reply.options]
    if reply.question.kind == "one":
        return _press(page, talking.row_selector(options[0]))
    for option in options:
        talking.choose(page, option)
    return _press(page, talking.CONTINUE)


def _press(page: Page, selector: str) -> float:
    page.wait_for_timeout(THINK_MILLISECONDS)
    page.locator(selector).click()
    page.wait_for_function("() => window.__milliseconds !== null")
    page.wait_for_function(_IDLE)
    page.wait_for_timeout(50)
    return float(page.evaluate("() => window.__milliseconds"))


if __name__ == "__main__":
    print(table(measure()))
