"""Cuts Streamlit's icon font down to the icons that can appear; `make icons` after a new icon or Streamlit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from streamlit import file_util

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = Path(file_util.get_static_dir()) / "static"
CUT = ROOT / "static" / "material-symbols.woff2"

_NAME = re.compile(r":material/([a-z0-9_]+)")
_OURS = ("app.py", "advisor/**/*.py", "pages/*.py", "content/**/*.yaml", "content/**/*.md", "questions/*.yaml")
# Streamlit's own word for a filled star; it draws `star`.
_NO_ICON = {"star_filled"}


def main() -> None:
    font = TTFont(next(BUNDLE.glob("media/MaterialSymbols-Rounded*.woff2")))
    names, drawn = icons_named(), ligatures(font)
    options = subset.Options(layout_closure=False, layout_features=["*"], hinting=False, flavor="woff2")
    cutter = subset.Subsetter(options)
    # An icon is a ligature of the letters of its name, so the letters stay as well.
    cutter.populate(glyphs=[".notdef", *(drawn[name] for name in names)], text="".join(names))
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(CUT)


def icons_named() -> set[str]:
    """Every icon that Streamlit's scripts or our own files name as `:material/name:`."""
    files = [*BUNDLE.glob("js/*.js"), *(path for pattern in _OURS for path in ROOT.glob(pattern))]
    return {name for path in files for name in _NAME.findall(path.read_text("utf-8"))} - _NO_ICON


def ligatures(font: TTFont) -> dict[str, str]:
    """Icon name → glyph."""
    letters: dict[str, str] = {}
    for point, glyph in font.getBestCmap().items():
        letters.setdefault(glyph, chr(point).lower())
    return {
        "".join(letters.get(glyph, "?") for glyph in (first, *ligature.Component)): ligature.LigGlyph
        for first, ligature in _all_ligatures(font)
    }


def _all_ligatures(font: TTFont) -> Iterator[tuple[str, Any]]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            by_first = getattr(getattr(table, "ExtSubTable", table), "ligatures", {})
            yield from ((first, ligature) for first, found in by_first.items() for ligature in found)


if __name__ == "__main__":
    main()
