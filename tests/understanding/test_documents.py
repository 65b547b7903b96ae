"""Documents become plain text within bounds, and what cannot be read is told by its kind."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from advisor.understanding import documents, extraction
from advisor.understanding.documents import DocumentState, read_document, read_pasted, told
from tests.support.visitor import content

DEMAND = "The Supplier shall be certified to ISO 9001."


def pdf(*pages: str) -> bytes:
    """Each page with these lines."""
    writer = PdfWriter()
    for text in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        lines = "".join(f"({line}) Tj T* " for line in text.splitlines())
        stream.set_data(f"BT /F1 12 Tf 14 TL 50 700 Td {lines}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    picture = DecodedStreamObject()
    picture.set_data(b"\0")
    picture.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/Width"): NumberObject(1)})
    shown = DictionaryObject({NameObject("/Im0"): writer._add_object(picture)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
    return written(writer)


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(DEMAND))))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def docx(*paragraphs: str, row: tuple[str, ...] = ()) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if row:
        table = document.add_table(1, len(row))
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def packed(**entries: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx_with(body: bytes) -> bytes:
    """A DOCX whose text is this XML."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx("x"))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def looping() -> bytes:
    """Pages that are their own children."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def swollen() -> bytes:
    """A page that claims to draw for ever, from a stream of a few kilobytes."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    stream = DecodedStreamObject()
    stream.set_data(b"BT (x) Tj ET q Q 1 0 0 1 0 0 cm " * 4_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    return written(writer)


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 100) for n in range(9))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + b"<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)


def test_a_pdf_is_read_page_by_page_and_its_broken_lines_are_joined() -> None:
    found = read_document(
        pdf("Purchase terms", "The Supplier shall hold a valid certificate to\nISO 9001 at all times.")
    )
    assert found.state is DocumentState.READ
    assert "hold a valid certificate to ISO 9001 at all times." in found.text
    assert found.page(found.text.index("ISO 9001")) == 2


def test_a_word_file_is_read_with_its_tables() -> None:
    found = read_document(docx("Terms", DEMAND, row=("ISO 14001 certificate", "mandatory")))
    assert DEMAND in found.text.splitlines()
    assert "ISO 14001 certificate | mandatory" in found.text.splitlines()
    assert found.page(0) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert "Zürich" in read_document(f"{DEMAND} Zürich".encode(encoding)).text


@pytest.mark.parametrize(
    ("document", "state"),
    [
        (b"", DocumentState.EMPTY),
        (b" \n\t", DocumentState.EMPTY),
        (b"x" * (extraction.LARGEST + 1), DocumentState.TOO_BIG),
        (b"x" * (extraction.LONGEST + 1), DocumentState.TOO_BIG),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), DocumentState.UNKNOWN_KIND),
        (b"{\\rtf1 text}", DocumentState.UNKNOWN_KIND),
        (documents._OLD_OFFICE + bytes(100), DocumentState.UNKNOWN_KIND),
        (documents._OLD_OFFICE + documents._ENCRYPTED_OFFICE, DocumentState.ENCRYPTED),
    ],
)
def test_what_cannot_be_read_is_told_by_its_kind(document: bytes, state: DocumentState) -> None:
    assert read_document(document).state is state


@pytest.mark.parametrize(
    ("make", "states"),
    [
        (lambda: pdf(*[""] * 201), {DocumentState.TOO_MANY_PAGES}),
        (lambda: pdf(""), {DocumentState.EMPTY}),
        (scanned, {DocumentState.SCAN}),
        (locked, {DocumentState.ENCRYPTED}),
        (lambda: pdf(DEMAND)[:200], {DocumentState.BROKEN}),
        (looping, {DocumentState.BROKEN, DocumentState.EMPTY, DocumentState.TOOK_TOO_LONG}),
        (lambda: b"%PDF-1.4\n1 0 obj" + b"[" * 500_000, {DocumentState.BROKEN, DocumentState.TOOK_TOO_LONG}),
        (swollen, {DocumentState.BROKEN, DocumentState.EMPTY, DocumentState.TOOK_TOO_LONG}),
        (lambda: docx(""), {DocumentState.EMPTY}),
        (lambda: docx(DEMAND)[:500], {DocumentState.BROKEN}),
        (lambda: packed(a=b"no Word file"), {DocumentState.UNKNOWN_KIND}),
        (lambda: packed(a=bytes(extraction.UNPACKED + 1)), {DocumentState.TOO_BIG}),
        (lambda: packed(**{f"n{n}": b"" for n in range(extraction.ENTRIES + 1)}), {DocumentState.TOO_BIG}),
        (lambda: docx_with(BOMB), {DocumentState.BROKEN, DocumentState.EMPTY, DocumentState.TOOK_TOO_LONG}),
        (lambda: docx_with(b"<w>" * 200_000), {DocumentState.BROKEN}),
    ],
)
def test_documents_made_to_harm_hold_up_nobody(make: object, states: set[DocumentState]) -> None:
    assert callable(make)
    assert read_document(make()).state in states


def test_a_document_of_the_most_pages_is_read() -> None:
    assert read_document(pdf(*[DEMAND] * 200)).text.count(DEMAND) == 200


def test_a_parser_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "PATIENCE", 0.001)
    assert read_document(pdf(DEMAND)).state is DocumentState.TOOK_TOO_LONG
    monkeypatch.undo()
    assert read_document(pdf(DEMAND)).state is DocumentState.READ


def test_nothing_of_the_text_stands_in_what_a_message_would_print() -> None:
    assert "ISO" not in repr(read_pasted(DEMAND))


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    read_document(pdf(DEMAND))
    read_document(docx(DEMAND))
    assert list(tmp_path.iterdir()) == []


def test_what_reads_a_file_knows_no_secret_of_the_operator(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    run = documents.subprocess.run
    monkeypatch.setattr(documents.subprocess, "run", lambda *a, **k: given.append(k["env"]) or run(*a, **k))
    monkeypatch.setenv("ADVISOR_SIGNING_KEY", "k" * 40)
    read_document(pdf(DEMAND))
    assert given == [{}]


@pytest.mark.parametrize("state", DocumentState)
def test_there_are_words_for_every_state(state: DocumentState) -> None:
    assert told(documents.DocumentText(state), content().words)
