"""Questions that are answered where their answer matters, beside the answer; the visitor stays on the page."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from advisor.rules.model import Option, Question
from advisor.screen.session import fields
from advisor.screen.session.visit import Visit
from advisor.summary.answer_data import AnswerText
from advisor.summary.formats.markdown import escape

MOST_BESIDE, LONGEST_BESIDE = 5, 56
"""How many answers stand side by side, and how many letters they may have together; others are a list to open."""


def size(visit: Visit, answer: AnswerText) -> None:
    """The question that adds days and months, where nobody has asked it yet."""
    open_ = {item.id for item in answer.open}
    for question in dict.fromkeys((answer.size, *visit.answered_here)):
        if question and question not in open_:
            _ask(visit, question)


def left_open(visit: Visit, answer: AnswerText) -> None:
    """What the visitor could not answer, with whom to ask."""
    if not answer.open:
        return
    with st.container(key="left-open"):
        st.header(visit.words["answer.open"], anchor=False)
        for item in answer.open:
            whom = visit.words("result.open-ask", whom=item.ask_whom) if item.ask_whom else ""
            _ask(visit, item.id, " · ".join(filter(None, (whom, item.changes))))


def _ask(visit: Visit, asked: str, hint: str = "") -> None:
    question = visit.rules.question(asked)
    if question is None:
        return
    told = f"**{escape(question.ask)}**" + (f"  \n:small[{escape(hint)}]" if hint else "")
    with st.container(key=f"asks-{asked}"):
        st.markdown(told)
        (_choice if question.kind == "one" else _several)(visit, question)


def _choice(visit: Visit, question: Question) -> None:
    """Side by side where they fit, else a list."""
    options = visit.assessment.shown(question)
    key = f"here-{question.id}"
    fields.align(key, next(iter(visit.answers.get(question.id, ())), None))
    beside = len(options) <= MOST_BESIDE and sum(len(o.label) for o in options) <= LONGEST_BESIDE
    taken = {"on_change": _take, "args": (visit, question.id, key)}
    if beside:
        _field(st.segmented_control, question, options, key, **taken)
    else:
        _field(st.selectbox, question, options, key, placeholder=visit.words["answer.choose"], **taken)


def _field(draw: Callable[..., Any], question: Question, options: Iterable[Option], key: str, **more: Any) -> None:
    """Any of Streamlit's own, called by its question and showing the options' labels."""
    labels = {option.id: option.label for option in options}
    draw(question.ask, list(labels), format_func=labels.__getitem__, key=key, label_visibility="collapsed", **more)


def _take(visit: Visit, question: str, key: str) -> None:
    if option := fields.picked(key):
        visit.answer_here(question, (option,))


def _several(visit: Visit, question: Question) -> None:
    """A list to choose from, and a button that says that it is all."""
    options = [o for o in visit.assessment.shown(question) if not o.unknown]
    key = f"here-{question.id}"
    with st.form(f"form-here-{question.id}", border=False, enter_to_submit=False):
        _field(st.multiselect, question, options, key, placeholder=visit.words["answer.choose"])
        st.form_submit_button(visit.words["conversation.continue"], on_click=_take_all, args=(visit, question, key))


def _take_all(visit: Visit, question: Question, key: str) -> None:
    """What excludes all else stands alone, so it may not be chosen with something else."""
    chosen = set(fields.chosen(key))
    picked = tuple(option.id for option in question.options if option.id in chosen)
    alone = next((o for o in question.options if o.exclusive and o.id in chosen), None)
    if not picked:
        visit.warn(visit.words["conversation.choose-nothing"])
    elif alone and len(picked) > 1:
        visit.warn(visit.words("conversation.choose-conflict", option=alone.label))
    else:
        visit.answer_here(question.id, picked)
