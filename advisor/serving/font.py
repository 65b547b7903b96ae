"""Lets Streamlit's page and style sheet fetch our small fonts where they name their own large ones.

The theme's font is 48 kB instead of 171: a theme alone does not save that, for the page orders Streamlit's font
before it knows the theme. The icon font is 9 kB instead of 375: Streamlit fetches all 4,000 symbols on every
page, and a visit shows a few (`tools/icon_font.py` picks them).
"""

import re

OURS = "/app/static/inter-latin.woff2"
OUR_ICONS = "/app/static/material-symbols.woff2"

_FOLDER = rb"(?:\./static|\.\./|\./)/?media/"
_TEXT_FONT = re.compile(_FOLDER + rb"SourceSansVF-Upright[\w.-]*\.woff2")
_ICON_FONT = re.compile(_FOLDER + rb"MaterialSymbols-Rounded[\w.-]*\.woff2")


def with_our_font(text: bytes) -> bytes:
    """A page or style sheet of Streamlit 1.67 that fetches our fonts instead; any other text unchanged."""
    return _ICON_FONT.sub(OUR_ICONS.encode(), _TEXT_FONT.sub(OURS.encode(), text))
