"""Writes which characters the shipped fonts can draw. Run after a change of fonts; needs `pip install fonttools`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "advisor/summary/formats/fonts"
UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def main() -> None:
    points = {point for path in FONTS.glob("*.ttf") for point in TTFont(path).getBestCmap()}
    printable = sorted(p for p in points if unicodedata.category(chr(p)) not in UNPRINTABLE)
    lines = (f"{first:04X}-{last:04X}\n" for first, last in ranges(printable))
    (FONTS / "coverage.txt").write_text("".join(lines), "utf-8")


def ranges(points: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Ascending code points as ranges, first and last included."""
    first = last = -1
    for point in points:
        if point != last + 1 and last >= 0:
            yield first, last
        if point != last + 1:
            first = point
        last = point
    yield first, last


if __name__ == "__main__":
    main()
