"""Pictures that the app draws itself as markup. They need neither Plotly nor an address of somebody else."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from advisor.summary.formats.html import filled

DRAWINGS = Path(__file__).parent


def show(name: str, key: str, **values: Any) -> None:
    """Draw the template of that name."""
    _component()(key=key, data={"drawing": markup(name, **values)})


def markup(name: str, **values: Any) -> str:
    """A filled template, in which every text is escaped."""
    return filled(DRAWINGS / f"{name}.html", values)


@cache
def _component() -> ComponentRenderer:
    css, js = (DRAWINGS.joinpath(f"drawing.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return st.components.v2.component("advisor_drawing", css=css, js=js)
