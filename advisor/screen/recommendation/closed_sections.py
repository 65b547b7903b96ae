"""What stands closed below the answer, each said once: why, what is worth knowing, the answers, how we know."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.drawing import markup
from advisor.screen.session.keys import PARAMETER, Key
from advisor.screen.session.visit import Visit
from advisor.summary.formats.markdown import escape
from advisor.summary.market_table import market_table
from advisor.summary.practice_text import practice_of
from advisor.summary.summary_data import Answered, Summary

FIRST = ("settled",)
URGENT = ("met", "caution", "coming")
"""Kinds of notes that stand before the others; what was settled without a question stands before all."""


def why(visit: Visit, summary: Summary) -> None:
    """A table by market, whose cells open their reasons; nothing as long as nothing is known."""
    words, table = visit.words, market_table(visit.assessment, summary)
    if not (table.rows or table.left_out):
        return
    about = words.count("answer.places", len(table.rows)) if table.rows else ""
    title = words["answer.why" if table.rows else "answer.why-plain"]
    with st.expander(heading(title, about), key="fold-why"):
        markup.show("by_market", visit.content, table=table)


def notes(visit: Visit, summary: Summary) -> None:
    """What nobody should overlook first."""
    if summary.notes:
        told = sorted(summary.notes, key=lambda note: (note.kind not in FIRST, note.kind not in URGENT))
        with st.expander(heading(visit.words["result.notes"]), key="fold-notes"):
            markup.show("notes", visit.content, notes=told)


def practice(visit: Visit) -> None:
    """How what is needed is got; nothing where nothing is to be got."""
    if told := practice_of(visit.assessment):
        words = visit.words
        about = told[0].name if len(told) == 1 else words.count("practice.about", len(told))
        with st.expander(heading(words["practice.title"], about), key="fold-practice"):
            markup.show("practice", visit.content, practices=told)


@st.fragment
def answers(visit: Visit, summary: Summary) -> None:
    """Each with the way to change it; drawn when it is opened."""
    title = heading(visit.words["result.answers"], str(len(summary.answers)))
    section = st.expander(title, key=Key.ANSWERS, on_change="rerun")
    if not section.open:
        return
    with section:
        persona = next((p for p in visit.content.personas if p.id == visit.persona), None)
        if persona:
            st.markdown(persona.story)
        for answered in summary.answers:
            _answered(visit, answered)
        shell.link("assessment", visit.words["result.back"], visit)


def _answered(visit: Visit, answered: Answered) -> None:
    """Question, answer and what pressing does, all on one button, so that each is called by its question."""
    said, change = escape(" · ".join(answered.answers)), visit.words["answer.change-one"]
    label = f":small[{escape(answered.question)}] **{said}** :primary[{change}]"
    if st.button(label, f"redo-{answered.id}", on_click=visit.edit, args=(answered.id,), width="stretch"):
        st.switch_page("pages/assessment.py", query_params={PARAMETER: visit.link})


def how_we_know(visit: Visit, summary: Summary) -> None:
    words, obligations, sources = visit.words, len(visit.rules.obligations), len(visit.rules.sources)
    version = summary.content_hash[:12]
    told = (
        words("result.content-version", hash=version, obligations=obligations, sources=sources),
        summary.proof,
        words["result.proven-limits"],
        summary.limits,
    )
    with st.expander(heading(words["result.how-we-know"]), key="fold-how"):
        markup.show("sources", visit.content, told=told, sources=summary.sources)


def heading(title: str, about: str = "") -> str:
    """The title of a closed section, and at its end how much stands in it."""
    return f"**{title}** :small[{about}]" if about else f"**{title}**"
