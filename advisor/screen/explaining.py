"""The explaining pages, as the editors wrote them."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.session.visit import Visit


def title(visit: Visit) -> None:
    st.title(visit.words["explain.title"], anchor=False)
    shell.link("assessment", visit.words["result.to-questions"], visit, primary=not visit.answers)


def faq(visit: Visit) -> None:
    for page in visit.content.pages["faq"]:
        with st.expander(page.title):
            st.markdown(page.body)


def standards(visit: Visit) -> None:
    for page in visit.content.pages["standards"]:
        st.header(page.title, anchor=False)
        st.markdown(page.body)
