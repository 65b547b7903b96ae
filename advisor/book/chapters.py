"""What the book is made of: chapters, sections, entries, and lines of text. No markup, no numbers.

A tag names an entry: `obligation:eu-mdr-general`, `option:size:solo`. It stands in the book once, with its entry;
whatever refers to the entry gives its number, which the book works out last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """`depth`: 0 for the outermost. `to`: the tag of an entry whose number stands in front. `link`: a web address."""

    text: str
    depth: int = 0
    to: str = ""
    link: str = ""


@dataclass(frozen=True)
class BookRow:
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Entry:
    """`text`: blocks of prose or of a table, as the template shows them. `parts`: answers on offer."""

    tag: str
    title: str
    text: tuple[dict[str, Any], ...] = ()
    rows: tuple[BookRow, ...] = ()
    parts: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Section:
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Chapter:
    """`say`: what the reader is to look at. `counted`: how many entries, in words."""

    id: str
    title: str
    say: str
    counted: str
    sections: tuple[Section, ...]

    def entries(self) -> Iterator[Entry]:
        return (entry for section in self.sections for entry in section.entries)


def numbers(chapters: tuple[Chapter, ...]) -> dict[str, str]:
    """Tag → number: chapter, section and place in it; an answer on offer has one place more."""
    found = {}
    for c, chapter in enumerate(chapters, 1):
        for s, section in enumerate(chapter.sections, 1):
            for e, entry in enumerate(section.entries, 1):
                found[entry.tag] = f"{c}.{s}.{e}"
                found |= {part.tag: f"{c}.{s}.{e}.{p}" for p, part in enumerate(entry.parts, 1)}
    return found
