"""What tests and benchmarks do with the conversation in a browser, as a visitor would.

Everything is found by what the element promises to the outside: attributes of its rows, its questions and its buttons.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

from tests.support.visitor import content

Where = Page | FrameLocator | Frame

CONTINUE = '.talk [data-do="continue"]'


def talk(where: Where) -> Locator:
    """The whole conversation."""
    return where.locator(".talk")


def question(where: Where, name: str) -> Locator:
    """The open question, if it is this one."""
    return where.locator(f'.talk [data-question="{name}"]')


def open_questions(where: Where) -> Locator:
    return where.locator(".talk [data-question]")


def heading(where: Where, name: str) -> Locator:
    """The open question in words, if it is this one."""
    return question(where, name).locator(".talk-ask")


def settled(where: Where) -> Locator:
    """The heading that stands there when nothing is left to ask."""
    return where.locator('.talk[data-state="finished"] .talk-ask')


def row_selector(option: str) -> str:
    return f'.talk [data-question] [data-option="{option}"]'


def row(where: Where, option: str) -> Locator:
    return where.locator(row_selector(option))


def said(where: Where, name: str) -> Locator:
    """An earlier answer, with the way to change it."""
    return where.locator(f'.talk [data-change="{name}"]')


def all_said(where: Where) -> Locator:
    return where.locator(".talk [data-change]")


def do(where: Where, name: str) -> Locator:
    """A button of the conversation by what it does."""
    return where.locator(f'.talk [data-do="{name}"]')


def finder(where: Where) -> Locator:
    return where.locator(".talk input.talk-find")


def notice(where: Where) -> Locator:
    return where.locator(".talk-notice")


def error(where: Where) -> Locator:
    return where.locator(".talk-error")


def label(name: str, option: str) -> str:
    """An option in words."""
    found = content().ruleset.question(name)
    assert found
    chosen = found.option(option)
    assert chosen
    return chosen.label


def wait_for_question(where: Where, name: str) -> None:
    """Until it is there and takes presses, which it does not for a moment after it came."""
    expect(heading(where, name)).to_be_visible()
    expect(talk(where)).not_to_have_attribute("data-fresh", re.compile(".*"))


def wait_until_taken(where: Where) -> None:
    """Wait until the server has confirmed every press."""
    expect(talk(where)).to_have_attribute("data-pending", "0")


def wait_until_connected(page: Page) -> None:
    """Wait until the page has found its server again; it tries more and more rarely."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=120_000)


def choose(where: Where, option: str) -> None:
    """Tap a row; where it stands under a closed heading, open that first."""
    tapped = row(where, option)
    tapped.wait_for(state="attached")
    if not tapped.is_visible():
        where.locator(f'.talk details:has([data-option="{option}"]) > summary').click()
    tapped.click()


def chosen(where: Where) -> list[str]:
    """Ids of the rows that are chosen, of several."""
    rows = where.locator(".talk [data-question] [data-option]:has(input:checked)").all()
    return [str(each.get_attribute("data-option")) for each in rows]


def answer(where: Where, name: str, *options: str) -> None:
    """Answer the open question, and wait until it is another one."""
    wait_for_question(where, name)
    for option in options:
        choose(where, option)
    asked = content().ruleset.question(name)
    assert asked
    if asked.kind == "many":
        do(where, "continue").click()
    expect(question(where, name)).to_be_hidden()


def visit(where: Where, answers: Mapping[str, tuple[str, ...]]) -> None:
    for name, options in answers.items():
        answer(where, name, *options)


def open_for_change(where: Where, name: str) -> None:
    """Open an earlier answer."""
    said(where, name).click()
    wait_for_question(where, name)


def back(where: Where) -> None:
    do(where, "back").first.click()


def go_to_result(where: Where) -> None:
    do(where, "result").first.click()
    expect(where.locator(".st-key-result h1")).to_be_visible()
