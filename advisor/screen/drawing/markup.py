"""Fills the templates of what Streamlit's own elements cannot draw. Every text is escaped; none needs a script."""

from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from advisor.content.library import Content
from advisor.summary import wording
from advisor.summary.formats.html import filled

DRAWINGS = Path(__file__).parent
STYLE = DRAWINGS / "result.css"


def dress(content: Content) -> None:
    """The stylesheet of all templates, and the brand's colours that it takes its own from."""
    st.html(STYLE)
    st.html(filled(DRAWINGS / "colours.html", {"colours": content.brand.colours}))


def show(name: str, content: Content, /, **values: Any) -> None:
    """Draw the template of that name."""
    st.html(markup(name, content, **values))


def markup(name: str, content: Content, /, **values: Any) -> str:
    """A filled template. In it `say` gives words, `day` writes a date and `month_of` its month."""
    day, month = (partial(told, words=content.words) for told in (wording.day, wording.month))
    return filled(DRAWINGS / f"{name}.html", {"say": content.words, "day": day, "month_of": month, **values})
