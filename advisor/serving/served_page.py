"""The page in which the app runs: Streamlit's own, with our title and language, our watch over its start, and a
sentence of ours where no script runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from advisor.content.people import Brand
from advisor.content.words import FILE, LOCALE, Words, read_words
from advisor.reading.reader import Reader
from advisor.summary.formats.html import filled

PARTS = Path(__file__).with_name("page")
TITLE = "<title>Streamlit</title>"
LANGUAGE = '<html lang="en">'
HEAD_ENDS = "  </head>"
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_INLINE = {"style": "watch.css", "watch": "watch.js", "start": "start.js"}


class Face(NamedTuple):
    """All that the page says before the content is read as a whole."""

    words: Words
    brand: Brand


def faces(*roots: Path) -> Iterator[Face]:
    """Words and brand of each folder where they are in order, whatever else is wrong there."""
    for root in roots:
        reader = Reader(root)
        words, brand = read_words(reader, FILE), reader.one(Brand, "content/brand.yaml")
        if brand and not reader.mistakes:
            yield Face(words, brand)


def served_page(page: str, *roots: Path, style: str = "") -> str:
    """Streamlit's page in the words of the first folder that has all of them.

    `style`: ours, known before anything is drawn. It stands in the body, where Streamlit will put it as well: what
    comes into the head meanwhile counts no more than it does later, so nothing moves.
    """
    for face in faces(*roots):
        try:
            return _ours(page, face, style)
        except KeyError:  # this folder lacks one of the words
            continue
    return page


def _ours(page: str, face: Face, style: str) -> str:
    values: dict[str, Any] = {"say": face.words, "brand": face.brand}
    values |= {name: Markup((PARTS / file).read_text("utf-8")) for name, file in _INLINE.items()}  # noqa: S704
    values["early_style"] = Markup(style)  # noqa: S704
    head, body = (filled(PARTS / f"{name}.html", values) for name in ("head", "body"))
    page = page.replace(TITLE, head).replace(LANGUAGE, f'<html lang="{escape(face.words[LOCALE])}">')
    return _NO_SCRIPT.sub(lambda _: body, page)


def naming(page: str, scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The page that tells the browser to fetch these at once, as far as it does not name them already."""
    new = [address for address in dict.fromkeys(scripts) if address not in page]
    return page.replace(HEAD_ENDS, filled(PARTS / "early.html", {"scripts": new, "styles": styles}), 1)
