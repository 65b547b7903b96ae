"""A button that copies the link to this assessment; the browser does it, so it says truly whether it worked."""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from advisor.screen.session.visit import Visit

SCRIPT = Path(__file__).with_name("copy_link.js")


@cache
def _copier() -> ComponentRenderer:
    return st.components.v2.component("advisor_copying", js=SCRIPT.read_text("utf-8"), isolate_styles=False)


def offer(visit: Visit) -> None:
    """The link with what there is to know about it; nothing where the app does not know its own address."""
    words, link = visit.words, visit.address()
    if not link:
        return
    st.markdown(words["result.link-hint"])
    texts = {name: words[f"result.{name}"] for name in ("copy", "copied", "copy-by-hand")}
    _copier()(key="copying", data={"link": link, **texts}, height="content")
