"""A press counts once, whatever happens to finger, page, network and server meanwhile."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from advisor.sharing.link import decode
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import AppServer
from tests.browser.talking import (
    all_said,
    answer,
    choose,
    do,
    label,
    open_for_change,
    row,
    said,
    settled,
    talk,
    wait_for_question,
    wait_until_connected,
    wait_until_taken,
)
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, content, link_of

BEFORE = {question: options for question, options in BOOKKEEPER.items() if question not in ("size", "drivers")}
"""The next question, for the size, takes one answer."""


def answers_of(page: Page) -> dict[str, tuple[str, ...]]:
    return dict(decode(page.url.partition("a=")[2], content().ruleset, content().hash).answers)


def test_a_double_click_answers_one_question(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(f"{app.url}/?{link_of(BEFORE)}", screen=screen)
    wait_for_question(page, "size")
    row(page, "solo").dblclick()
    wait_for_question(page, "drivers")
    wait_until_taken(page)
    expect(all_said(page)).to_have_count(len(BEFORE) + 1)
    wait_for_question(page, "drivers")


def test_a_double_click_changes_an_earlier_answer_once(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of(ECG_START_UP)}")
    open_for_change(page, "class-eu")
    row(page, "class-iib").dblclick()
    expect(settled(page)).to_be_visible()
    expect(said(page, "class-eu")).to_contain_text(label("class-eu", "class-iib"))


def test_a_thousand_presses_leave_one_answer(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of(BEFORE)}")
    wait_for_question(page, "size")
    row(page, "solo").evaluate("row => { for (let press = 0; press < 1000; press++) row.click(); }")
    wait_for_question(page, "drivers")
    wait_until_taken(page)
    expect(talk(page)).to_have_attribute("data-seq", "1")
    assert answers_of(page) == {**BEFORE, "size": ("solo",)}


def test_a_thousand_presses_on_every_row_leave_one_answer(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of(BEFORE)}")
    wait_for_question(page, "size")
    rows = "[...document.querySelectorAll('[data-question=size] [data-option]')]"
    page.evaluate(f"{{ const rows = {rows}; for (let at = 0; at < 1000; at++) rows[at % rows.length].click(); }}")
    wait_for_question(page, "drivers")
    wait_until_taken(page)
    assert set(answers_of(page)) == {*BEFORE, "size"}


def test_a_press_while_the_server_is_away_is_kept_told_and_sent(start_server: StartServer, open_page: OpenPage) -> None:
    server = start_server()
    page = open_page(f"{server.url}/?{link_of(BEFORE)}", expected=("Failed to", "when disconnected"))
    wait_for_question(page, "size")
    server.kill()
    row(page, "solo").click()
    expect(page.locator(".talk-late")).to_be_visible()
    expect(page.locator("#advisor-live")).to_have_text(content().words["talk.kept"])
    server.start()
    wait_until_connected(page)
    wait_for_question(page, "drivers")
    wait_until_taken(page)
    expect(page.locator(".talk-late")).to_be_hidden()
    assert answers_of(page) == {**BEFORE, "size": ("solo",)}


def test_a_press_while_the_network_is_away_is_kept_and_sent(app: AppServer, open_page: OpenPage) -> None:
    page = open_page("about:blank", expected=("ERR_INTERNET_DISCONNECTED", "Failed to"))
    away = False

    def carry(message: str | bytes) -> None:
        if not away:
            server.send(message)

    def connect(route: object) -> None:
        nonlocal server
        server = route.connect_to_server()  # type: ignore[attr-defined]
        route.on_message(carry)  # type: ignore[attr-defined]

    server: object = None
    page.route_web_socket("**/_stcore/stream*", connect)
    page.goto(f"{app.url}/?{link_of(BEFORE)}")
    wait_for_question(page, "size")
    away = True
    row(page, "solo").click()
    expect(page.locator(".talk-late")).to_be_visible()
    away = False
    wait_for_question(page, "drivers")
    wait_until_taken(page)
    assert answers_of(page) == {**BEFORE, "size": ("solo",)}


@pytest.mark.parametrize("between", ["one answer", "several"])
def test_another_server_takes_over_without_loss(start_server: StartServer, open_page: OpenPage, between: str) -> None:
    """The process that knew the visit is gone; a new one goes on where it was."""
    server = start_server()
    last = "size" if between == "one answer" else "demands"
    before = dict(list(BOOKKEEPER.items())[: list(BOOKKEEPER).index(last)])
    page = open_page(server.url, expected="Failed to")
    for question, options in before.items():
        answer(page, question, *options)
    wait_until_taken(page)
    wait_for_question(page, last)
    server.restart()
    wait_until_connected(page)
    answer(page, last, *BOOKKEEPER[last])
    wait_until_taken(page)
    assert answers_of(page) == {**before, last: BOOKKEEPER[last]}
    expect(all_said(page)).to_have_count(len(before) + 1)


def test_what_is_chosen_but_not_confirmed_survives_a_restart(start_server: StartServer, open_page: OpenPage) -> None:
    server = start_server()
    page = open_page(f"{server.url}/?{link_of({'occasion': ('curious',)})}", expected="Failed to")
    wait_for_question(page, "sectors")
    choose(page, "services")
    server.restart()
    wait_until_connected(page)
    expect(row(page, "services").locator("input")).to_be_checked()
    do(page, "continue").click()
    wait_for_question(page, "medical-status")
    assert answers_of(page) == {"occasion": ("curious",), "sectors": ("services",)}


def test_what_follows_several_picks_is_there_before_the_server_has_confirmed_them(
    app: AppServer, open_page: OpenPage
) -> None:
    page = open_page(f"{app.url}/?{link_of({'occasion': ('curious',)})}")
    wait_for_question(page, "sectors")
    with page.expect_response("**/ahead") as looked:
        choose(page, "services")
    assert looked.value.status == 200
    page.context.set_offline(True)
    do(page, "continue").click()
    wait_for_question(page, "medical-status")
    page.context.set_offline(False)
    wait_until_taken(page)
    wait_for_question(page, "medical-status")
    assert answers_of(page) == {"occasion": ("curious",), "sectors": ("services",)}


def test_without_looks_ahead_picks_are_confirmed_all_the_same(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of({'occasion': ('curious',)})}")
    page.route("**/ahead", lambda route: route.fulfill(status=204))
    wait_for_question(page, "sectors")
    choose(page, "services")
    do(page, "continue").click()
    wait_for_question(page, "medical-status")
    wait_until_taken(page)
