"""The theme's font takes the place of Streamlit's in what the browser is told to fetch."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit import file_util

from advisor.serving.bundle import OURS, with_our_font

BUNDLE = Path(file_util.get_static_dir())
STYLE_SHEETS = sorted(BUNDLE.glob("static/css/index*.css"))


@pytest.mark.parametrize("path", [BUNDLE / "index.html", *STYLE_SHEETS], ids=lambda path: path.name)
def test_page_and_style_sheet_of_this_streamlit_fetch_our_font(path: Path) -> None:
    before = path.read_bytes()
    assert b"SourceSansVF-Upright" in before, "Streamlit names its font no more: remove the rewriting"
    after = with_our_font(before)
    assert b"SourceSansVF-Upright" not in after
    assert OURS.encode() in after


def test_our_font_is_where_the_page_looks_for_it() -> None:
    assert (Path(__file__).resolve().parents[2] / OURS.removeprefix("/app/")).is_file()


def test_any_other_text_stays_as_it_is() -> None:
    assert with_our_font(b"@font-face{src:url(../media/KaTeX.woff2)}") == b"@font-face{src:url(../media/KaTeX.woff2)}"
