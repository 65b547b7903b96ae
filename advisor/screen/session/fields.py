"""What stands in the fields of a page, as far as it is needed before or apart from their being drawn."""

import streamlit as st

from advisor.assessment.assessment import VisitorFigures
from advisor.effort.ranges import Range
from advisor.screen import streamlit_internals
from advisor.screen.session.keys import Key


def visitor_figures() -> VisitorFigures:
    """What only the visitor can know. A rate without its other end is that one figure."""
    state = st.session_state
    rates = sorted(rate for key in (Key.RATE_LOW, Key.RATE_HIGH) if (rate := state.get(key)))
    return VisitorFigures(
        deadline=state.get(Key.DEADLINE),
        rate=Range(float(rates[0]), float(rates[-1])) if rates else None,
        people=state.get(Key.PEOPLE),
    )


def chosen(key: str) -> tuple[str, ...]:
    """The present value of a multiple-choice widget."""
    return tuple(st.session_state.get(key) or ())


def pressed() -> object:
    """What the conversation's element sent, whatever it is."""
    return getattr(st.session_state.get(Key.CONVERSATION), "press", None)


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
