"""The explaining pages, as the editors wrote them."""

from __future__ import annotations

import streamlit as st

from advisor.screen import content as library
from advisor.screen import shell
from advisor.screen.session import Visit


def title(visit: Visit) -> None:
    words = library.content().words
    st.title(words["explain.title"], anchor=False)
    shell.link("assessment", words["result.to-questions"], visit, primary=not visit.answers)


def faq() -> None:
    for page in library.content().pages["faq"]:
        with st.expander(page.title):
            st.markdown(page.body)


def standards() -> None:
    for page in library.content().pages["standards"]:
        st.header(page.title, anchor=False)
        st.markdown(page.body)
