"""The keyboard as somebody uses it who has no mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page


def press_on(page: Page, target: Locator) -> None:
    """Tab, and within a toolbar use the arrow keys, until the target has the focus; then press Enter."""
    for _ in range(80):
        if target.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
        beside = "element => element.closest('[role=toolbar]')?.contains(document.activeElement) ?? false"
        page.keyboard.press("ArrowRight" if target.evaluate(beside) else "Tab")
    pytest.fail("the keyboard does not reach this")
