"""Where the words of a PDF really stand: whether any leaves the page's margins or lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

LEFT, RIGHT, BOTTOM, TOP = 50.0, 595.3 - 50.0, 22.0, 841.9 - 36.0
"""The area of the page that may hold text, in points; the margins are 20 mm at the sides and 16 mm above."""
_TOUCHING = 1.5
"""Points: descenders and ascenders of neighbouring lines may meet."""


@dataclass(frozen=True)
class Box:
    page: int
    left: float
    bottom: float
    right: float
    top: float
    text: str

    def covers(self, other: Box) -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide > _TOUCHING and high > max(_TOUCHING, 0.4 * min(self.top - self.bottom, other.top - other.bottom))

    @property
    def outside(self) -> bool:
        return self.left < LEFT or self.right > RIGHT or self.bottom < BOTTOM or self.top > TOP


def boxes(document: bytes) -> list[list[Box]]:
    """The boxes of each page, a line or a part of one each."""
    file = pypdfium2.PdfDocument(document)
    found = [list(_of(number, page)) for number, page in enumerate(file, 1)]
    file.close()
    return found


def _of(number: int, page: pypdfium2.PdfPage) -> Iterator[Box]:
    text = page.get_textpage()
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        if words:
            yield Box(number, left, bottom, right, top, words)
    text.close()
    page.close()


def problems(document: bytes) -> list[str]:
    """One sentence for each word outside its margins, each pair of words on top of each other, each blank page."""
    found = []
    for page in boxes(document):
        if sum(len(box.text) for box in page) < 150:
            found.append(f"a page with hardly a word: {[box.text for box in page]}")
        found += [f"page {box.page}: '{box.text}' leaves its margins" for box in page if box.outside]
        found += [
            f"page {one.page}: '{one.text}' and '{other.text}' lie on each other"
            for place, one in enumerate(page)
            for other in page[place + 1 :]
            if one.covers(other)
        ]
    return found
