"""The book as an accessible PDF, set like the summary."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from advisor.book.chapters import Chapter, Entry, Line, numbers
from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.summary.formats.glyphs import drawable
from advisor.summary.formats.pdf import fonts

TEMPLATE = Path(__file__).resolve().parent / "template" / "book.typ"


def write(
    chapters: tuple[Chapter, ...], content_hash: str, day: date, words: Words, brand: Brand, logo: str = ""
) -> bytes:
    """The PDF; same input, same bytes. `day`: on which it is printed; `logo`: an SVG."""
    document = {
        "chapters": _numbered(chapters),
        "hash": content_hash,
        "day": day.isoformat(),
        "brand": brand.model_dump(mode="json"),
        "words": dict(words),
    }
    return typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=fonts(),
        format="pdf",
        sys_inputs={"document": json.dumps(drawable(document), ensure_ascii=False), "logo": logo},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime.combine(day, time(12), UTC),
    )


def _numbered(chapters: tuple[Chapter, ...]) -> list[dict[str, Any]]:
    """The chapters as plain data, with the numbers of their entries and of those that they refer to."""
    places = numbers(chapters)
    found = []
    for c, chapter in enumerate(chapters, 1):
        sections = [
            {
                "number": f"{c}.{s}",
                "title": section.title,
                "entries": [_entry(e, f"{c}.{s}.{n}", places) for n, e in enumerate(section.entries, 1)],
            }
            for s, section in enumerate(chapter.sections, 1)
        ]
        told = {"id": chapter.id, "title": chapter.title, "say": chapter.say, "counted": chapter.counted}
        found.append(told | {"number": str(c), "sections": sections})
    return found


def _entry(entry: Entry, number: str, places: dict[str, str]) -> dict[str, Any]:
    rows = [{"name": row.name, "lines": [_line(line, places) for line in row.lines]} for row in entry.rows]
    parts = [_entry(part, f"{number}.{place}", places) for place, part in enumerate(entry.parts, 1)]
    told = {"tag": entry.tag, "title": entry.title, "text": list(entry.text)}
    return told | {"number": number, "rows": rows, "parts": parts}


def _line(line: Line, places: dict[str, str]) -> dict[str, Any]:
    """`target`: the entry whose heading is meant; an answer on offer has no heading of its own."""
    number = places.get(line.to, "")
    return asdict(line) | {"number": number, "target": ".".join(number.split(".")[:3])}
