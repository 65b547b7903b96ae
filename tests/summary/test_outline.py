"""One outline for every form of the document: a new section, a provision and a date are the same in all of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from functools import cache

import docx
import pytest
from markdown_it import MarkdownIt

from advisor.content.words import Words
from advisor.summary import outline as outlines
from advisor.summary.blocks import (
    Bar,
    Bars,
    DocumentSection,
    LabelledBlocks,
    Paragraph,
    Points,
    Run,
    Subheading,
    Table,
    paragraph,
    row,
    runs,
    strong,
)
from advisor.summary.briefing import Briefing
from advisor.summary.formats import html, markdown, pdf, word, word_styles
from advisor.summary.outline import outline
from advisor.summary.provision import cited
from advisor.summary.sections.practice import ROOM
from advisor.summary.summary_data import Summary
from advisor.summary.wording import day
from tests.support.invented_words import WORDS
from tests.support.pdf_reading import assert_conforms, flat, pages
from tests.support.sample_summary import PRACTICE, REASONS, full, sample, sample_document

TIDES = DocumentSection(
    id="tides",
    title="High and low water",
    blocks=(
        paragraph("The pilot knows. ", Run("Ask the harbour", link="https://harbour.example/tides")),
        Subheading("Spring tides"),
        Points((runs(strong("Full moon"), " lifts the keel"), runs("New moon too"))),
        Points((runs("Moor fore"), runs("Moor aft")), numbered=True),
        Table(head=("Hour", "Depth"), rows=(row("Noon", "Four fathoms"),), shares=(1, 2)),
        LabelledBlocks("Customs", (paragraph("Show the bill."),), "legal-qms", "Bound"),
        Bars(alt="Ebb until dusk", bars=(Bar(title="Ebb", start=0, end=0.5),), first="Dawn", last="Dusk"),
    ),
)
SAID = (
    *("High and low water", "The pilot knows.", "Ask the harbour", "Spring tides", "Full moon", "lifts the keel"),
    *("New moon too", "Moor fore", "Moor aft", "Hour", "Depth", "Noon", "Four fathoms", "Customs", "Bound"),
    "Show the bill.",
)


def tides(_summary: Summary, _words: Words) -> Iterator[DocumentSection]:
    yield TIDES


def read(form: str, summary: Summary) -> str:
    """The whole document as a reader sees it, without spaces."""
    if form == "markdown":
        return flat(markdown.write(sample_document(summary)).decode().replace("\\", ""))
    if form == "html":
        return flat(html.write(sample_document(summary)).decode())
    if form == "json":
        return flat(sample_document(summary).written("json").decode())
    if form == "docx":
        return said_by_word(word.write(sample_document(summary)))
    document = pdf.write(sample_document(summary))
    assert_conforms(document)
    return flat("".join(pages(document)))


def said_by_word(raw: bytes) -> str:
    file = docx.Document(io.BytesIO(raw))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return flat("".join((*(paragraph.text for paragraph in file.paragraphs), *cells)))


@cache
def usual(form: str) -> str:
    return read(form, full())


FORMS = ("markdown", "html", "docx", "pdf", "json")


@pytest.mark.parametrize("form", FORMS)
def test_a_new_section_needs_one_line_in_the_outline_to_stand_in_every_form(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlines, "SECTIONS", (*outlines.SECTIONS, tides))
    document = read(form, full())
    assert [text for text in SAID if flat(text) not in document] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_provision_is_written_in_the_same_words_in_every_form(form: str) -> None:
    for run in cited(REASONS[1].reference, WORDS):
        assert flat(run.text) in usual(form)


@pytest.mark.parametrize("form", FORMS)
def test_how_something_is_got_stands_in_every_form_with_its_sources(form: str) -> None:
    (got,) = PRACTICE
    said = (got.name, *(text for line in got.lines for text in (line.label, *line.texts, line.reported)))
    behind = (*(reference.title for reference in got.references), *(f"[{line.origin}]" for line in got.lines))
    assert [text for text in (*said, *behind) if flat(text) not in usual(form)] == []


def test_how_things_are_got_is_told_from_the_first_on_as_far_as_there_is_room() -> None:
    (got,) = PRACTICE
    long = got.lines[0].model_copy(update={"texts": ("word " * (ROOM + 1),)})
    others = [got.model_copy(update={"name": name, "lines": (long,)}) for name in ("Badge", "Pennant")]
    told = next(section for section in outline(full(practice=(*PRACTICE, *others)), WORDS) if section.id == "practice")
    assert [block.text for block in told.blocks if isinstance(block, Subheading)] == [got.name]
    assert told.blocks[-1] == Paragraph(runs(WORDS("practice.elsewhere", names="Badge and Pennant")))
    first = next(section for section in outline(full(practice=others), WORDS) if section.id == "practice")
    assert [block.text for block in first.blocks if isinstance(block, Subheading)] == ["Badge"]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "json"])
def test_a_date_is_written_out_in_every_form(form: str) -> None:
    assert flat(WORDS("document.date", date=day(date(2026, 11, 22), WORDS))) in usual(form)


def test_every_form_has_the_sections_in_the_same_order() -> None:
    titles = [section.title for section in outline(full(), WORDS)]
    text = markdown.write(sample_document(full())).decode()
    assert [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")] == titles
    file = docx.Document(io.BytesIO(word.write(sample_document(full()))))
    assert [p.text for p in file.paragraphs if p.style and p.style.name == word_styles.HEADING] == titles
    sections = json.loads(sample_document(full()).written("json"))["sections"]
    assert [section["title"] for section in sections] == titles


def test_what_has_nothing_to_say_has_no_section() -> None:
    bare = sample(certificates=(), matrix=(), open=(), notes=(), steps=(), answers=(), sources=())
    ids = [section.id for section in outline(bare, WORDS)]
    assert ids == ["answer", "reasons", "contact", "limits"]


def test_the_json_keeps_every_part_of_the_summary_beside_the_sections() -> None:
    written = json.loads(sample_document(full()).written("json"))
    assert set(written) == {*Summary.model_fields, "sections", "seal"}


def test_the_consultants_paper_is_a_document_of_its_own() -> None:
    private = Briefing(title="Only for us", warning="Not for the client.", parts=())
    paper = flat(markdown.write(sample_document(full(), briefing=private)).decode())
    assert "Onlyforus" in paper
    assert flat(full().notes[2].say) not in paper
    assert "briefing" not in {section.id for section in outline(full(), WORDS)}


@pytest.mark.parametrize(
    "text",
    ["# no title", "- no point", "1. no number", "a | b", "*a* _b_ [c](d) <e> `f`", "&lt; $x$ ~~y~~", "a\n\n# b"],
)
def test_markdown_shows_literally_what_anybody_wrote(text: str) -> None:
    given = full().answers[0].model_copy(update={"question": text, "answers": (text,)})
    note = full().notes[2].model_copy(update={"say": text})
    written = markdown.write(sample_document(full(answers=(given,), notes=(note,)))).decode()
    page = flat(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(written))
    literal = flat(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert page.count(literal) == 3


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a.example/ onclick=x"])
def test_an_address_of_another_kind_leaves_only_its_text(address: str) -> None:
    assert Run("a", link=address).link == ""
