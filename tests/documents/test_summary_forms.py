"""Web page and Word file say what the summary says, load nothing, and survive hostile names."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import docx
import pytest

from advisor.summary.briefing import Briefing, BriefingPart, BriefingPoint
from advisor.summary.formats import html, word
from advisor.summary.summary_data import Summary
from tests.documents.test_summary_pdf import NAMES, _ahead, _texts
from tests.support.invented_words import WORDS
from tests.support.pdf_reading import flat
from tests.support.sample_summary import REASONS, full, sample, sample_document

REOPEN = "https://check.example/?a=1.c0ffee"
BRIEFING = Briefing(
    title="For the consultant",
    warning="Confidential.",
    parts=(BriefingPart(title="Objections", points=(BriefingPoint(say="Too dear?", answer="Show the range."),)),),
)


class Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def said(raw: bytes) -> str:
    file = docx.Document(io.BytesIO(raw))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return flat("".join((*(paragraph.text for paragraph in file.paragraphs), *cells)))


def expected(summary: Summary) -> list[str]:
    own = {WORDS("document.signed", key="ab12cd34ef56")}
    return [flat(text) for text in (*_texts(summary), *_ahead(summary)) if text not in own]


def test_the_web_page_says_everything() -> None:
    page = Page(html.write(sample_document(full(), REOPEN)).decode())
    assert [text for text in expected(full()) if text not in flat(page.text)] == []


def test_the_web_page_loads_nothing_and_runs_nothing() -> None:
    page = Page(html.write(sample_document(full(), REOPEN)).decode())
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert [a for _, a in page.tags if "src" in a or any(name.startswith("on") for name in a)] == []
    assert re.findall(r"url\(|@import", html.write(sample_document(full(), REOPEN)).decode()) == []


def test_the_web_page_has_a_language_one_title_and_header_cells() -> None:
    page = Page(html.write(sample_document(full(), REOPEN)).decode())
    names = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en"}) in page.tags
    assert names.count("h1") == 1
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")
    assert all(attributes.get("aria-label") for _, attributes in page.tags if attributes.get("role") == "img")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_never_markup(name: str) -> None:
    usual = [tag for tag, _ in Page(html.write(sample_document(full(), REOPEN)).decode()).tags]
    assert [tag for tag, _ in Page(html.write(sample_document(full(company=name), REOPEN)).decode()).tags] == usual
    assert docx.Document(io.BytesIO(word.write(sample_document(full(company=name))))).paragraphs


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a.example/ onclick=x"])
def test_only_web_mail_and_telephone_addresses_become_links(address: str) -> None:
    reference = REASONS[0].reference.model_copy(update={"link": address})
    verdict = (
        sample()
        .verdicts[0]
        .model_copy(
            update={"reasons": (REASONS[0].model_copy(update={"reference": reference}),), "text": f"[a]({address})"}
        )
    )
    page = Page(html.write(sample_document(sample(verdicts=(verdict,), contact_link=address), address)).decode())
    links = {str(attributes["href"]) for tag, attributes in page.tags if tag == "a"}
    assert {link.split(":")[0] for link in links} <= {"https", "mailto", "tel"}
    assert not any("onclick" in link for link in links)


def test_the_word_file_says_everything() -> None:
    text = said(word.write(sample_document(full(), REOPEN)))
    left_out = {
        flat(summary_text) for summary_text in (*(s.version for s in full().sources), *(s.read for s in full().sources))
    }
    assert [part for part in expected(full()) if part not in text and part not in left_out] == []


def test_every_table_of_the_word_file_has_widths_that_fill_the_page() -> None:
    file = docx.Document(io.BytesIO(word.write(sample_document(full()))))
    for table in file.tables:
        widths = [column.width.mm for column in table.columns]
        assert min(widths) > 20
        assert abs(sum(widths) - word.WIDTH) < 1
        assert all(cell.width for row in table.rows for cell in row.cells)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert word.write(sample_document(full())) == word.write(sample_document(full()))
    assert html.write(sample_document(full())) == html.write(sample_document(full()))


def test_only_the_consultants_edition_has_the_briefing() -> None:
    private = flat(BRIEFING.warning)
    assert private in flat(html.write(sample_document(full(), REOPEN, BRIEFING)).decode())
    assert private in said(word.write(sample_document(full(), REOPEN, BRIEFING)))
    assert private not in flat(html.write(sample_document(full(), REOPEN)).decode())
    assert private not in said(word.write(sample_document(full(), REOPEN)))


def test_a_bare_summary_has_all_forms() -> None:
    assert "<h1>" in html.write(sample_document(sample())).decode()
    assert word.write(sample_document(sample())).startswith(b"PK")
