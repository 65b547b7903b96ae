"""The summary to take away. Each form is built only when it is asked for."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from advisor.screen import content as library
from advisor.screen import session, settings
from advisor.screen.session import CompanyName, Visit
from advisor.sharing.seal import record_of
from advisor.summary.ahead import VisitorFigures, in_full
from advisor.summary.formats.document import Document, Form
from advisor.summary.summary_data import Summary

MORE: tuple[tuple[Form, str, str], ...] = (
    ("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("html", "html", "text/html"),
    ("markdown", "md", "text/markdown"),
    ("json", "json", "application/json"),
)
"""Form, ending and media type of what stands behind the PDF."""


def place() -> DeltaGenerator:
    """Where everything stands that the visitor may take along; it is of no use on paper."""
    return st.container(key="take-along")


def offer(summary: Summary) -> None:
    words = library.content().words
    visit, link, wishes = session.opened(), session.address(), session.visitor_figures()
    st.header(words["result.save"], anchor=False)
    _company()
    _button("pdf", "pdf", "application/pdf", summary, visit, link, wishes)
    st.markdown(words["result.more-formats"])
    with st.container(horizontal=True):
        for form, ending, media in MORE:
            _button(form, ending, media, summary, visit, link, wishes)


@st.fragment
def _company() -> None:
    """Drawn by itself: a visitor goes from here straight to a button, and a new page would take it from under them."""
    words = library.content().words
    session.company_field(words["result.company"], words["result.company-help"])


def _button(
    form: Form, ending: str, media: str, summary: Summary, visit: Visit, link: str, wishes: VisitorFigures
) -> None:
    words, named = library.content().words, session.company_name()
    st.download_button(
        words[f"result.{form}"],
        lambda: written(form, summary, visit, link, wishes, named),
        f"{words['result.file-name']}.{ending}",
        media,
        type="primary" if form == "pdf" else "secondary",
        on_click="ignore",
    )


def written(form: Form, summary: Summary, visit: Visit, link: str, wishes: VisitorFigures, named: CompanyName) -> bytes:
    """Always the visitor's edition; what lies ahead is worked out only now."""
    content, recommendation = library.content(), visit.recommendation
    own = summary.model_copy(update={"company": named.settled()})
    full = in_full(own, content, library.rules(), visit.applying, recommendation, wishes)
    record = record_of(content.hash, summary.day, visit.answers, recommendation)
    return Document(full, content, record, settings.keys(), link).written(form)
