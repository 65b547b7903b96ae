"""The parts of the recommendation around the verdicts. All words come from one summary."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.drawing import markup
from advisor.screen.recommendation.verdict_cards import reference
from advisor.screen.session.visit import Visit
from advisor.summary.balance import balances
from advisor.summary.formats.markdown import escape
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import NoteText

URGENT = ("met", "caution", "coming")
"""Kinds of notes that a visitor should see without opening anything."""


def nothing_yet(visit: Visit) -> None:
    st.title(visit.words["result.title"], anchor=False)
    st.info(visit.words["result.nothing-yet"])
    shell.link("assessment", visit.words["result.to-questions"], visit, primary=True)


def top(visit: Visit, summary: Summary) -> None:
    """The title, and what the reader must know before believing the rest."""
    content = visit.content
    words = content.words
    st.title(words["result.title"], anchor=False)
    persona = next((p for p in content.personas if p.id == visit.persona), None)
    if persona:
        st.markdown(f"**{escape(words('result.example', name=persona.name))}**  \n{escape(persona.story)}")
    if visit.notice:
        st.info(visit.notice)
    if not summary.settled:
        st.warning(words["result.unfinished"])
        shell.link("assessment", words["result.go-on"], visit, place="top")


def markets(visit: Visit, summary: Summary) -> None:
    """The matrix as a map, as a picture and as their twin in words."""
    if not summary.matrix:
        return
    from advisor.screen.drawing import charts  # Plotly is loaded only where a picture is drawn

    st.header(visit.words["result.matrix"], anchor=False)
    st.markdown(visit.words["result.matrix-caption"])
    charts.maps(visit)
    charts.duties(visit, summary)
    names = [text.name for text in summary.verdicts]
    rows = [f"| {visit.words['result.market']} | {' | '.join(names)} |", "|" + " --- |" * (len(names) + 1)]
    for row in summary.matrix:
        cells = (f"**{escape(c.headline)}**" + "".join(f"<br>{escape(line)}" for line in c.lines) for c in row.cells)
        rows.append(f"| {escape(row.name)} | {' | '.join(cells)} |")
    st.markdown("\n".join(rows).replace("<br>", "; "))


def undecided(visit: Visit, summary: Summary) -> None:
    if not summary.open:
        return
    st.header(visit.words["result.open"], anchor=False)
    for item in summary.open:
        whom = visit.words("result.open-ask", whom=item.ask_whom)
        st.markdown(f"- **{escape(item.question)}** {escape(whom)} ({', '.join(item.standards)})")


def notes(visit: Visit, summary: Summary) -> None:
    first = [note for note in summary.notes if note.kind in URGENT]
    rest = [note for note in summary.notes if note.kind not in URGENT]
    if summary.notes:
        st.header(visit.words["result.notes"], anchor=False)
    for note in first:
        _note(visit, note)
    if rest:
        with st.expander(visit.words["result.more-notes"]):
            for note in rest:
                _note(visit, note)


def _note(visit: Visit, note: NoteText) -> None:
    st.markdown(f"**{escape(note.label)}.** {escape(note.say)}\n\n:small[{reference(visit, note.reference)}]")


def for_and_against(visit: Visit) -> None:
    """What speaks for and against each certificate, as a picture that is its own text: a sign and a sentence each."""
    st.header(visit.words["balance.title"], anchor=False)
    st.markdown(visit.words["balance.intro"])
    for balance in balances(visit.assessment.recommendation, visit.rules, visit.words):
        st.subheader(balance.name, anchor=False)
        markup.show("balance", f"balance-{balance.standard}", balance=balance, say=visit.words)


def steps(visit: Visit, summary: Summary) -> None:
    st.header(visit.words["result.steps"], anchor=False)
    st.markdown(visit.words("result.steps-intro", brand=summary.brand))
    for number, step in enumerate(summary.steps, 1):
        with st.expander(f"{number}. {step.title}"):
            st.markdown(step.text)


def contact(visit: Visit, summary: Summary) -> None:
    content = visit.content
    with st.container(border=True):
        st.subheader(content.words["result.contact"], anchor=False)
        st.markdown(escape(summary.contact_ask))
        with st.container(horizontal=True):
            st.link_button(content.brand.contact.label, summary.contact_link, type="primary")
            st.link_button(summary.contact_email, f"mailto:{summary.contact_email}")


def answers(visit: Visit, summary: Summary) -> None:
    with st.expander(visit.words["result.answers"]):
        for answered in summary.answers:
            st.markdown(f"{escape(answered.question)}  \n**{escape(' · '.join(answered.answers))}**")
    shell.link("assessment", visit.words["result.back"], visit)


def small_print(visit: Visit, summary: Summary) -> None:
    words, obligations, sources = visit.words, len(visit.rules.obligations), len(visit.rules.sources)
    version = summary.content_hash[:12]
    with st.expander(words["result.how-we-know"]):
        st.markdown(words("result.content-version", hash=version, obligations=obligations, sources=sources))
        st.markdown(escape(summary.proof))
        st.markdown(words["result.proven-limits"])
        for s in summary.sources:
            st.markdown(f"- [{escape(s.line)}]({s.link})")
    st.markdown(f":small[{escape(summary.limits)}]")
