"""Going from page to page in a real browser: what is named, where the focus is, what is said; alone and in a frame."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.servers import ROOT, AppServer, HostPage
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, link_of

WORDS = content().words
LISTENER = re.search(r"<script>.*?</script>", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
SCROLLED = 500
"""Milliseconds after which Chromium knows where a frame stands that was scrolled; an earlier press may miss it."""
FILLER, LEAST = 2500, 300
"""Pixels above the frame on the host page, and the least height that the README gives a frame."""


def named(page: str) -> str:
    return WORDS("conversation.tab", said=WORDS[f"page.{page}"], product=content().brand.product)


def foot(where: Page | FrameLocator, page: str) -> None:
    """Go to a page by its link at the foot."""
    link = where.locator(".st-key-footer").get_by_role("link", name=WORDS[f"nav.{page}"])
    link.evaluate("link => link.scrollIntoView({ block: 'center' })")
    if isinstance(where, FrameLocator):
        where.owner.page.wait_for_timeout(SCROLLED)
    link.click()


def test_each_page_has_its_title_and_who_goes_there_is_led_to_its_heading(
    app: AppServer, open_page: OpenPage, screen: str
) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(ECG_START_UP)}", screen=screen, expected="404")
    expect(page).to_have_title(named("recommendation"))
    expect(page.locator(".st-key-footer")).to_be_visible()
    assert page.evaluate("document.activeElement === document.body"), "the first page takes the focus"
    foot(page, "explanations")
    expect(page).to_have_title(named("explanations"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator("#advisor-live")).to_have_text(named("explanations"))
    assert_no_axe_violations(page)
    foot(page, "verify")
    expect(page).to_have_title(named("verify"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    expect(page).to_have_title(named("explanations"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_the_same_sentence_is_said_again_in_a_region_that_was_empty_first(
    app: AppServer, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("about:blank", expected="404")
    page.add_init_script(HEARD)
    page.goto(f"{app.url}/verify")
    field = page.locator("[data-testid=stFileUploader] input[type=file]")
    for number in (1, 2):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(b"hello")
        field.set_input_files(file)
        expect(page.locator(".stAlert").get_by_text(WORDS["verify.unreadable"])).to_be_visible()
        page.wait_for_function("count => window.heard.filter(Boolean).length === count", arg=number)
    assert page.evaluate("window.heard") == ["", WORDS["verify.unreadable"], "", WORDS["verify.unreadable"]]


HEARD = """
window.heard = [];
new MutationObserver(() => {
  const region = document.getElementById("advisor-live");
  if (region && window.heard.at(-1) !== region.textContent) window.heard.push(region.textContent);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


def host_with(app: AppServer, path: str, frame: str = "") -> str:
    """A long page of a site with the README's listener, the frame far down; it notes all heights that it is told."""
    assert LISTENER
    listener = LISTENER[0].replace("https://check.example.com", app.url)
    return f"""<!doctype html><html lang="en"><title>Host</title><h1>Host</h1><div style="height:{FILLER}px"></div>
    <iframe src="{app.url}/{path}" {frame} title="Advisor" style="width:100%;height:900px;border:0"></iframe>
    <div style="height:2000px">The foot of the site</div>
    <script>
      window.told = [];
      addEventListener("message", ({{ data }}) => data.type === "height" && told.push(data.height));
    </script>{listener}</html>"""


def test_a_frame_takes_neither_focus_nor_view_before_the_visitor_acts(
    app: AppServer, host_page: HostPage, open_page: OpenPage, screen: str
) -> None:
    host_page.html = host_with(app, f"recommendation?embed=true&{link_of(ECG_START_UP)}")
    page = open_page(host_page.origin, screen=screen, expected="404")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".st-key-footer")).to_be_attached()
    page.wait_for_function(f"told.at(-1) > {LEAST}")
    page.wait_for_timeout(1000)
    assert page.evaluate("[scrollY, document.activeElement === document.body]") == [0, True]


def test_a_frame_keeps_its_height_while_pages_change_and_leads_the_host_to_its_top(
    app: AppServer, host_page: HostPage, open_page: OpenPage, screen: str
) -> None:
    host_page.html = host_with(app, f"recommendation?embed=true&{link_of(MANY_MARKETS)}")
    page = open_page(host_page.origin, screen=screen, expected="404")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".st-key-fold-how")).to_be_attached()
    page.wait_for_function(f"told.at(-1) > {LEAST}")
    page.wait_for_timeout(1500)
    before = page.evaluate("told.splice(0).at(-1)")
    foot(frame, "explanations")
    heading = frame.get_by_role("heading", level=1, name=WORDS["explain.title"])
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    page.wait_for_timeout(1500)
    after = page.evaluate("told.at(-1)")
    assert min(page.evaluate("told")) >= min(before, after), "the frame shrinks under what is on screen"
    assert after == frame.locator("[data-testid=stMainBlockContainer]").evaluate(
        "e => Math.ceil(e.getBoundingClientRect().height)"
    )
    top = page.locator("iframe").evaluate("frame => frame.getBoundingClientRect().top")
    assert -5 <= top <= 100, "the host is not at the top of the frame"


