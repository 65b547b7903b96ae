"""The text of a PDF or a DOCX, read in a process of its own that may use so much of the machine and no more.

`python -m advisor.understanding.extraction` takes the file on standard input and writes JSON to standard output: the
state and, if it could be read, the lines of each page. It writes nothing else anywhere, and it says nothing of what
went wrong but its kind: messages of the parsers can quote the document.
"""

import json
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

LARGEST, MOST_PAGES, LONGEST = 10_000_000, 200, 1_000_000
"""Bytes of a file, pages, and letters of the text in all."""
SECONDS, MEMORY = 5, 1_000_000_000
"""Processor time; bytes of address space, of which Python and the parsers take a fifth."""
UNPACKED, ENTRIES = 60_000_000, 3_000
"""Bytes of a DOCX when it is unpacked, and files in it."""
_DEPTH = 8
"""Tables within tables."""


class _RefusedError(Exception):
    """Why a document is not read: the value of a state."""


def main() -> None:
    _confine()
    data = sys.stdin.buffer.read(LARGEST + 1)
    try:
        found = {"state": "read", "pages": _pages(data)}
    except _RefusedError as refused:
        found = {"state": str(refused)}
    except MemoryError:
        found = {"state": "took-too-long"}
    except Exception:  # noqa: BLE001 - parsers of hostile files fail in every way, and none may speak of the text
        found = {"state": "broken"}
    sys.stdout.write(json.dumps(found))


def _confine() -> None:
    """No more time, memory or files than this, and not a byte written to a disk."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _pages(data: bytes) -> list[list[str]]:
    pages, left = [], LONGEST
    for lines in _docx(data) if data.startswith(b"PK") else _pdf(data):
        left -= sum(map(len, lines))
        if left < 0:
            raise _RefusedError("too-many-pages")
        pages.append(lines)
    return pages


def _pdf(data: bytes) -> Iterator[list[str]]:
    """The lines of each page. Only what stands there as text: no picture is looked at."""
    from pypdf import PdfReader  # here, so that what reads no PDF does not pay for it
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise _RefusedError("encrypted")
    except (DependencyError, NotImplementedError):
        raise _RefusedError("encrypted") from None
    if len(reader.pages) > MOST_PAGES:
        raise _RefusedError("too-many-pages")
    has_text = has_picture = False
    for page in reader.pages:
        text = page.extract_text()
        has_text = has_text or bool(text.strip())
        has_picture = has_picture or (not has_text and _shows_pictures(page))
        yield text.splitlines()
    if not has_text:
        raise _RefusedError("scan" if has_picture else "empty")


def _shows_pictures(page: Any) -> bool:
    resources = page.get("/Resources")
    shown = resources.get_object().get("/XObject") if resources else None
    return bool(shown and shown.get_object())


def _docx(data: bytes) -> Iterator[list[str]]:
    """All of it as one page: where pages end is known only to who lays them out."""
    from docx import Document  # here, so that what reads no DOCX does not pay for it

    _refuse_bombs(data)
    lines = list(_blocks(Document(BytesIO(data)), _DEPTH))
    if not any(line.strip() for line in lines):
        raise _RefusedError("empty")
    yield lines


def _refuse_bombs(data: bytes) -> None:
    """By what the archive says of itself; nobody unpacks more than it says."""
    try:
        entries = ZipFile(BytesIO(data)).infolist()
    except BadZipFile:
        raise _RefusedError("broken") from None
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise _RefusedError("too-big")
    if any(entry.flag_bits & 1 for entry in entries):
        raise _RefusedError("encrypted")
    if not any(entry.filename == "word/document.xml" for entry in entries):
        raise _RefusedError("unknown-kind")


def _blocks(holder: Any, depth: int) -> Iterator[str]:
    """Paragraphs, and each row of a table as one line, in reading order."""
    from docx.table import Table

    for block in holder.iter_inner_content():
        if not isinstance(block, Table):
            yield block.text
        elif depth:
            for row in block.rows:
                yield " | ".join(_cell(cell, depth - 1) for cell in _once(row.cells))


def _once(cells: Any) -> list[Any]:
    """A merged cell stands in its row for each column that it spans."""
    return list({id(cell._tc): cell for cell in cells}.values())


def _cell(cell: Any, depth: int) -> str:
    return " ".join(line for line in _blocks(cell, depth) if line.strip())


if __name__ == "__main__":
    main()
