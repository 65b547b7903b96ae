"""Holds the content for all sessions, read once per process."""

from datetime import UTC, date, datetime, timedelta

import streamlit as st

from advisor.content.library import Content, load

FURTHEST = 15 * 60
"""Minutes; no place on earth is further from UTC."""


@st.cache_resource(show_spinner=False)
def content() -> Content:
    """The checked content; raises `ContentError`, and tries again on the next run."""
    return load()


def today() -> date:
    """The visitor's day, as the browser's clock stands; that of UTC where there is no browser."""
    behind = st.context.timezone_offset or 0
    if abs(behind) > FURTHEST:
        behind = 0
    return (datetime.now(UTC) - timedelta(minutes=behind)).date()
