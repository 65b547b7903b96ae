"""Hands the conversation to the element that draws it in the browser, and does what was pressed there."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from advisor.conversation.moment import BESIDE, Moment
from advisor.conversation.press import Press, answer_of, open_question, presses
from advisor.conversation.question_data import title_of
from advisor.conversation.turn import turn
from advisor.screen import shell, streamlit_internals
from advisor.screen.session import fields
from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit, write_link
from advisor.settings import settings

FOLDER = Path(__file__).with_name("element")


def _element() -> ComponentRenderer:
    return _declared(streamlit_internals.component_manager())


@lru_cache(maxsize=1)
def _declared(_: object) -> ComponentRenderer:
    """Once for each server, which keeps its components; in tests each visit has a server of its own."""
    name = streamlit_internals.component_of_folder("conversation", FOLDER)
    return st.components.v2.component(name, js="main.js", css="conversation.css", isolate_styles=False)


def show(visit: Visit) -> None:
    """The conversation as it stands, named in the browser's tab; the element itself names each further turn."""
    shell.name_tab(title_of(visit.content, open_question(visit.assessment, visit.editing)))
    with st.container(key="talk"):  # known to the style sheet before the script is there
        _draw(visit)


@st.fragment
def _draw(visit: Visit) -> None:
    """The element alone: a press is done first, and then no more than this is drawn anew."""
    data = turn(visit.assessment, moment(visit))
    visit.promised = data["progress"]["done"] + data["progress"]["most"]
    # In a tuple: of each list in a dictionary, Streamlit 1.67 asks whether it is a table, and imports pandas for it.
    handed = (data,)
    drawn = _element()(key=Key.CONVERSATION, data=handed, on_press_change=lambda: _take(visit, fields.pressed()))
    write_link(visit)  # after the turn, so that the browser draws that first
    # After a fail-over the new process does not know the callback; the value that came along is the safety net.
    if _take(visit, drawn.press):
        st.rerun()
    shell.go_on(visit)


def moment(visit: Visit) -> Moment:
    """Where the visit stands."""
    return Moment(
        taken=visit.taken,
        editing=visit.editing,
        proposed=visit.proposed,
        notice=visit.notice,
        undo=visit.former is not None,
        promised=visit.promised,
        both_right=visit.both_right,
        token=visit.link,
        origins=settings().embed_origins,
    )


def _take(visit: Visit, sent: object) -> bool:
    """Do what was pressed and not done yet, in order; whether there was anything."""
    found = presses(sent, visit.taken)
    for press in found:
        visit.taken = press.number
        _do(visit, press)
    return bool(found)


def _do(visit: Visit, press: Press) -> None:
    """What a press says, where it can be said now; anything else changes nothing."""
    doing: dict[str, Callable[[], None]] = {
        "answer": lambda: _answer(visit, press),
        "edit": lambda: visit.edit(press.about if press.about in visit.said else ""),
        "agree": visit.agree,
        "undo": visit.undo,
        "both": lambda: visit.stand_by_both(press.about),
        "restart": lambda: visit.become({}),
        "example": lambda: visit.show(press.about),
        "result": lambda: visit.go("recommendation"),
        "go": lambda: visit.go(press.about if press.about in BESIDE else ""),
    }
    doing[press.do]()


def _answer(visit: Visit, press: Press) -> None:
    if options := answer_of(press, visit.assessment, visit.editing):
        (visit.propose if visit.editing else visit.record)(press.about, options)
