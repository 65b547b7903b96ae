"""Web page and Word file say what the summary says, load nothing, and survive hostile names."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import docx
import pytest

from advisor.summary.answer_data import AnswerText
from advisor.summary.briefing import Briefing, BriefingPart, BriefingPoint
from advisor.summary.formats import html, word, word_styles
from advisor.summary.summary_data import Summary
from tests.documents.test_summary_pdf import NAMES, _ahead, _texts
from tests.support.pdf_reading import flat
from tests.support.sample_answers import SEVERAL_MARKETS, SHAPES
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
    return [flat(text) for text in (*_texts(summary), *_ahead(summary))]


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
        sample().verdicts[0].model_copy(update={"reasons": (REASONS[0].model_copy(update={"reference": reference}),)})
    )
    page = Page(html.write(sample_document(sample(verdicts=(verdict,), contact_link=address), address)).decode())
    links = {str(attributes["href"]) for tag, attributes in page.tags if tag == "a"}
    assert {link.split(":")[0] for link in links} <= {"https", "mailto", "tel"}
    assert not any("onclick" in link for link in links)


def test_the_word_file_says_everything() -> None:
    text = said(word.write(sample_document(full(), REOPEN)))
    assert [part for part in expected(full()) if part not in text] == []


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


def test_only_the_consultants_paper_has_the_briefing_and_nothing_else() -> None:
    private, answer = flat(BRIEFING.warning), flat(full().answers[0].question)
    for write in (lambda document: flat(html.write(document).decode()), lambda document: said(word.write(document))):
        paper, visitors = write(sample_document(full(), REOPEN, BRIEFING)), write(sample_document(full(), REOPEN))
        assert (private in paper, answer in paper) == (True, False)
        assert (private in visitors, answer in visitors) == (False, True)


def test_the_word_file_has_styles_of_its_own_and_uses_no_other() -> None:
    file = docx.Document(io.BytesIO(word.write(sample_document(full(answer=SEVERAL_MARKETS), REOPEN))))
    inside = [p for table in file.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    used = {str(p.style.name) for p in (*file.paragraphs, *inside) if p.style}
    assert {name for name in used if not name.startswith("Report ")} == set()
    assert {table.style.name for table in file.tables if table.style} == {word_styles.TABLE, word_styles.ENTRIES}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_each_form_says_the_whole_answer_once(shape: AnswerText) -> None:
    for text in (
        flat(Page(html.write(sample_document(full(answer=shape))).decode()).text),
        said(word.write(sample_document(full(answer=shape)))),
    ):
        assert flat(shape.sentence) in text
        needs = (*shape.needs, *shape.later)
        assert [n.id for n in needs for part in (n.why, n.instead, n.takes) if part and flat(part) not in text] == []
        assert [n.id for n in needs if n.why and text.count(flat(n.why)) != 1] == []


def test_a_bare_summary_has_all_forms() -> None:
    assert "<h1>" in html.write(sample_document(sample())).decode()
    assert word.write(sample_document(sample())).startswith(b"PK")
