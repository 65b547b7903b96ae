"""The summary to take away. Each form is built only when it is asked for."""

from __future__ import annotations

import streamlit as st

from advisor.screen import library, session
from advisor.summary import markdown
from advisor.summary.model import Summary


def offer(summary: Summary) -> None:
    words = library.content().words
    st.header(words["result.save"], anchor=False)
    session.company_field(words["result.company"], words["result.company-help"])
    name = words["result.file-name"]
    with st.container(horizontal=True):
        st.download_button(
            words["result.pdf"],
            lambda: _pdf(summary),
            f"{name}.pdf",
            "application/pdf",
            type="primary",
            on_click="ignore",
        )
        st.download_button(
            words["result.markdown"],
            lambda: markdown.write(summary, words),
            f"{name}.md",
            "text/markdown",
            on_click="ignore",
        )
        st.download_button(
            words["result.json"],
            lambda: summary.model_dump_json(indent=2),
            f"{name}.json",
            "application/json",
            on_click="ignore",
        )


def _pdf(summary: Summary) -> bytes:
    from advisor.summary import pdf  # the typesetter is loaded only when a PDF is asked for

    content = library.content()
    return pdf.write(summary, content.words, content.brand, session.address())
