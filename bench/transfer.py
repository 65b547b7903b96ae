"""Measures what the first question costs over the wire with an empty cache, and that nothing heavy is loaded for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.figures import Figure, table
from tests.browser.chromium import chromium
from tests.browser.servers import AppServer, serving

_HEAVY_CHUNKS = ("Plotly", "DeckGl", "ECharts", "Vega")
_HEAVY_LIBRARIES = ("pandas", "pyarrow")


@dataclass
class Wire:
    """What the browser fetched: bytes as transferred, headers included."""

    addresses: list[str] = field(default_factory=list)
    bytes: int = 0


def measure() -> list[Figure]:
    with serving(AppServer()) as app, chromium() as browser:
        wire = first_question(browser, app.url)
        libraries = [name for name in _HEAVY_LIBRARIES if name in mapped_files(app.pid)]
    chunks = [address for address in wire.addresses if any(heavy in address for heavy in _HEAVY_CHUNKS)]
    return [
        Figure(f"first question over the wire, {len(wire.addresses)} requests", wire.bytes / 1e6, "MB", 0.6),
        Figure(_named("chart scripts on the first question", chunks), len(chunks), "", 0),
        Figure(_named("data libraries in the server after it", libraries), len(libraries), "", 0),
    ]


def first_question(browser: Browser, url: str) -> Wire:
    """Open the page in a browser that has never seen it; the websocket's few kilobytes are not counted."""
    context = browser.new_context()
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    wire = Wire()

    def sent(event: dict[str, Any]) -> None:
        wire.addresses.append(event["request"]["url"])

    def finished(event: dict[str, Any]) -> None:
        wire.bytes += int(event["encodedDataLength"])

    protocol.on("Network.requestWillBeSent", sent)
    protocol.on("Network.loadingFinished", finished)
    protocol.send("Network.enable")
    page.goto(url)
    page.locator(".talk [data-option]").first.wait_for()
    page.wait_for_load_state("networkidle")
    context.close()
    return wire


def mapped_files(pid: int) -> str:
    """The files that a process has mapped into memory, compiled libraries among them."""
    return Path(f"/proc/{pid}/maps").read_text()


def _named(what: str, found: Sequence[str]) -> str:
    return f"{what}: {', '.join(found)}" if found else what


if __name__ == "__main__":
    print(table(measure()))
