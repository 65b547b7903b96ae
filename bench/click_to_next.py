"""Measures from the press of an answer to the next question's options, beside a page without any logic.

Both pages are served the same way, in the same browser, and answered in turns, so that a busy machine
slows both. The time is taken in the page: from `pointerdown` to the frame after the last of the next
options exists.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from bench.figures import Figure, percentile, table
from bench.visit import Reply, longest_visit
from tests.browser.chromium import chromium
from tests.browser.servers import BARE, AppServer, copy_of_the_app, serving

ROUNDS = 4
THINK_MILLISECONDS = 400
_TIMER = """
(() => {
  const options = () => [...document.querySelectorAll('.st-key-open-question [class*="st-key-answer-"]')]
    .map(e => [...e.classList].find(c => c.startsWith('st-key-answer-'))).join(' ');
  const next = () => document.querySelector('.st-key-go-recommendation, .stAlert') ? 'finished' : options();
  let pressed = null, before = '', last = '';
  window.__milliseconds = null;
  addEventListener('pointerdown', e => {
    if (!e.target.closest('[class*="st-key-answer-"] button')) return;
    pressed = performance.now(); before = last = options(); window.__milliseconds = null;
  }, true);
  new MutationObserver(() => {
    if (pressed === null) return;
    const now = next();
    if (!now || now === before || now === last) return;
    last = now;
    requestAnimationFrame(() => setTimeout(() => { window.__milliseconds = performance.now() - pressed; }));
  }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['class']});
})();
"""
_IDLE = "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"


def measure() -> list[Figure]:
    with servers() as (bare, app), chromium() as browser:
        bare_times, app_times = in_turns(browser, bare.url, app.url)
    ratio = statistics.median(app_times) / statistics.median(bare_times)
    return [
        Figure(f"click to next question, bare page, median of {len(bare_times)}", statistics.median(bare_times), "ms"),
        Figure("click to next question, bare page, 95th percentile", percentile(bare_times, 0.95), "ms"),
        Figure(f"click to next question, the app, median of {len(app_times)}", statistics.median(app_times), "ms"),
        Figure("click to next question, the app, 95th percentile", percentile(app_times, 0.95), "ms"),
        Figure("click to next question, the app over the bare page", ratio, "×", 1.3),
    ]


@contextmanager
def servers() -> Iterator[tuple[AppServer, AppServer]]:
    """The bare page and the app, both through asgi.py."""
    with TemporaryDirectory() as folder:
        bare = AppServer(copy_of_the_app(Path(folder) / "bare", BARE))
        with serving(bare), serving(AppServer()) as app:
            yield bare, app


def in_turns(browser: Browser, bare_url: str, app_url: str) -> tuple[list[float], list[float]]:
    bare_times: list[float] = []
    app_times: list[float] = []
    replies = longest_visit()
    for _ in range(ROUNDS):
        bare, app = _open(browser, bare_url), _open(browser, app_url)
        for number, reply in enumerate(replies):
            bare_times.append(_press(bare, f".st-key-answer-{number}-one button"))
            app_times.append(answer(app, reply))
        bare.context.close()
        app.context.close()
    return bare_times, app_times


def _open(browser: Browser, url: str) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.add_init_script(_TIMER)
    page.goto(f"{url}/?embed=true")
    page.locator(".st-key-open-question button").first.wait_for()
    page.wait_for_function(_IDLE)
    return page


def answer(page: Page, reply: Reply) -> float:
    """Give one answer; several choices are picked first and the confirming press is timed."""
    question = reply.question
    if question.kind == "one":
        return _press(page, f".st-key-answer-{question.id}-{reply.options[0].id} button")
    for option in reply.options:
        _pick(page, option.label)
    return _press(page, f".st-key-answer-{question.id}-continue button")


def _pick(page: Page, label: str) -> None:
    question = page.locator(".st-key-open-question")
    pill = question.get_by_role("button", name=label, exact=True)
    if pill.count():
        pill.click()
        return
    question.get_by_role("combobox").fill(label)
    page.get_by_role("option", name=label, exact=True).click()
    page.keyboard.press("Escape")


def _press(page: Page, selector: str) -> float:
    page.wait_for_timeout(THINK_MILLISECONDS)
    page.locator(selector).click()
    page.wait_for_function("() => window.__milliseconds !== null")
    page.wait_for_function(_IDLE)
    page.wait_for_timeout(50)
    return float(page.evaluate("() => window.__milliseconds"))


if __name__ == "__main__":
    print(table(measure()))
