"""The PDF says everything, reads well with a screen reader, and survives whatever a company calls itself."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import pytest
from pypdf import PdfReader

from advisor.content.library import ROOT
from advisor.summary import page_one
from advisor.summary.answer_data import AnswerText
from advisor.summary.formats.glyphs import covered, drawable
from advisor.summary.formats.pdf import write
from advisor.summary.sections.background import shown_notes
from advisor.summary.summary_data import COMPANY_LENGTH, Summary
from tests.support.invented_words import WORDS
from tests.support.pdf_reading import assert_conforms, flat, pages
from tests.support.sample_answers import CHOICE, CONTRACT, NOTHING, ONE_CONTRACT, SEVERAL_MARKETS, SHAPES
from tests.support.sample_summary import ALSO, BRAND, REASONS, ROAD_MAP, SIGNED, full, sample, sample_document

REOPEN = "https://check.example/assessment?a=v1.c0ffee"

NAMES = {
    "markup": "#emph[A] *b* _c_ <script>alert(1)</script> {{7*7}} $x^2$ \\ ` @d </td>",
    "code": '#eval("1+1") #read("/etc/passwd") #sys.inputs',
    "emoji": "Rocket 🚀 & Sons 👩‍🔬 🇭🇷",
    "arabic": "شركة الأجهزة الطبية",
    "hebrew": "חברת מכשור רפואי",
    "both directions": "Adria \u202eevil\u202c שלום Ltd",
    "control characters": "A\x00B\x07C\x1b[31mD\nE\tF\u2028G\ufeff",
    "chinese, japanese, korean": "株式会社メドテック 한국의료기기 北京医疗器械",
    "unknown scripts": "ཨོཾ \U0001f9ff \ue000 \ud800",
    "combining marks": "Z" + "\u0301" * 60,
    "very long": "Very long name " * 700,
    "one long word": "W" * 3000,
    "placeholder": "{company} {date} {0}",
}


def pdf(**changes: object) -> bytes:
    return write(sample_document(sample(**changes), REOPEN))


def addresses(document: bytes) -> set[str]:
    reader = PdfReader(io.BytesIO(document))
    notes = (note.get_object() for sheet in reader.pages for note in sheet.get("/Annots", ()))
    return {str(note["/A"]["/URI"]) for note in notes if "/A" in note}


def test_a_signed_pdf_leads_to_where_it_can_be_checked() -> None:
    assert "https://check.example/verify" in addresses(write(sample_document(sample(), REOPEN, keys=SIGNED)))
    assert "https://check.example/verify" in addresses(
        write(sample_document(sample(), "https://check.example/?a=1.x", keys=SIGNED))
    )
    assert not [link for link in addresses(write(sample_document(sample(), keys=SIGNED))) if link.endswith("verify")]


def tags(document: bytes) -> Counter[str]:
    """How often each kind of element stands in the structure tree."""

    def walk(node: Any) -> Iterator[str]:
        node = node.get_object()
        if isinstance(node, list):
            for part in node:
                yield from walk(part)
        elif isinstance(node, dict):
            if "/S" in node:
                yield str(node["/S"])
            if "/K" in node:
                yield from walk(node["/K"])

    return Counter(walk(PdfReader(io.BytesIO(document)).trailer["/Root"]["/StructTreeRoot"]["/K"]))


@pytest.fixture(scope="module")
def document() -> bytes:
    return pdf()


def test_it_conforms_to_pdf_ua_and_pdf_a(document: bytes) -> None:
    assert_conforms(document)


def test_it_is_tagged_titled_and_in_english(document: bytes) -> None:
    root = PdfReader(io.BytesIO(document)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Adria Cardio" in PdfReader(io.BytesIO(document)).metadata["/Title"]


def test_it_has_one_title_section_headings_header_cells_and_pictures_in_words(document: bytes) -> None:
    found = tags(document)
    assert found["/H1"] == 1
    assert found["/H2"] >= 6
    assert found["/TH"] == 5
    assert found["/Figure"] == 1


def test_it_is_short_and_light_and_has_no_blank_page(document: bytes) -> None:
    texts = pages(document)
    assert 2 <= len(texts) <= 4
    assert all(len(text) > 300 for text in texts)
    assert len(document) <= 150_000


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_page_one_is_complete_by_itself_and_short(shape: AnswerText) -> None:
    first = pages(pdf(answer=shape))[0]
    summary = sample()
    expected = [summary.company, summary.contact_ask, summary.contact_email, BRAND.contact.label]
    expected += [shape.sentence, shape.not_needed, *(open_.question for open_ in shape.open[:1])]
    for need in shape.needs:
        expected += [need.when, need.what, need.who]
    for need in shape.needs[:1]:
        expected += [need.takes, need.stands]
    assert [text for text in expected if flat(text) not in flat(first)] == []
    assert len(first.split()) <= page_one.WORDS


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_whatever_page_one_leaves_out_stands_behind_it(shape: AnswerText) -> None:
    text = flat("".join(pages(pdf(answer=shape))))
    for need in (*shape.needs, *shape.later):
        said = [need.why, need.instead, need.takes, need.reported, *(r.title for r in need.references)]
        assert [part for part in said if flat(part) not in text] == []
    assert [open_.question for open_ in shape.open if flat(open_.question) not in text] == []


def test_where_nothing_is_needed_two_pages_are_enough() -> None:
    nothing = full(answer=NOTHING, verdicts=sample().verdicts[1:], matrix=(), certificates=())
    assert len(pages(write(sample_document(nothing, REOPEN)))) <= 2


def test_what_an_optional_certificate_takes_is_no_plan() -> None:
    optional = SEVERAL_MARKETS.model_copy(update={"needs": (CHOICE,), "later": ()})
    text = flat("".join(pages(write(sample_document(full(answer=optional))))))
    assert flat(ROAD_MAP.sentence) not in text
    assert flat(full().steps[0].title) not in text


def test_every_reason_and_source_can_be_read(document: bytes) -> None:
    everything = flat("".join(pages(document)))
    assert [text for text in _texts(sample()) if flat(text) not in everything] == []


def _texts(summary: Summary) -> Iterator[str]:
    for verdict in summary.verdicts:
        yield verdict.range
        for reason in (*verdict.reasons, *verdict.also):
            yield from (reason.because, reason.jurisdiction, reason.misconception)
            yield from (reason.reference.title, *reason.reference.cite, reason.reference.confidence_label)
    for row in summary.matrix:
        yield from (row.name, *(text for cell in row.cells for text in cell.lines))
    for note in shown_notes(summary):
        yield from (note.label, note.say, note.reference.title)
    for given in summary.answers:
        yield from (given.question, *given.answers)
    yield from (summary.limits, summary.content_hash[:12])


def test_every_provision_and_source_is_linked(document: bytes) -> None:
    summary = sample()
    links = {reason.reference.link for verdict in summary.verdicts for reason in (*verdict.reasons, *verdict.also)}
    links |= {note.reference.link for note in shown_notes(summary)}
    contact = {summary.contact_link, "mailto:" + summary.contact_email, "tel:+38515550100", REOPEN}
    assert links | contact <= addresses(document)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", " https://a.example", "HTTP://x y"]
)
def test_only_web_mail_and_telephone_addresses_become_links(address: str) -> None:
    reference = REASONS[0].reference.model_copy(update={"link": address})
    reason = REASONS[0].model_copy(update={"reference": reference})
    verdict = sample().verdicts[0].model_copy(update={"reasons": (reason,)})
    document = write(sample_document(sample(verdicts=(verdict,), contact_link=address), address))
    assert ALSO[0].reference.link in addresses(document)
    assert {found.split(":")[0] for found in addresses(document)} <= {"https", "mailto", "tel"}


def test_the_same_input_gives_the_same_bytes(document: bytes) -> None:
    assert pdf() == document


def test_another_process_gives_the_same_bytes(document: bytes) -> None:
    code = (
        "from hashlib import sha256; from tests.documents.test_summary_pdf import pdf; print(sha256(pdf()).hexdigest())"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode().strip() == sha256(document).hexdigest()


def test_two_threads_can_write_at_once() -> None:
    names = [f"Firm {number}" for number in range(12)]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda name: pdf(company=name), names))
    assert together == [pdf(company=name) for name in names]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_company_name_is_set_as_plain_text(name: str) -> None:
    document = pdf(company=name)
    assert_conforms(document)
    assert len(pages(document)) <= 4


@pytest.mark.parametrize("kind", ["markup", "code", "emoji", "placeholder", "chinese, japanese, korean"])
def test_a_name_appears_literally(kind: str) -> None:
    literal = flat("".join(c for c in NAMES[kind] if unicodedata.category(c) != "Cf"))
    assert literal in flat(pages(pdf(company=NAMES[kind]))[0])


@pytest.mark.parametrize("kind", ["arabic", "hebrew"])
def test_a_name_written_from_right_to_left_appears(kind: str) -> None:
    letters = Counter(flat(NAMES[kind]))
    found = Counter(unicodedata.normalize("NFKC", flat(pages(pdf(company=NAMES[kind]))[0])))
    assert letters <= found


@pytest.mark.parametrize("kind", ["very long", "one long word"])
def test_a_long_name_is_shortened(kind: str) -> None:
    first = flat(pages(pdf(company=NAMES[kind]))[0])
    start = flat(NAMES[kind][: COMPANY_LENGTH - 1])
    assert f"{start}…" in first


def test_no_text_leaves_the_page_whatever_its_words() -> None:
    long = sample().verdicts[0].model_copy(update={"headline": "M" * 90, "range": "x" * 500})
    need = CONTRACT.model_copy(update={"what": "W" * 500, "when": "M" * 90, "takes": "x" * 300, "who": "W" * 200})
    answer = ONE_CONTRACT.model_copy(update={"needs": (need,), "not_needed": "W" * 200})
    reader = PdfReader(io.BytesIO(pdf(verdicts=(long, *sample().verdicts[1:]), company="W" * 80, answer=answer)))
    edges: list[float] = []
    for sheet in reader.pages:
        sheet.extract_text(visitor_text=lambda text, _, matrix, *__: edges.append(matrix[4]) if text.strip() else None)
    assert max(edges) < 595 - 50


def test_a_summary_with_next_to_nothing_in_it_is_still_a_document() -> None:
    nothing: dict[str, object] = dict.fromkeys(
        ("certificates", "matrix", "open", "notes", "steps", "answers", "sources"), ()
    )
    bare = sample().verdicts[1].model_copy(update={"reasons": (), "also": (), "range": ""})
    document = pdf(verdicts=(bare,), company="", **nothing)
    assert_conforms(document)
    assert all(len(text) > 100 for text in pages(document))


def test_the_fonts_can_draw_every_character_that_is_called_drawable() -> None:
    points = "".join(chr(point) for part in covered() for point in part)
    lines = tuple(points[start : start + 60] for start in range(0, len(points), 60))
    cell = sample().matrix[0].cells[0].model_copy(update={"lines": lines})
    row = sample().matrix[0].model_copy(update={"cells": (cell, cell)})
    assert write(sample_document(sample(matrix=(row,)))).startswith(b"%PDF")


def test_what_no_font_can_draw_is_replaced_and_what_nobody_sees_is_dropped() -> None:
    assert drawable({"a": ["x\x07\u202ey\u2028z", "ཨ"]}) == {"a": ["xy z", "\ufffd"]}


def test_what_lies_ahead_is_said_after_the_answer() -> None:
    summary = full()
    document = write(sample_document(summary, REOPEN, keys=SIGNED))
    assert_conforms(document)
    texts = pages(document)
    assert 2 <= len(texts) <= 4
    everything = flat("".join(texts))
    assert [text for text in _ahead(summary) if flat(text) not in everything] == []
    assert flat(summary.proof) in everything
    assert flat(WORDS("document.signed", key="ab12cd34ef56")) in everything


def _ahead(summary: Summary) -> Iterator[str]:
    assert summary.effort
    assert summary.road_map
    yield from (change.sentence for change in summary.changes[:3])
    for standard in summary.effort.standards:
        yield from (text for figure in standard.figures for text in (figure.label, figure.value))
    yield from (*summary.effort.remarks[:1], *(origin.text for origin in summary.effort.origins))
    yield from (summary.road_map.sentence, summary.road_map.origin.text, *summary.road_map.remedies)
    yield from (step.title for step in summary.road_map.steps)


def test_estimates_are_marked_and_the_road_map_has_words_and_a_table() -> None:
    document = write(sample_document(full()))
    assert flat(WORDS["effort.estimate"]) in flat("".join(pages(document)))
    assert tags(document)["/Figure"] == 1
    assert "1 October 2027" in "".join(pages(document))


def test_a_document_that_nobody_signed_says_nothing_of_signatures_and_proofs() -> None:
    text = flat("".join(pages(write(sample_document(full(), REOPEN)))))
    assert flat(full().proof) not in text
    assert flat(WORDS["document.check"]) not in text


def test_the_picture_of_the_link_has_the_link_in_words_and_a_link_too_long_has_none() -> None:
    assert tags(pdf())["/Figure"] == 1
    assert tags(write(sample_document(sample(), REOPEN + "x" * 2000)))["/Figure"] == 0
