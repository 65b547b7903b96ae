"""The answer itself: for whom, in one sentence, and the things that it stands for."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.drawing import markup
from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit
from advisor.summary.answer_data import AnswerText
from advisor.summary.formats.markdown import escape
from advisor.summary.page_one import Told, page_one
from advisor.summary.summary_data import Summary


def nothing_yet(visit: Visit) -> None:
    st.title(visit.words["result.title"], anchor=False)
    st.info(visit.words["result.nothing-yet"])
    shell.link("assessment", visit.words["result.to-questions"], visit, primary=True)


def title(visit: Visit, answer: AnswerText, *, settled: bool) -> None:
    """For whom, the way to the answers, and the answer."""
    words, persona = visit.words, next((p for p in visit.content.personas if p.id == visit.persona), None)
    name = visit.company or (words("result.example", name=persona.name) if persona else "")
    with st.container(key="answer-title"):
        with st.container(key="answer-for", horizontal=True, vertical_alignment="center"):
            markup.show("opening", visit.content, name=name, on=visit.day)
            label, go = words["answer.change"], visit.look_at
            st.button(label, key="to-answers", type="tertiary", on_click=go, args=(Key.ANSWERS,))
        st.title(escape(answer.sentence), anchor=False)
        if not settled:
            with st.container(key="unfinished", horizontal=True, vertical_alignment="center"):
                st.markdown(words["result.unfinished"])
                shell.link("assessment", words["result.go-on"], visit, place="top")


def notice(visit: Visit) -> None:
    """What just happened, and the way back."""
    if visit.notice:
        with st.container(key="told", horizontal=True, vertical_alignment="center"):
            st.markdown(visit.notice)
            if visit.former:
                st.button(visit.words["conversation.undo"], key="undo", on_click=visit.undo)


def needs(visit: Visit, summary: Summary, answer: AnswerText) -> None:
    """As much of each as is read in the first minute; the rest opens beneath it."""
    page = page_one(summary, answer)
    more = visit.words.count("answer.later", len(page.behind))
    with st.container(key="needs"):
        drawn = {"needs": page.needs, "rest": [Told(need) for need in page.behind], "more": more}
        markup.show("needs", visit.content, **drawn, not_needed=answer.not_needed)
