"""The book as an accessible PDF, set like the summary."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from advisor.book.chapters import Chapter, numbers
from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.summary import wording
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
        "day": wording.day(day, words),
        "brand": brand.model_dump(mode="json"),
        "words": dict(words),
        "language": words.locale.language,
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
    found = [asdict(chapter) | {"number": str(c)} for c, chapter in enumerate(chapters, 1)]
    for chapter in found:
        for s, section in enumerate(chapter["sections"], 1):
            section["number"] = f"{chapter['number']}.{s}"
            for n, entry in enumerate(section["entries"], 1):
                _number(entry, f"{section['number']}.{n}", places)
    return found


def _number(entry: dict[str, Any], number: str, places: dict[str, str]) -> None:
    """A line's `target`: the entry whose heading is meant; an answer on offer has no heading of its own."""
    entry["number"] = number
    for line in (line for row in entry["rows"] for line in row["lines"]):
        line["number"] = places.get(line["to"], "")
        line["target"] = ".".join(line["number"].split(".")[:3])
    for place, part in enumerate(entry["parts"], 1):
        _number(part, f"{number}.{place}", places)
