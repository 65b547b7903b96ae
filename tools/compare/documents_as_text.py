"""What stands in a Word file or a PDF, as text that can be compared."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any


def docx_text(raw: bytes) -> str:
    """All blocks in order with their styles, then headers and footers."""
    from docx import Document

    document = Document(io.BytesIO(raw))
    edges = [edge for section in document.sections for edge in (section.header, section.footer)]
    about = document.core_properties
    lines = [f"title: {about.title}", f"author: {about.author}", *blocks(document)]
    for edge in edges:
        lines += ["== edge", *blocks(edge)]
    return "\n".join(lines) + "\n"


def blocks(part: Any, indent: str = "") -> Iterator[str]:
    """The paragraphs and tables of a document, of its edge or of a cell."""
    from docx.table import Table

    for block in part.iter_inner_content():
        style = block.style.name if block.style else ""
        if not isinstance(block, Table):
            links = "".join(f" → {link.url}" for link in block.hyperlinks)
            yield f"{indent}[{style}] {block.text}{links}"
            continue
        yield f"{indent}table [{style}]"
        for row in block.rows:
            yield f"{indent} row"
            for cell in row.cells:
                yield from blocks(cell, f"{indent}  ")


def pdf_text(raw: bytes, content: str) -> str:
    """Every page with its links, and the bookmarks."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw))
    about: Mapping[str, Any] = reader.metadata or {}
    lines = [f"{len(reader.pages)} pages", *(f"{key}: {about.get(key)}" for key in ("/Title", "/Author", "/Keywords"))]
    for number, page in enumerate(reader.pages, 1):
        lines += [f"== page {number}", unwrapped(page.extract_text(), content)]
        notes = (note.get_object() for note in page.get("/Annots") or ())
        lines += [f"→ {note['/A']['/URI']}" for note in notes if "/URI" in note.get("/A", {})]
    return "\n".join([*lines, "== bookmarks", *bookmarks(reader, reader.outline)]) + "\n"


def unwrapped(text: str, content: str) -> str:
    """A page that shows the whole hash breaks its lines elsewhere under another hash: one line for each sentence."""
    whole = r"\s*".join(content)
    if not content or not re.search(whole, text):
        return text
    text = re.sub(rf"\s*{whole}\s*(,?)", rf" {content}\1 ", text)
    return re.sub(r"(?<=[.:?!]) ", "\n", " ".join(text.split()))


def bookmarks(reader: Any, outline: Any, indent: str = "") -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from bookmarks(reader, entry, f"{indent}  ")
        else:
            yield f"{indent}{entry.title} (page {reader.get_destination_page_number(entry) + 1})"
