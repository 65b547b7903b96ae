"""Holds the content for all sessions, read once per process."""

from datetime import UTC, date, datetime

import streamlit as st

from advisor.content.library import Content, load


@st.cache_resource(show_spinner=False)
def content() -> Content:
    """The checked content; raises `ContentError`, and tries again on the next run."""
    return load()


def today() -> date:
    return datetime.now(UTC).date()
