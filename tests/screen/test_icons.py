"""The small icon font draws every icon that can appear; a missing one would show its name as text."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont
from streamlit import file_util

from advisor.serving.bundle import OUR_ICONS, with_our_font
from tools.icon_font import CUT, icons_named, ligatures

BUNDLE = Path(file_util.get_static_dir())


def test_every_icon_of_streamlit_and_of_ours_is_drawn() -> None:
    missing = icons_named() - ligatures(TTFont(CUT)).keys()
    assert not missing, f"run `make icons`: {sorted(missing)}"


def test_the_style_sheet_of_this_streamlit_fetches_the_small_icon_font() -> None:
    sheets = [path.read_bytes() for path in BUNDLE.glob("static/css/*.css")]
    assert any(b"MaterialSymbols-Rounded" in sheet for sheet in sheets), "Streamlit names its icon font differently"
    assert not any(b"MaterialSymbols-Rounded" in with_our_font(sheet) for sheet in sheets)
    assert CUT.name == OUR_ICONS.rpartition("/")[2]


def test_the_icon_font_stays_small() -> None:
    assert CUT.stat().st_size < 20_000
