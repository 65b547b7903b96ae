"""The editors' screen: how the content hangs together, what is wrong with it, and what is due."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.browser import bridge
from advisor.screen.studio import (
    check_findings,
    coverage_and_reviews as inventory,
    frame,
    question_pages,
    search,
    statement_pages,
)

visit = shell.begin("studio")
frame.only_for_editors()
place = frame.top(visit)
with st.container(key="studio-place"):  # the page takes the focus there
    if place.part == "find":
        search.search(visit)
    elif place.part == "questions" and place.item:
        question_pages.question(visit, place.item)
    elif place.part == "questions":
        question_pages.topics(visit, place.topic)
    elif place.part == "statements" and place.item:
        statement_pages.statement(visit, place.item)
    elif place.part == "statements":
        statement_pages.choose(visit)
    elif place.part == "sources":
        statement_pages.source(visit, place.item)
    elif place.part == "check":
        check_findings.findings(visit)
    elif place.part == "coverage":
        inventory.coverage(visit)
    elif place.part == "review":
        inventory.review(visit)
bridge.after_place(visit, f"{place.part} {place.topic} {place.item}")
