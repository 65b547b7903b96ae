"""What Streamlit itself lacks: focus and scroll to the new question, one announcement, height for the host page, and
a button that copies the link; the browser does it, so it says truly whether it worked."""

import time
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from advisor.screen import streamlit_internals
from advisor.screen.session import studio_address
from advisor.screen.session.visit import Visit
from advisor.settings import settings

SCRIPTS = Path(__file__).parent
FOLDER = SCRIPTS / "bridge"


def _bridge() -> ComponentRenderer:
    return _declared(streamlit_internals.component_manager())


@lru_cache(maxsize=1)
def _declared(_: object) -> ComponentRenderer:
    """Once for each server, which keeps its components; in tests each visit has a server of its own."""
    name = streamlit_internals.component_of_folder("bridge", FOLDER)
    return st.components.v2.component(name, js="main.js")


@cache
def _copier() -> ComponentRenderer:
    script = (SCRIPTS / "copy_link.js").read_text("utf-8")
    return st.components.v2.component("advisor_copying", js=script, isolate_styles=False)


def copy_link(visit: Visit) -> None:
    """The link, and once it is copied what there is to know about it; nothing where the app does not know its own
    address."""
    words, link = visit.words, visit.address()
    if link:
        texts = {name: words[f"result.{name}"] for name in ("copy", "copied", "copy-by-hand", "link-hint")}
        _copier()(key="copying", data={"link": link, **texts}, height="content")


def after_trial(name: str, announce: str) -> None:
    """Say what a trial shows; when it ends, lead back to the change of this name that had been tried."""
    back = f".st-key-{name} button" if name else ""
    _bridge()(key="bridge-trial", data={"back": back, "announce": announce}, height=1)


def after_page(visit: Visit, announce: str = "") -> None:
    """On a page without a question: tell the host page the height and the state, say what happened, and lead to the
    page that was gone to or to the section that was opened from elsewhere."""
    section, visit.looking_at = visit.looking_at, ""
    target = f".st-key-{section}" if section else ""
    _mount(visit, target=target, lead=bool(section), announce=announce or visit.notice)


def after_place(visit: Visit, place: str) -> None:
    """On the editors' screen: lead to the place that was gone to."""
    # Finds the heading, and differs from place to place.
    target = f".st-key-studio-place :is(h2, .at-{crc32(place.encode()):x})"
    _mount(visit, target=target, lead=studio_address.moved(), announce=visit.notice)


def _mount(visit: Visit, **data: object) -> None:
    # The origins stay a tuple: for a list, Streamlit 1.67 imports pandas to ask whether it is a table.
    # `drawn` differs in each run, so that the script learns when all of a run is on screen: it is mounted last.
    stands = {"state": "reading", "token": visit.link, "news": visit.news, "drawn": time.monotonic_ns()}
    blocked = {"text": visit.words["result.not-saved"], "open": visit.words["result.not-saved-open"]}
    known = {"origins": settings().embed_origins, "blocked": blocked}
    _bridge()(key="bridge", data={**data, **stands, **known}, height=1)
