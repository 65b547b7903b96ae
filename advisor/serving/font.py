"""Lets Streamlit's page and style sheet name the theme's font (48 kB) where they name their own (171 kB).

A theme font alone does not save that: the page orders Streamlit's font before it knows the theme.
"""

from __future__ import annotations

import re

OURS = "/app/static/inter-latin.woff2"

_STREAMLITS = re.compile(rb"(\./static|\.\./|\./)(/?media/)SourceSansVF-Upright[\w.-]*\.woff2")


def with_our_font(text: bytes) -> bytes:
    """A page or style sheet of Streamlit 1.67 that fetches our font instead; any other text unchanged."""
    return _STREAMLITS.sub(OURS.encode(), text)
