"""The frame around every page: pages, style, brand, and the calm page while content is being mended."""

import logging
from base64 import b64encode
from pathlib import Path
from typing import Never

import streamlit as st

from advisor.content.articles import updating_page
from advisor.content.library import ROOT
from advisor.content.words import PRODUCT
from advisor.conversation.moment import BESIDE
from advisor.reading.reader import ContentError
from advisor.screen import content as library, streamlit_internals
from advisor.screen.session.keys import PARAMETER
from advisor.screen.session.visit import Visit, opened

LOG = logging.getLogger(__name__)
STYLE = Path(__file__).with_name("style.css")
NAMED = ("recommendation", "explanations", "verify", "studio")
PAGES = ("assessment", *NAMED)
SAID_KEYS = {"page.{}": NAMED}


def run() -> None:
    """Declare the pages and run the one that was asked for."""
    pages = [st.Page(f"pages/{name}.py", default=name == PAGES[0]) for name in PAGES]
    st.navigation(pages, position="hidden").run()


def begin(page: str = "") -> Visit:
    """Every page's first line: name it in the browser's tab and open the session, or show the calm page and stop.

    `page`: which of `NAMED`. The conversation names itself after its question.
    """
    try:
        content = library.content()
    except ContentError as error:
        _being_mended(error)
    if page:
        name_tab(content.words("conversation.tab", said=content.words[f"page.{page}"], product=content.brand.product))
    streamlit_internals.draw_whole_page_for_unknown_part()
    streamlit_internals.set_accent(content.brand.colours.primary, content.brand.colours.primary_dark)
    st.html(STYLE)
    visit = opened()
    with st.container(key="brand", horizontal=True, vertical_alignment="center"):
        st.image(_picture(content.brand.logo), width=150, alt=content.brand.name)
    return visit


def name_tab(title: str) -> None:
    """Say in the browser's tab where the visitor is."""
    st.set_page_config(page_title=title, page_icon=face(), layout="centered")


def _being_mended(error: ContentError) -> Never:
    for mistake in error.mistakes:
        LOG.error("content: %s", mistake)
    page = updating_page(ROOT, PRODUCT)
    st.set_page_config(page_title=page.title, layout="centered")
    st.html(STYLE)
    st.title(page.title, anchor=False)
    st.markdown(page.body)
    st.stop()


def link(page: str, label: str, visit: Visit, primary: bool = False, place: str = "end") -> None:
    """A link to another page that takes the answers along; a second one to the same page names its place."""
    with st.container(key=f"go-{page}" if primary else f"link-{page}-{place}"):
        st.page_link(f"pages/{page}.py", label=label, query_params={"a": visit.link} if visit.link else None)


def footer(visit: Visit) -> None:
    """The ways to the pages that stand beside the conversation."""
    with st.container(key="footer", horizontal=True):
        for page in BESIDE:
            link(page, visit.words[f"nav.{page}"], visit, place="footer")


def go_on(visit: Visit) -> None:
    """Lead to the page that was asked for, if one was."""
    going, visit.going = visit.going, ""
    if going:
        st.switch_page(f"pages/{going}.py", query_params={PARAMETER: visit.link})


def face() -> str:
    """The small picture beside what the advisor says."""
    return _picture(library.content().brand.icon)


@st.cache_resource(show_spinner=False, max_entries=4)
def _picture(name: str) -> str:
    """A picture of the brand as an address: Streamlit would read and encode a file on every run."""
    picture = (library.content().root / name).read_bytes()
    return f"data:image/svg+xml;base64,{b64encode(picture).decode()}"
