"""The way to somebody to talk to. The message carries the answer and the link, and nothing personal."""

from urllib.parse import quote

import streamlit as st

from advisor.screen.drawing import markup
from advisor.screen.session.visit import Visit
from advisor.summary.answer_data import AnswerText


def offer(visit: Visit, answer: AnswerText) -> None:
    who = visit.content.brand.contact
    with st.container(key="contact", horizontal=True, vertical_alignment="center"):
        markup.show("contact", visit.content)
        with st.container(key="contact-ways", horizontal=True, vertical_alignment="center", width="content"):
            st.link_button(who.label, letter(who.email, visit, answer), type="primary")
            if who.phone:
                st.link_button(who.phone, f"tel:{who.phone.replace(' ', '')}", type="tertiary")
            st.link_button(visit.words["answer.contact-page"], who.link, type="tertiary")


def letter(to: str, visit: Visit, answer: AnswerText) -> str:
    """An address that opens the visitor's own mail program with a message. The company's name is not in it."""
    words = visit.words
    needs = "\n".join(words("answer.letter-need", when=need.when, what=need.what) for need in answer.needs)
    subject = words("answer.letter-subject", product=visit.content.brand.product)
    body = words("answer.letter", sentence=answer.sentence, needs=needs, link=visit.address())
    return f"mailto:{to}?subject={quote(subject)}&body={quote(body)}"
