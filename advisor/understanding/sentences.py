"""The sentences of a document, each with its place, and the points of a list with the words that lead to them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_SENTENCE = 2_000
"""Letters; what is longer is a table or rubbish, and is read in pieces."""
_END = re.compile(
    r"(?<!\bNo)(?<!\bArt)(?<!\bno)(?<!\bcl)(?<!\be\.g)(?<!\bi\.e)(?<!\bLtd)(?<!\bInc)(?<!\bCo)(?<!\bapprox)(?<!\bRev)"
    r"[.!?;]['\")\]”’]*\s+(?=[\[(\"'“‘]?[A-Z0-9(])|;\s+"
)
_POINT = re.compile(r"\s*(?:[-–•*▪●o]\s|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s)")
_POINTS = 30
"""Points of a list that its lead reaches at most."""


class Sentence(NamedTuple):
    """`text`: as it stands from `start` to `end`. `read`: with the words that lead to it, for a point of a list."""

    start: int
    end: int
    text: str
    read: str


def sentences(text: str) -> Iterator[Sentence]:
    """Of a text that has a paragraph a line."""
    at, lead, left = 0, "", 0
    for line in text.splitlines(keepends=True):
        is_point = bool(_POINT.match(line))
        left = left - 1 if is_point and left else 0
        yield from _of_line(line, at, lead if left else "")
        at += len(line)
        if line.rstrip().endswith(":"):
            lead, left = line.strip()[-LONGEST_SENTENCE:], _POINTS


def _of_line(line: str, at: int, lead: str) -> Iterator[Sentence]:
    for start, end in _pieces(line):
        piece = line[start:end].rstrip()
        start += len(piece) - len(piece.lstrip())
        if piece.strip():
            said = piece.strip()
            yield Sentence(at + start, at + start + len(said), said, f"{lead} {said}" if lead else said)


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(found.end() for found in _END.finditer(line)), len(line)):
        while end - start > LONGEST_SENTENCE:
            yield start, start + LONGEST_SENTENCE
            start += LONGEST_SENTENCE
        if end > start:
            yield start, end
            start = end
