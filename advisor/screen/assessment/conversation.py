"""The conversation: what was said, the one open question, and how far it still is."""

import streamlit as st

from advisor.rules.model import Question
from advisor.screen import change_preview, shell
from advisor.screen.assessment import choices
from advisor.screen.session.visit import Visit
from advisor.summary.formats import markdown
from advisor.verdicts.journey import Journey, Step


def title(visit: Visit, journey: Journey) -> None:
    """The title stays; the introduction makes room for the conversation."""
    st.title(visit.words["conversation.title"], anchor=False)
    if not journey.steps:
        st.markdown(visit.words["conversation.intro"])


def notice(visit: Visit) -> None:
    """A sentence about what just happened, such as answers set aside."""
    if visit.notice:
        st.info(visit.notice, icon=":material/info:")
    if visit.former:
        st.button(visit.words["conversation.undo"], key="undo", on_click=visit.undo)


def contradiction(visit: Visit) -> None:
    """One calm question about two answers that cannot both be right. It blocks nothing, and may be answered "both"."""
    open_ = [found for found in visit.assessment.contradictions if found.id not in visit.both_right]
    if visit.editing or not open_:
        return
    with st.container(border=True, key="contradiction"):
        st.subheader(open_[0].ask, anchor=False)
        for step in visit.assessment.journey.steps:
            if step.question.id in open_[0].settle:
                _said(visit, step, "settle")
        label = visit.words["conversation.both-right"]
        st.button(label, key="settle-both", type="tertiary", on_click=visit.stand_by_both, args=(open_[0].id,))


def past(visit: Visit, journey: Journey) -> None:
    """The answered questions as bubbles; one of them may be open for change in its place."""
    for step in journey.steps:
        if step.question.id == visit.editing:
            ask(visit, step.question)
        else:
            _said(visit, step)


def _said(visit: Visit, step: Step, action: str = "change") -> None:
    """An answer as a bubble that quotes its question and opens it for change: one element, however long the talk."""
    answer = " · ".join(option.label for option in step.options)
    label, asked = f":small[{markdown.escape(step.question.ask)}]  \n**{markdown.escape(answer)}**", step.question.id
    st.button(label, key=f"{action}-{asked}", icon=":material/edit:", on_click=visit.edit, args=(asked,))


def ask(visit: Visit, question: Question) -> None:
    """The open question with its reasons and answers."""
    with st.container(key="open-question"), st.chat_message("assistant", avatar=shell.face()):
        st.header(question.ask, anchor=False)
        if visit.editing and visit.proposed:
            change_preview.before_change(visit, question)
            return
        if question.help:
            st.markdown(question.help)
        told = "why-and-answers" if question.kind == "many" and _helps(question) else "why"
        with st.popover(visit.words[f"conversation.{told}"], type="tertiary"):
            st.markdown("\n".join([f"{question.why}\n", *_helps(question)]))
        choices.offer(visit, question)
        if visit.editing:
            st.button(visit.words["conversation.keep"], type="tertiary", on_click=visit.edit, args=("",))


def _helps(question: Question) -> list[str]:
    return [f"- **{option.label}:** {option.help}" for option in question.options if option.help]


def progress(visit: Visit, journey: Journey) -> None:
    """How many questions are left that can still change the result, counted by replay."""
    words, done, left = visit.words, len(journey.steps), journey.left
    st.progress(done / (done + left) if done + left else 0.0, text=words.count("conversation.left", left))


def finished(visit: Visit) -> None:
    with st.container(key="open-question"), st.chat_message("assistant", avatar=shell.face()):
        st.header(visit.words["conversation.settled"], anchor=False)
        shell.link("recommendation", visit.words["conversation.result"], visit, primary=True)


def start_over(visit: Visit) -> None:
    """Starting over asks first."""
    words = visit.words
    if not visit.answers:
        return
    if not visit.starting_over:
        st.button(words["conversation.start-over"], type="tertiary", on_click=visit.ask_start_over, args=(True,))
        return
    st.warning(words["conversation.start-over-ask"])
    with st.container(horizontal=True):
        st.button(words["conversation.start-over-yes"], on_click=visit.become, args=({},))
        st.button(words["conversation.start-over-no"], type="primary", on_click=visit.ask_start_over, args=(False,))


def personas(visit: Visit) -> None:
    """One tap opens a finished, realistic assessment."""
    if visit.answers:
        return
    with st.expander(visit.words["conversation.demo"]):
        for persona in visit.content.personas:
            key, become = f"persona-{persona.id}", (persona.answers, "", persona.id)
            st.button(persona.name, key, persona.story, visit.become, become, width="stretch")
