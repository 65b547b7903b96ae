"""Somebody checks a document that was handed to them, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.servers import AppServer, HostPage
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, link_of
from tests.support.wording import sentence

WORDS = content().words
KEY = {"ADVISOR_SIGNING_KEY": "0123456789abcdef" * 3}


def download(page: Page, form: str, folder: Path) -> Path:
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    button = page.get_by_role("button", name=WORDS[f"result.{form}"], exact=form != "pdf")
    if not button.is_visible():
        page.locator(".st-key-take-more summary").click()
    with page.expect_download() as told:
        button.click()
    told.value.save_as(folder / told.value.suggested_filename)
    return folder / told.value.suggested_filename


def hand_in(page: Page, path: Path) -> None:
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_downloaded_pdf_is_genuine_and_an_altered_one_is_not(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path, screen: str, scheme: str
) -> None:
    server = start_server(environment=KEY)
    page = open_page(
        f"{server.url}/recommendation?{link_of(ECG_START_UP)}", screen=screen, color_scheme=scheme, expected="404"
    )
    pdf = download(page, "pdf", tmp_path)
    page.get_by_role("link", name=WORDS["nav.verify"]).click()
    expect(page.get_by_role("heading", name=WORDS["verify.title"])).to_be_visible()
    assert_no_axe_violations(page)
    hand_in(page, pdf)
    expect(page.locator(".stAlert").get_by_text(sentence(WORDS, "verify.genuine"))).to_be_visible()
    expect(page.locator("#advisor-live")).to_contain_text(sentence(WORDS, "verify.genuine"))
    assert_no_axe_violations(page)
    document = bytearray(pdf.read_bytes())
    document[len(document) // 2] ^= 1
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(document)
    hand_in(page, altered)
    expect(page.locator(".stAlert").get_by_text(sentence(WORDS, "verify.statement-only"))).to_be_visible()
    expect(page.locator(".stAlert").get_by_text(sentence(WORDS, "verify.genuine"))).to_be_hidden()
    assert_no_axe_violations(page)
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], "the page scrolls sideways"
    assert "summary" not in server.log.read_text()


def test_a_file_that_is_too_large_is_refused_in_words(app: AppServer, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"{app.url}/verify", expected="404")
    large = tmp_path / "large.pdf"
    large.write_bytes(bytes(2_000_000))
    hand_in(page, large)
    expect(page.get_by_text("File must be")).to_be_visible()


def test_the_field_is_reached_by_keyboard(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/verify", expected="404")
    # Listened for from the start: asked only right before the key, a slow browser learns of the listener too late.
    page.on("filechooser", lambda _: None)
    button = page.locator("[data-testid=stFileUploaderDropzone] button")
    expect(button).to_be_visible()
    expect(page.get_by_role("link", name=WORDS["nav.explanations"])).to_be_visible()  # the foot of the page
    for _ in range(20):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    with page.expect_file_chooser():
        page.keyboard.press("Enter")


def test_it_works_in_a_host_page_that_blocks_cookies(
    app: AppServer, host_page: HostPage, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(MANY_MARKETS)}", expected="404")
    record = download(page, "json", tmp_path)
    host_page.show(f"{app.url}/verify")
    page.goto(host_page.origin)
    frame = page.frame_locator("iframe")
    frame.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(record)
    expect(frame.locator(".stAlert").get_by_text(sentence(WORDS, "verify.unsigned"))).to_be_visible()
    assert not page.context.cookies()