def test_answers_in_a_frame_are_no_steps_back_for_the_host_and_pages_are(
    app: AppServer, host_page: HostPage, open_page: OpenPage
) -> None:
    host_page.html = host_with(app, f"recommendation?embed=true&{link_of(ECG_START_UP)}")
    page = open_page(host_page.origin, expected="404")
    frame = page.frame_locator("iframe")
    options = frame.locator(".st-key-asks-size button")
    expect(options.first).to_be_visible()
    before = page.evaluate("history.length")
    tokens = set()
    for place in (0, 1, 2, 0, 1, 2):
        options.nth(place).click()
        expect(options.nth(place)).to_have_attribute("aria-checked", "true")
        tokens.add(frame.locator("body").evaluate("() => location.search"))
    assert len(tokens) > 1
    assert page.evaluate("history.length") == before
    foot(frame, "explanations")
    expect(frame.get_by_role("heading", level=1, name=WORDS["explain.title"])).to_be_visible()
    assert page.evaluate("history.length") == before + 1
    page.evaluate("history.back()")
    expect(options.nth(2)).to_have_attribute("aria-checked", "true")


def test_alone_answers_are_steps_back(app: AppServer, open_page: OpenPage) -> None:
    page = open_page(f"{app.url}/recommendation?{link_of(ECG_START_UP)}", expected="404")
    options = page.locator(".st-key-asks-size button")
    for place in (0, 1):
        before = page.url
        options.nth(place).click()
        page.wait_for_url(lambda url, before=before: url != before)
        expect(options.nth(place)).to_have_attribute("aria-checked", "true")
    page.go_back()
    expect(options.nth(0)).to_have_attribute("aria-checked", "true")


@pytest.mark.parametrize(
    "frame", ['sandbox="allow-scripts allow-same-origin allow-popups"', ""], ids=["forbids", "allows"]
)
def test_a_frame_that_may_forbid_downloads_shows_the_way_to_a_tab(
    app: AppServer, host_page: HostPage, open_page: OpenPage, frame: str
) -> None:
    host_page.html = host_with(app, f"recommendation?embed=true&{link_of(ECG_START_UP)}", frame)
    page = open_page(host_page.origin, expected=("404", "Download is disallowed"))
    within = page.frame_locator("iframe")
    button = within.get_by_role("button", name=WORDS["result.pdf"])
    elsewhere = within.get_by_role("link", name=WORDS["result.not-saved-open"])
    expect(within.locator("#advisor-live")).to_be_attached()  # all scripts are there
    expect(elsewhere).to_have_count(0)
    button.click()
    expect(elsewhere).to_be_visible()
    expect(within.locator("#advisor-live")).to_contain_text(WORDS["result.not-saved"])
    with page.context.expect_page() as opened:
        elsewhere.click()
    tab = opened.value
    expect(tab.locator(".st-key-result h1")).to_be_visible()
    assert "embed" not in tab.url
    alone = open_page(
        tab.url, expected="404"
    )  # as who pastes the link: a tab that the frame opens may inherit its rule
    with alone.expect_download():
        alone.get_by_role("button", name=WORDS["result.pdf"]).click()
    expect(alone.get_by_role("link", name=WORDS["result.not-saved-open"])).to_have_count(0)


@pytest.mark.parametrize("path", ["recommendation", "explanations", "verify"])
def test_at_320_pixels_nothing_is_wider_than_the_screen_and_letters_in_fields_are_large_enough(
    app: AppServer, open_page: OpenPage, path: str
) -> None:
    page = open_page("about:blank", expected="404")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{app.url}/{path}?{link_of(MANY_MARKETS)}")
    expect(page.locator(".st-key-footer")).to_be_visible()
    for section in page.locator(
        ".st-key-folds [data-testid=stExpander] > details > summary, .stExpander summary"
    ).all():
        if section.is_visible():
            section.click()
    page.wait_for_timeout(500)
    wide = page.evaluate(WIDER)
    assert wide == []
    fields = "input:not([type=file], [type=checkbox], [type=radio]), textarea, [role=spinbutton]"
    letters = page.locator(fields).evaluate_all(
        "found => found.filter((field) => field.checkVisibility())"
        ".map((field) => parseFloat(getComputedStyle(field).fontSize))"
    )
    assert all(size >= 16 for size in letters), letters


WIDER = """() => {
  const wide = (part) => part.getBoundingClientRect().right > innerWidth + 1 || spills(part);
  const spills = (part) => part.scrollWidth > part.clientWidth + 1 && visible(getComputedStyle(part));
  const visible = ({ display, overflowX }) => display !== "inline" && overflowX === "visible";
  return [...document.querySelectorAll("table, .stMarkdown, .stHtml, [data-testid=stExpander], h1, h2, p")]
    .filter((part) => part.checkVisibility() && wide(part))
    .map((part) => `${part.tagName}.${part.className} ${part.textContent.slice(0, 60)}`);
}"""


@pytest.mark.parametrize("path", ["explanations", "verify", "studio"])
def test_everything_to_press_beside_the_conversation_is_large_enough_for_a_finger(
    app: AppServer, open_page: OpenPage, path: str
) -> None:
    page = open_page(f"{app.url}/{path}", screen="phone")
    expect(page.locator(":is(.st-key-footer, .st-key-studio-place) a, .stTextInput input").last).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LOWER) == []


LOWER = """() => {
  const pressed = document.querySelectorAll("main :is(summary, .stPageLink a, [data-testid=stButtonGroup] button)");
  return [...pressed].filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 44)
    .map((part) => `${part.tagName} ${part.getBoundingClientRect().height} ${part.textContent.slice(0, 60)}`);
}"""
