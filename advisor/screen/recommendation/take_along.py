"""What the visitor takes along: the document, an e-mail, the link; the company's name and more formats are closed."""

import streamlit as st

from advisor.screen.browser import bridge
from advisor.screen.recommendation import contact, downloads, send_mail
from advisor.screen.session.visit import Visit
from advisor.settings import settings
from advisor.summary.answer_data import AnswerText
from advisor.summary.summary_data import Summary


def offer(visit: Visit, summary: Summary, answer: AnswerText) -> str:
    """What became of the last e-mail is given back."""
    told = ""
    with st.container(key="take-along"):
        downloads.document(visit, summary)
        with st.container(key="take-second", horizontal=True):
            if settings().mail:
                told = send_mail.offer(visit, summary)
            else:
                st.link_button(visit.words["mail.title"], contact.letter("", visit, answer), icon=":material/mail:")
            bridge.copy_link(visit)
        downloads.name(visit)
        downloads.more_formats(visit, summary)
    return told
