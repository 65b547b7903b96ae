"""What a reader sees in a form of the document, whichever it is."""

from __future__ import annotations

import io

import docx

from advisor.summary.formats.document import Form
from tests.support.pdf_reading import pages


def text_of(form: Form, document: bytes) -> str:
    if form == "pdf":
        return " ".join(pages(document))
    if form == "docx":
        file = docx.Document(io.BytesIO(document))
        cells = (cell for table in file.tables for row in table.rows for cell in row.cells)
        return " ".join(part.text for part in (*file.paragraphs, *cells))
    return document.decode()
