"""What follows from the answers: the answer, what it stands for, what to take along, and closed below it the rest."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.browser import bridge
from advisor.screen.drawing import markup
from advisor.screen.recommendation import (
    asked_here,
    closed_sections,
    contact,
    effort_section,
    first_screen,
    take_along,
    what_would_change,
)
from advisor.summary.ahead import what_it_takes
from advisor.summary.answer_text import answer_of
from advisor.summary.summarise import summarise

visit = shell.begin("recommendation")
told = ""
if visit.answers:
    markup.dress(visit.content)
    answer = answer_of(visit.assessment)
    with st.container(key="result"):
        with st.container(key="answer-head"):
            first_screen.title(visit, answer, settled=visit.assessment.recommendation.settled)
            summary = summarise(visit.assessment, visit.company)  # while the browser draws the answer
            told = take_along.offer(visit, summary, answer)
        first_screen.notice(visit)
        asked_here.size(visit, answer)
        first_screen.needs(visit, summary, answer)
        asked_here.left_open(visit, answer)
        contact.offer(visit, answer)
        with st.container(key="folds"):
            closed_sections.why(visit, summary)
            closed_sections.practice(visit)
            effort_section.section(visit, what_it_takes(visit.assessment))
            what_would_change.section(visit, answer)
            closed_sections.notes(visit, summary)
            closed_sections.answers(visit, summary)
            closed_sections.how_we_know(visit, summary)
else:
    first_screen.nothing_yet(visit)
shell.footer(visit)
bridge.after_page(visit, told)
