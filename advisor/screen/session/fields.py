"""What stands in the fields of a page, as far as it is needed before or apart from their being drawn."""

import re

import streamlit as st

from advisor.assessment.assessment import VisitorFigures
from advisor.effort.ranges import Range
from advisor.screen import streamlit_internals
from advisor.screen.session.keys import Key

MOST = 1_000_000
_GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}(?:([\s'\u2019])[0-9]{3})(?:\1[0-9]{3})*")
"""Digits, perhaps in threes. A dot or comma parts thousands for some and decimals for others."""


def visitor_figures() -> VisitorFigures:
    """What only the visitor can know. A rate without its other end is that one figure."""
    rates = sorted(rate for key in (Key.RATE_LOW, Key.RATE_HIGH) if (rate := number(key)))
    return VisitorFigures(
        deadline=st.session_state.get(Key.DEADLINE),
        rate=Range(float(rates[0]), float(rates[-1])) if rates else None,
        people=number(Key.PEOPLE),
    )


def typed(key: Key) -> str:
    """What stands in a text field."""
    return str(st.session_state.get(key) or "").strip()


def number(key: Key) -> int | None:
    """The whole number in a text field, from 1 to `MOST`; None where it is empty or can be read in two ways."""
    if not _GROUPED.fullmatch(typed(key)):
        return None
    found = int("".join(filter(str.isdigit, typed(key))))
    return found if 1 <= found <= MOST else None


def chosen(key: str) -> tuple[str, ...]:
    """The present value of a multiple-choice widget."""
    return tuple(st.session_state.get(key) or ())


def pressed() -> object:
    """What the conversation's element sent, whatever it is."""
    return streamlit_internals.sent_by(Key.CONVERSATION, "press")


def picked(key: str) -> str:
    """The present value of a widget with one choice; empty where nothing is chosen."""
    return str(st.session_state.get(key) or "")


def align(key: str, value: str | None) -> None:
    """Make a widget with one choice show this, before it is drawn."""
    st.session_state[key] = value


def open_section(key: str) -> None:
    """Open a section that is closed, before it is drawn."""
    st.session_state[key] = True


def has_upload(key: Key) -> bool:
    """Whether the name of a file stands in the field, be the file still there or not."""
    return bool(st.session_state.get(key))


def take_upload(key: Key) -> tuple[str, bytes] | None:
    """Name and content of the file just put into an upload field; the server forgets its copy at once."""
    file = st.session_state.get(key)
    if file is None or streamlit_internals.is_forgotten(file):
        return None
    data = bytes(file.getvalue())
    streamlit_internals.forget_upload(file)
    return file.name, data
