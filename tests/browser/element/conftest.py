"""The element's page for its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.element.harness import Harness
from tests.browser.element.serving import element_server

OpenElement = Callable[..., Harness]
STATES = ("start", "startone", "one", "long", "markets", "longone", "change", "weigh", "noticed", "settle", "finished")


@pytest.fixture(scope="session")
def element() -> Iterator[str]:
    with element_server() as url:
        yield url


@pytest.fixture
def opened(element: str, open_page: OpenPage) -> OpenElement:
    """Open the element at a turn: `opened("long", "phone", "theme=dark")`."""

    def open_(turn: str, screen: str = "desktop", query: str = "", **options: object) -> Harness:
        page = open_page(f"{element}?turn={turn}&{query}", screen, **options)
        page.wait_for_selector("body[data-ready]")
        harness = Harness(page)
        harness.readable()
        return harness

    return open_
