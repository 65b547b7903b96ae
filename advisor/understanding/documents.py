"""A contract, tender or letter as plain text: what was pasted, or a PDF, DOCX or text file, within bounds.

Nothing of it is stored, logged or sent anywhere. What parses a file runs in a process of its own (`extraction`), so
that a document made to harm holds up nobody.
"""

import json
import re
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import BoundedSemaphore

from advisor.content.words import Words
from advisor.understanding.extraction import LARGEST, LONGEST

PATIENCE = 20.0
"""Seconds that somebody waits, whatever the machine is busy with; the parser itself gets five of processor time."""
_AT_ONCE = BoundedSemaphore(2)
"""Documents that are parsed at the same time, for the sake of memory; others wait."""
_ROOT = Path(__file__).resolve().parents[2]
_OLD_OFFICE, _ENCRYPTED_OFFICE = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_KILLED_FOR_TIME = {-24, -9}
"""SIGXCPU, and SIGKILL of who did not listen."""
_WRAPPED = 0.6
"""A line that is so long, measured by the longest ones of its page, goes on in the next."""
_UNBROKEN = 200
"""Letters of a line that no page has: such a text has a paragraph a line."""
_NEW_POINT = re.compile(r"\s*(?:[-–•*▪●o]\s|\(?(?:[a-z]|[ivx]+|\d+(?:\.\d+)*)[.)]\s|\d+(?:\.\d+)+\s)")
_ENDS = (".", ":", ";", "?", "!")


class DocumentState(StrEnum):
    """Whether a document could be read, and if not, why."""

    READ = "read"
    TOO_BIG = "too-big"
    TOO_MANY_PAGES = "too-many-pages"
    TOOK_TOO_LONG = "took-too-long"
    ENCRYPTED = "encrypted"
    SCAN = "scan"
    BROKEN = "broken"
    UNKNOWN_KIND = "unknown-kind"
    EMPTY = "empty"


SAID_KEYS = {"document-reading.{}": tuple(DocumentState)}
"""The words of `told`, whose key is put together."""


@dataclass(frozen=True)
class DocumentText:
    """`text`: paragraphs, one a line. `page_starts`: where in it each page begins; none if there are no pages."""

    state: DocumentState
    text: str = ""
    page_starts: tuple[int, ...] = ()

    def page(self, at: int) -> int | None:
        """The page, from 1, on which this place of the text stands."""
        return bisect_right(self.page_starts, at) or None

    def __repr__(self) -> str:
        """Without the text, which must not stand in a message."""
        return f"DocumentText({self.state}, {len(self.text)} letters)"


def told(document: DocumentText, words: Words) -> str:
    """What to say of a document that could not be read, or that it was read."""
    return words[f"document-reading.{document.state}"]


def read_pasted(text: str) -> DocumentText:
    """A text as somebody pasted it."""
    if len(text) > LONGEST:
        return DocumentText(DocumentState.TOO_BIG)
    return _document(page.splitlines() for page in text.split("\f"))


def read_document(data: bytes) -> DocumentText:
    """A file, by what it is and not by what it is called."""
    if len(data) > LARGEST:
        return DocumentText(DocumentState.TOO_BIG)
    if data.startswith(b"PK") or b"%PDF-" in data[:1024]:
        return _extracted(data)
    if data.startswith(_OLD_OFFICE):
        locked = _ENCRYPTED_OFFICE in data
        return DocumentText(DocumentState.ENCRYPTED if locked else DocumentState.UNKNOWN_KIND)
    text = _decoded(data)
    return DocumentText(DocumentState.UNKNOWN_KIND) if text is None else read_pasted(text)


def _decoded(data: bytes) -> str | None:
    """The text that these bytes are; None if they are none."""
    if data.startswith(b"{\\rtf"):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    strange = sum(not letter.isprintable() and not letter.isspace() for letter in text[:10_000])
    return None if strange * 50 > len(text[:10_000]) else text


def _extracted(data: bytes) -> DocumentText:
    """What the process of its own makes of a file. It inherits nothing of the settings, which hold secrets."""
    command = [sys.executable, "-B", "-m", "advisor.understanding.extraction"]
    if not _AT_ONCE.acquire(timeout=PATIENCE):
        return DocumentText(DocumentState.TOOK_TOO_LONG)
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the document is only its input
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            cwd=_ROOT,
            env={},
        )
    except subprocess.TimeoutExpired:
        return DocumentText(DocumentState.TOOK_TOO_LONG)
    finally:
        _AT_ONCE.release()
    if done.returncode:
        took_long = done.returncode in _KILLED_FOR_TIME
        return DocumentText(DocumentState.TOOK_TOO_LONG if took_long else DocumentState.BROKEN)
    found = json.loads(done.stdout)
    state = DocumentState(found["state"])
    return _document(found["pages"], paged=data[:2] != b"PK") if state is DocumentState.READ else DocumentText(state)


def _document(pages: Iterable[list[str]], paged: bool = False) -> DocumentText:
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for lines in pages:
        starts.append(at)
        for paragraph in _paragraphs(lines):
            parts.append(paragraph + "\n")
            at += len(paragraph) + 1
    text = "".join(parts)
    state = DocumentState.READ if text.strip() else DocumentState.EMPTY
    return DocumentText(state, text, tuple(starts) if paged or len(starts) > 1 else ())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines that were broken only because the page ended, put together again."""
    clean = [" ".join(_visible(line).split()) for line in lines]
    width = max((len(line) for line in clean), default=0)
    whole = last = ""
    for line in clean:
        if whole and (not line or not _goes_on(whole, line, last, width)):
            yield whole
            whole = ""
        whole, last = _joined(whole, line), line
    if whole:
        yield whole


def _visible(line: str) -> str:
    """Without what no reader sees, soft hyphens among them."""
    return "".join(letter for letter in line if letter.isprintable() or letter.isspace())


def _goes_on(whole: str, line: str, last: str, width: int) -> bool:
    if _NEW_POINT.match(line) or whole.endswith(_ENDS):
        return False
    return width < _UNBROKEN and len(last) >= width * _WRAPPED


def _joined(whole: str, line: str) -> str:
    if whole.endswith("-") and line[:1].islower() and whole[-2:-1].isalpha():
        return whole[:-1] + line
    return f"{whole} {line}".strip()
