"""Cuts Inter down to what the screens use: the weights from regular to bold, and no letter forms that nobody asks for.

Run it after taking a new version from https://github.com/rsms/inter, cut to the ranges in .streamlit/config.toml;
a second time changes nothing. What stays beside the letters: accents that combine, kerning, and digits of equal width,
which the tables use.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
FONTS = sorted((ROOT / "static").glob("inter-*.woff2"))
WEIGHTS = (400, 700)
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "tnum"]


def main() -> None:
    for path in FONTS:
        path.write_bytes(cut(path))


def cut(path: Path) -> bytes:
    """The font with its own characters, and the glyphs that these need."""
    font = TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True))
    cutter.populate(unicodes=list(font.getBestCmap()))
    cutter.subset(font)
    lighter = instancer.instantiateVariableFont(_read_again(font), {"wght": WEIGHTS})
    lighter.flavor = "woff2"
    return _written(lighter)


def _read_again(font: TTFont) -> TTFont:
    """The instancer reads tables that the subsetter leaves behind half changed."""
    font.flavor = None
    return TTFont(BytesIO(_written(font)), recalcTimestamp=False)


def _written(font: TTFont) -> bytes:
    written = BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    main()
