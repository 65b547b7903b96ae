"""What only the visitor can know and may type: it never leaves the session but in the summary."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from advisor.assessment.assessment import VisitorFigures
from advisor.effort.ranges import Range
from advisor.screen.session.keys import Key


@dataclass
class CompanyName:
    """What the visitor typed as company name, as of now: its field is drawn apart from the page that offers documents.

    The browser holds a press on a download back until what was typed before is in (`bridge.js`).
    """

    company: str = ""


def company_name() -> CompanyName:
    """It never leaves the session but in the summary."""
    found: CompanyName = st.session_state.setdefault(Key.NAMED, CompanyName())
    return found


def company_field(label: str, help_text: str) -> None:
    company_name().company = st.text_input(
        label, key=Key.COMPANY, help=help_text, autocomplete="organization", persist_state="session"
    )


def visitor_figures() -> VisitorFigures:
    """What only the visitor can know. A rate without its other end is that one figure."""
    state = st.session_state
    rates = sorted(rate for key in (Key.RATE_LOW, Key.RATE_HIGH) if (rate := state.get(key)))
    return VisitorFigures(
        deadline=state.get(Key.DEADLINE),
        rate=Range(float(rates[0]), float(rates[-1])) if rates else None,
        people=state.get(Key.PEOPLE),
    )


def number_field(key: Key, label: str, help_text: str, most: int) -> None:
    """A whole number that may be left empty."""
    st.number_input(label, 1, most, None, key=key, help=help_text, persist_state="session")


def date_field(key: Key, label: str, help_text: str, first: date, last: date) -> None:
    """A day that may be left empty."""
    st.date_input(label, None, first, last, key=key, help=help_text, format="YYYY-MM-DD", persist_state="session")
