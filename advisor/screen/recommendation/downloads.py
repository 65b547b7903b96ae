"""The summary to take away. Each form is built only when it is asked for."""

from functools import partial

import streamlit as st

from advisor.assessment.assessment import Assessment
from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit
from advisor.settings import settings
from advisor.sharing.seal import record_of
from advisor.sharing.signing import keys_from
from advisor.summary.ahead import in_full
from advisor.summary.formats.document import Document, Form
from advisor.summary.formats.file_name import file_name
from advisor.summary.summary_data import Summary

MORE: tuple[tuple[Form, str, str], ...] = (
    ("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("html", "html", "text/html"),
    ("markdown", "md", "text/markdown"),
    ("json", "json", "application/json"),
)
"""Form, ending and media type of what stands behind the PDF."""


def document(visit: Visit, summary: Summary) -> None:
    """The one that most want."""
    with st.container(key="take-first"):
        _button("pdf", "pdf", "application/pdf", visit, summary)


def name(visit: Visit) -> None:
    with st.expander(visit.words["answer.name"], key="take-name"):
        _company(visit)


def more_formats(visit: Visit, summary: Summary) -> None:
    with st.expander(visit.words["result.more-formats"], key="take-more"):
        for form, ending, media in MORE:
            _button(form, ending, media, visit, summary)


@st.fragment
def _company(visit: Visit) -> None:
    """Its own part of the page. Who types a name draws the buttons anew, whose files bear it."""
    label, hint = visit.words["result.company"], visit.words["result.company-help"]
    field = partial(st.text_input, autocomplete="organization", persist_state="session")
    before, visit.company = visit.company, field(label, key=Key.COMPANY, help=hint)
    if visit.company != before:
        st.rerun()


def _button(form: Form, ending: str, media: str, visit: Visit, summary: Summary) -> None:
    link, made = (
        visit.address(),
        visit.assessment,
    )  # what is on screen is what is written, whatever the visitor does meanwhile
    st.download_button(
        visit.words[f"result.{form}"],
        lambda: written(form, made, summary, link, visit.company),
        f"{file_name(summary.model_copy(update={'company': visit.company}), visit.words)}.{ending}",
        media,
        type="primary" if form == "pdf" else "secondary",
        icon=":material/download:" if form == "pdf" else None,
        width="stretch",
        on_click="ignore",
        key=f"download-{form}",  # so that a button whose file has another name is the same button to the browser
    )


def written(form: Form, made: Assessment, summary: Summary, link: str, company: str) -> bytes:
    """Always the visitor's edition; what lies ahead is worked out only now."""
    full = in_full(summary.model_copy(update={"company": company}), made)
    return Document(full, made.content, record_of(made), keys_from(settings().signing_key), link).written(form)
