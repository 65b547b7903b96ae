"""Mounts the element in a page by itself, shows it turns, and reads what it sends."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page


class Harness:
    """The page that mounts the element (`harness.js`)."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def show(self, turn: str, **changes: object) -> None:
        self.page.evaluate("([turn, changes]) => harness.show(turn, changes)", [turn, changes])

    def answer(self, turn: str, **changes: object) -> None:
        """Let the server confirm what was pressed, with this turn."""
        self.page.evaluate("([turn, changes]) => harness.answer(turn, changes)", [turn, changes])
        self.readable()

    def readable(self) -> None:
        """Wait until presses count again after a new question."""
        self.page.wait_for_selector(".talk:not([data-fresh])")

    def tell(self, what: str) -> Any:
        """What the page says about itself: `tell("chosen()")`."""
        return self.page.evaluate(f"harness.{what}")

    def option(self, name: str) -> Locator:
        return self.page.locator(f'[data-option="{name}"]')

    def do(self, name: str) -> Locator:
        return self.page.locator(f'[data-do="{name}"]')

    @property
    def chosen(self) -> list[str]:
        return list(self.tell("chosen()"))

    @property
    def presses(self) -> list[dict[str, Any]]:
        """Every press that was sent, once."""
        sent = self.tell("sent.flatMap(({presses}) => presses)")
        return list({press["n"]: press for press in sent}.values())

    @property
    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id || document.activeElement.className"))
