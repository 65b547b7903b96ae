"""Taking the result along in a real browser: the link by one tap, by e-mail, and on paper."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from advisor.screen.content import today
from advisor.sharing.verification import verify
from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import AppServer, HostPage
from tests.support.inbox import Inbox, Refusing, arrived, operator_settings, served
from tests.support.pdf_reading import assert_conforms
from tests.support.signing_keys import signing_keys
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, link_of

WORDS = content().words
COMPANY = "Müller & <Söhne>"
SECRET = "0123456789abcdef" * 3
TO = "ana.horvat@firm.example"


def name_ourselves(page: Page) -> None:
    page.locator(".st-key-take-name summary").click()
    page.get_by_role("textbox", name=WORDS["result.company"]).fill(COMPANY)


def download(page: Page, form: str, folder: Path) -> Path:
    button = page.get_by_role("button", name=WORDS[f"result.{form}"], exact=form != "pdf")
    if not button.is_visible():
        page.locator(".st-key-take-more summary").click()
    with page.expect_download() as told:
        button.click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    return path


def test_every_download_opens_in_what_it_is_for(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path, screen: str
) -> None:
    server = start_server(environment={"ADVISOR_SIGNING_KEY": SECRET})
    page = open_page(f"{server.url}/recommendation?{link_of(MANY_MARKETS)}", screen=screen, expected="404")
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    name_ourselves(page)  # and straight to the buttons
    files = {form: download(page, form, tmp_path) for form in ("pdf", "docx", "html", "markdown", "json")}
    assert {path.suffix for path in files.values()} == {".pdf", ".docx", ".html", ".md", ".json"}
    assert_conforms(files["pdf"].read_bytes())
    assert COMPANY in PdfReader(files["pdf"]).pages[0].extract_text()
    document = docx.Document(str(files["docx"]))
    assert COMPANY in "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert document.tables
    assert COMPANY in files["markdown"].read_text("utf-8").replace("\\", "")
    assert json.loads(files["json"].read_text("utf-8"))["company"] == COMPANY
    for form in ("pdf", "json"):
        found = verify(files[form].read_bytes(), content(), signing_keys(SECRET), today())
        assert (found.state, found.reproduced) == ("genuine", True)


@pytest.mark.parametrize("held", [0, 120], ids=["tapped", "pressed"])
def test_what_was_typed_right_before_the_press_stands_in_the_document(
    app: AppServer, open_page: OpenPage, tmp_path: Path, held: int
) -> None:
    """The page that comes back is longer, so that the button moves away while it is pressed."""
    link = link_of(ECG_START_UP | {"size": ("micro",)})
    page = open_page(f"{app.url}/recommendation?{link}", expected="404")
    expect(page.get_by_role("link", name=WORDS["nav.verify"])).to_be_visible(timeout=20_000)  # the foot of the page
    name_ourselves(page)
    page.locator(".st-key-fold-takes summary").first.click()
    page.wait_for_timeout(1000)  # the name is in by now; the next field is the one that is typed last
    page.get_by_role("group", name=WORDS["roadmap.deadline"]).get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{today().year + 2}0630")
    button = page.get_by_role("button", name=WORDS["result.pdf"])
    button.evaluate("button => button.scrollIntoView({block: 'center'})")
    box = button.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    with page.expect_download() as told:
        page.mouse.down()
        page.wait_for_timeout(held)
        page.mouse.up()
    told.value.save_as(tmp_path / "summary.pdf")
    text = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "summary.pdf").pages)
    assert COMPANY in text
    assert f"30 June {today().year + 2}" in text


def test_the_web_page_to_take_away_asks_nobody_for_anything(
    app: AppServer, open_page: OpenPage, tmp_path: Path, screen: str
) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}", screen=screen, expected="404")
    path = download(page, "html", tmp_path)
    asked: list[str] = []
    reader = open_page("about:blank", screen=screen)
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(path.as_uri())
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    assert_no_axe_violations(reader)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_the_link_is_copied_and_said_so(app: AppServer, open_page: OpenPage, screen: str) -> None:
    page = open_page(
        f"{app.url}/recommendation?{link_of(ECG_START_UP)}",
        screen=screen,
        expected="404",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name=WORDS["result.copy"]).click()
    expect(page.get_by_role("status").filter(has_text=WORDS["result.copied"])).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{app.url}/?{link_of(ECG_START_UP)}"


def test_where_copying_is_forbidden_the_link_stands_there(
    app: AppServer, host_page: HostPage, open_page: OpenPage
) -> None:
    host_page.show(f"{app.url}/recommendation?{link_of(ECG_START_UP)}&")
    page = open_page(host_page.origin, expected=("404", "Clipboard API has been blocked"))
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name=WORDS["result.copy"]).click()
    by_hand = frame.get_by_role("textbox", name=WORDS["result.copy-by-hand"])
    expect(by_hand).to_have_value(f"{app.url}/?{link_of(ECG_START_UP)}")
    expect(by_hand).to_be_focused()


def fill_in(page: Page) -> None:
    page.locator(".st-key-mail summary").click()
    page.get_by_role("textbox", name=WORDS["mail.address"]).fill(TO)
    page.get_by_text(WORDS("mail.consent", brand=content().brand.name)).click()
    page.get_by_role("button", name=WORDS["mail.send"], exact=True).click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_assessment_arrives_by_mail(
    start_server: StartServer, open_page: OpenPage, screen: str, scheme: str
) -> None:
    inbox = Inbox()
    with served(inbox) as port:
        server = start_server(environment=operator_settings(port))
        address = f"{server.url}/recommendation?{link_of(ECG_START_UP)}"
        page = open_page(address, screen=screen, color_scheme=scheme, expected="404")
        fill_in(page)
        expect(page.locator(".stAlert").get_by_text(WORDS["mail.sent"])).to_be_visible()
        expect(page.locator("#advisor-live")).to_have_text(WORDS["mail.sent"])
        expect(page.get_by_role("textbox", name=WORDS["mail.address"])).to_have_value("")
        assert_no_axe_violations(page)
    assert f"https://check.example/?{link_of(ECG_START_UP)}" in arrived(inbox).get_content()
    assert TO not in server.log.read_text()


def test_a_refused_message_is_told_and_the_address_stays(start_server: StartServer, open_page: OpenPage) -> None:
    with served(Refusing()) as port:
        server = start_server(environment=operator_settings(port))
        page = open_page(f"{server.url}/recommendation?{link_of(ECG_START_UP)}", expected="404")
        fill_in(page)
        expect(page.locator(".stAlert").get_by_text(WORDS["mail.failed"])).to_be_visible()
        expect(page.get_by_role("textbox", name=WORDS["mail.address"])).to_have_value(TO)
    assert TO not in server.log.read_text()
    assert "Traceback" not in server.log.read_text()


def test_a_bad_setting_is_told_to_the_operator(start_server: StartServer) -> None:
    server = start_server(environment={"ADVISOR_SIGNING_KEY": "short", "ADVISOR_SMTP_HOST": "mail.example"})
    log = server.log.read_text()
    assert "at least 32 characters" in log
    assert "ADVISOR_MAIL_FROM" in log


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_everything_is_open_and_nothing_asks_to_be_pressed(
    app: AppServer, open_page: OpenPage, scheme: str
) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(ECG_START_UP)}", color_scheme=scheme, expected="404")
    expect(page.get_by_role("link", name=WORDS["nav.verify"])).to_be_visible(timeout=20_000)  # the foot of the page
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    for folded in (content().pages["process"][0].title, content().hash[:12]):
        assert folded in text
    for pressed in ("result.pdf", "result.copy", "nav.verify", "effort.wishes", "answer.change", "answer.contact-page"):
        assert WORDS[pressed] not in text
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(255, 255, 255)"
