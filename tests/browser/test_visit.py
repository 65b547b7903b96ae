"""A visitor in a real browser: wide and on a phone, by mouse and by keyboard, through reloads and restarts."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import AppServer, HostPage
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of

Where = Page | FrameLocator | Frame


def label(question: str, option: str) -> str:
    found = content().ruleset.question(question)
    assert found
    chosen = found.option(option)
    assert chosen
    return chosen.label


def open_question(where: Where) -> Locator:
    return where.locator(".st-key-open-question")


def heading(where: Where, question: str) -> Locator:
    found = content().ruleset.question(question)
    assert found
    return open_question(where).get_by_role("heading", name=found.ask)


def give(where: Where, question: str, *options: str) -> None:
    """Answer the open question as a visitor would, and wait for what comes next."""
    expect(heading(where, question)).to_be_visible()
    asked = content().ruleset.question(question)
    assert asked
    if asked.kind == "one":
        open_question(where).locator(f".st-key-answer-{question}-{options[0]} button").click()
    else:
        for option in options:
            open_question(where).get_by_role("button", name=label(question, option), exact=True).click()
        open_question(where).locator(f".st-key-answer-{question}-continue button").click()
    expect(heading(where, question)).to_be_hidden()


def visit(where: Where, answers: dict[str, tuple[str, ...]]) -> None:
    for question, options in answers.items():
        give(where, question, *options)


def settled(where: Where) -> Locator:
    return open_question(where).get_by_role("heading", name=content().words["conversation.settled"])


def to_result(where: Where) -> None:
    where.locator(".st-key-go-recommendation a").click()
    expect(where.locator(".st-key-result h1")).to_be_visible()


def test_a_whole_visit_ends_with_a_recommendation(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(app.url, screen=screen, expected="404")
    visit(page, BOOKKEEPER)
    expect(settled(page)).to_be_visible()
    to_result(page)
    for section in ("why", "how"):
        expect(page.locator(f".st-key-fold-{section}")).to_be_visible()
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], "the page scrolls sideways"


def test_the_new_question_has_the_focus_and_is_in_view(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(app.url, screen=screen)
    give(page, "occasion", "curious")
    expect(heading(page, "sectors")).to_be_focused()
    expect(heading(page, "sectors")).to_be_in_viewport()


def test_a_visit_needs_no_mouse(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    expect(heading(page, "occasion")).to_be_visible()
    for question, options in BOOKKEEPER.items():
        expect(heading(page, question)).to_be_visible()
        for option in options:
            press_on(page, open_question(page).get_by_role("button", name=label(question, option), exact=True))
        asked = content().ruleset.question(question)
        assert asked
        if asked.kind == "many":
            press_on(page, page.locator(f".st-key-answer-{question}-continue button"))
        expect(heading(page, question)).to_be_hidden()
    expect(settled(page)).to_be_focused()


def press_on(page: Page, target: Locator) -> None:
    """Tab, and within a group of answers use the arrow keys, until the target has the focus; then press Enter."""
    for _ in range(80):
        if target.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
        beside = "element => element.closest('[role=toolbar]')?.contains(document.activeElement) ?? false"
        page.keyboard.press("ArrowRight" if target.evaluate(beside) else "Tab")
    pytest.fail("the keyboard does not reach this answer")


def test_an_earlier_answer_is_changed_in_its_place(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of(BOOKKEEPER)}")
    page.locator(".st-key-change-size button").click()
    expect(heading(page, "size")).to_be_focused()
    give(page, "size", "micro")
    expect(settled(page)).to_be_visible()
    expect(page.locator(".st-key-change-size")).to_contain_text(label("size", "micro"))
    expect(page.locator(".st-key-change-drivers")).to_be_visible()


def test_a_reload_costs_nothing(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    give(page, "occasion", "curious")
    give(page, "sectors", "services")
    page.wait_for_url("**/?a=*")
    page.reload()
    expect(heading(page, "medical-status")).to_be_visible()
    give(page, "medical-status", "none")


def test_the_back_button_goes_one_answer_back(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(app.url)
    give(page, "occasion", "curious")
    give(page, "sectors", "services")
    expect(heading(page, "medical-status")).to_be_visible()
    page.go_back()
    expect(heading(page, "sectors")).to_be_visible()
    page.go_forward()
    expect(heading(page, "medical-status")).to_be_visible()


def test_a_copied_link_works_for_somebody_else_on_another_server(
    app: AppServer, streamlit_run: AppServer, open_page: OpenPage
) -> None:
    page = open_page(app.url)
    give(page, "occasion", "curious")
    page.wait_for_url("**/?a=*")
    other = open_page(page.url.replace(app.url, streamlit_run.url))
    expect(heading(other, "sectors")).to_be_visible()


def test_a_double_click_answers_one_question(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?{link_of(ECG_START_UP)}")
    page.locator(".st-key-change-class-eu button").click()
    expect(heading(page, "class-eu")).to_be_visible()
    page.locator(".st-key-answer-class-eu-class-iib button").dblclick()
    expect(settled(page)).to_be_visible()
    expect(page.locator(".st-key-change-class-eu")).to_contain_text(label("class-eu", "class-iib"))


def test_a_double_click_does_not_answer_the_next_question(app: AppServer, open_page: OpenPage) -> None:
    start = {q: o for q, o in BOOKKEEPER.items() if q not in ("size", "drivers")}
    page = open_page(f"{app.url}/?{link_of(start)}")
    expect(heading(page, "drivers").or_(heading(page, "size"))).to_be_visible()
    first = page.locator('.st-key-open-question [class*="st-key-answer-"] button').first
    before = page.locator('[class*="st-key-change-"]').count()
    first.dblclick()
    page.wait_for_timeout(1500)
    assert page.locator('[class*="st-key-change-"]').count() <= before + 1


def test_a_restart_of_the_server_costs_neither_an_answer_nor_a_click(
    start_server: StartServer, open_page: OpenPage
) -> None:
    server = start_server()
    page = open_page(f"{server.url}/?{link_of(ECG_START_UP)}", expected="Failed to")
    page.locator(".st-key-change-class-eu button").click()
    give(page, "class-eu", "class-iib")
    start = {q: o for q, o in ECG_START_UP.items() if q != "class-eu"}
    page.goto(f"{server.url}/?{link_of(start)}")
    expect(heading(page, "class-eu")).to_be_visible()
    server.restart()
    answer = page.locator(".st-key-answer-class-eu-class-iib button")
    expect(answer).to_be_enabled(timeout=20_000)
    answer.click()
    expect(page.locator(".st-key-change-class-eu")).to_contain_text(label("class-eu", "class-iib"))
    expect(settled(page)).to_be_visible()


def test_a_restart_keeps_a_confirmed_choice_of_several(start_server: StartServer, open_page: OpenPage) -> None:
    server = start_server()
    page = open_page(server.url, expected="Failed to")
    give(page, "occasion", "curious")
    give(page, "sectors", "services")
    page.wait_for_url("**/?a=*")
    server.restart()
    chosen = open_question(page).get_by_role("button", name=label("medical-status", "none"), exact=True)
    expect(chosen).to_be_enabled(timeout=20_000)
    chosen.click()
    page.locator(".st-key-answer-medical-status-continue button").click()
    expect(heading(page, "places")).to_be_visible()
    expect(page.locator(".st-key-change-sectors")).to_be_visible()


def test_a_damaged_link_starts_afresh_with_a_message(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/?a=1.{'A' * 10_000}")
    expect(page.get_by_text(content().words["conversation.damaged"]).first).to_be_visible()
    give(page, "occasion", "curious")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_violates_an_accessibility_rule(
    app: AppServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    page = open_page(app.url, screen=screen, color_scheme=scheme, expected="404")
    expect(heading(page, "occasion")).to_be_visible()
    assert_no_axe_violations(page)
    page.goto(f"{app.url}/?{link_of(ECG_START_UP)}")
    expect(settled(page)).to_be_visible()
    page.locator(".st-key-change-class-eu button").click()
    expect(heading(page, "class-eu")).to_be_visible()
    assert_no_axe_violations(page)
    page.goto(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}")
    open_all(page)
    assert_no_axe_violations(page)
    page.goto(f"{app.url}/explanations")
    expect(page.get_by_role("heading", name=content().words["explain.title"])).to_be_visible()
    assert_no_axe_violations(page)


def open_all(page: Page) -> None:
    """Every closed section of the recommendation, and in it the first thing that opens."""
    expect(page.locator(".st-key-fold-how")).to_be_visible()
    for section in page.locator(".st-key-folds [data-testid=stExpander] > details > summary").all():
        section.click()
    expect(page.locator('[class*="st-key-redo-"]').first).to_be_visible()
    page.locator(".markets .cell > summary").first.click()
    page.locator(".need .source > summary").first.click()


def test_the_answer_stands_on_the_first_screens(app: AppServer, open_page: OpenPage, screen: str) -> None:
    """It ends with the way to somebody to talk to: within two screens of a desktop, three and a half of a phone."""
    page = open_page(f"{app.url}/recommendation?{link_of(ECG_START_UP)}", screen=screen, expected="404")
    expect(page.locator(".st-key-fold-how")).to_be_visible()
    contact = page.locator(".st-key-contact").bounding_box()
    seen = page.viewport_size
    assert contact
    assert seen
    assert contact["y"] + contact["height"] <= seen["height"] * (2 if screen == "desktop" else 3.5)
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], "the page scrolls sideways"


def test_the_recommendation_needs_no_chart_library_and_asks_nobody_else(app: AppServer, open_page: OpenPage) -> None:
    page = open_page("about:blank", expected="404")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}")
    open_all(page)
    assert not [url for url in loaded if "Plotly" in url]
    assert not [url for url in loaded if not url.startswith((app.url, app.url.replace("http", "ws"), "data:", "blob:"))]


def test_change_an_answer_leads_to_the_answers_and_from_there_to_its_question(
    app: AppServer, open_page: OpenPage, screen: str
) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(ECG_START_UP)}", screen=screen, expected="404")
    page.locator(".st-key-to-answers button").click()
    answers = page.locator(".st-key-fold-answers summary")
    expect(answers).to_be_focused()
    expect(answers).to_be_in_viewport()
    page.locator(".st-key-redo-class-eu button").click()
    expect(heading(page, "class-eu")).to_be_focused()
    give(page, "class-eu", "class-iib")
    expect(page.locator(".st-key-change-class-eu")).to_contain_text(label("class-eu", "class-iib"))


def test_a_question_is_answered_beside_the_answer_by_keyboard(app: AppServer, open_page: OpenPage) -> None:
    unknown = {**ECG_START_UP, "class-eu": ("unsure",)}
    page = open_page(f"{app.url}/recommendation?{link_of(unknown)}", expected="404")
    asked = page.locator(".st-key-asks-class-eu")
    expect(asked).to_be_visible()
    asked.get_by_role("combobox").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#advisor-live")).to_contain_text(content().words["conversation.changed"])
    expect(page.locator(".st-key-undo button")).to_be_visible()
    assert page.locator(".st-key-result h1").is_visible()


def test_the_pdf_can_be_downloaded_and_is_tagged(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}", screen=screen, expected="404")
    page.locator(".st-key-take-name summary").click()
    page.get_by_role("textbox", name=content().words["result.company"]).fill("Müller & <Söhne> #eval")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.get_by_role("button", name=content().words["result.pdf"]).click()
    reader = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    root = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]
    assert "Müller & <Söhne> #eval" in reader.pages[0].extract_text()


def test_the_question_page_loads_no_chart_library(app: AppServer, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(app.url)
    give(page, "occasion", "curious")
    assert not [url for url in loaded if "Plotly" in url]
    assert not [url for url in loaded if not url.startswith((app.url, app.url.replace("http", "ws"), "data:", "blob:"))]


def test_embedded_in_another_site_without_its_cookies(
    app: AppServer, framed: HostPage, open_page: OpenPage, screen: str
) -> None:
    page = open_page(framed.origin, screen=screen, expected="404")
    frame = page.frame_locator("iframe")
    visit(frame, BOOKKEEPER)
    to_result(frame)
    frame.locator(".st-key-take-more summary").click()
    with page.expect_download() as download:
        frame.get_by_role("button", name=content().words["result.markdown"]).click()
    assert "ISO 9001" in Path(download.value.path()).read_text("utf-8")


def test_broken_content_shows_a_calm_page_and_not_a_traceback(
    app_copy: Path, start_server: StartServer, open_page: OpenPage
) -> None:
    with (app_copy / "questions" / "10-company.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: broken\n  ask: What?\n  kind: many\n  colour: blue\n")
    server = start_server(folder=app_copy)
    page = open_page(server.url)
    title = Path("content/updating.md").read_text("utf-8").partition("\n")[0].removeprefix("# ")
    expect(page.get_by_text(title)).to_be_visible()
    assert "Traceback" not in page.inner_text("body")
    log = Path(server.log).read_text("utf-8")
    assert re.search(r"questions/10-company\.yaml:\d+: 'broken'", log)
