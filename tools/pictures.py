"""Takes the pictures of the README from the running app: the conversation on a phone, the answer on a desktop."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium
from tests.browser.servers import ROOT, AppServer, serving
from tests.browser.talking import choose, wait_for_question
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, link_of

FOLDER = ROOT / "docs/pictures"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
COLOURS = 128
"""Enough for letters and signs, at a quarter of the bytes."""
_FROM_ITS_TOP = """
document.fonts.ready.then(() => {
  document.activeElement?.blur();
  for (const scrolled of document.querySelectorAll('*')) scrolled.scrollTop = 0;
})
"""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving(AppServer()) as app, chromium() as browser:
        with opened(browser, PHONE) as page:
            write("conversation-on-a-phone", conversation(page, app.url))
        with opened(browser, DESKTOP) as page:
            write("answer-on-a-desktop", answer(page, app.url))


@contextmanager
def opened(browser: Browser, viewport: dict[str, int]) -> Iterator[Page]:
    """A page that looks the same each time: light, still, sharp."""
    context = browser.new_context(
        viewport=viewport,  # type: ignore[arg-type]
        device_scale_factor=2,
        color_scheme="light",
        reduced_motion="reduce",
        locale="en",
        timezone_id="UTC",
    )
    yield context.new_page()
    context.close()


def conversation(page: Page, url: str) -> bytes:
    """A question with several answers, two of them chosen."""
    before = dict(list(ECG_START_UP.items())[: list(ECG_START_UP).index("markets")])
    page.goto(f"{url}/?{link_of(before)}")
    wait_for_question(page, "markets")
    for option in MANY_MARKETS["markets"][:2]:
        choose(page, option)
    return taken(page)


def answer(page: Page, url: str) -> bytes:
    """The first screen of the recommendation."""
    page.goto(f"{url}/recommendation?{link_of(MANY_MARKETS)}")
    page.locator(".need h3").first.wait_for()
    return taken(page)


def taken(page: Page) -> bytes:
    """The screen from its top, once everything has arrived and nothing is in focus."""
    page.wait_for_load_state("networkidle")
    page.evaluate(_FROM_ITS_TOP)
    page.mouse.move(0, 0)
    page.wait_for_timeout(1000)
    return page.screenshot(animations="disabled", caret="hide")


def write(name: str, picture: bytes) -> Path:
    """Write it small: with few colours, none of them mixed from dots."""
    path = FOLDER / f"{name}.png"
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


if __name__ == "__main__":
    main()
