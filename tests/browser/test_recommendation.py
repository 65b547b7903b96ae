"""The recommendation in a real browser: the answer first, what can be changed there, and what is taken away."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Locator, Page, Route, expect
from pypdf import PdfReader

from tests.browser.conftest import OpenPage
from tests.browser.servers import AppServer
from tests.browser.talking import answer, heading, label, said
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, link_of


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
    answer(page, "class-eu", "class-iib")
    expect(said(page, "class-eu")).to_contain_text(label("class-eu", "class-iib"))


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


def corner(text: Locator) -> tuple[int, int]:
    """Where it begins, in pixels."""
    x, y = text.evaluate("text => [text.getBoundingClientRect().x, text.getBoundingClientRect().y]")
    return int(x), int(y)


def test_the_answer_is_read_before_any_script_has_come_and_stays_where_it_was(
    app: AppServer, open_page: OpenPage, screen: str
) -> None:
    page = open_page("about:blank", screen=screen)
    waiting: list[Route] = []
    held = True
    page.route("**/static/js/*", lambda route: waiting.append(route) if held else route.continue_())
    page.goto(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}", wait_until="commit")
    sentence = page.get_by_role("heading", level=1)
    expect(sentence).to_be_visible()
    early = sentence.inner_text(), corner(sentence)
    held = False
    for route in waiting:
        route.continue_()
    expect(page.locator(".st-key-answer-head h1")).to_be_visible()
    expect(sentence).to_have_count(1)
    assert (sentence.inner_text(), corner(sentence)) == early
