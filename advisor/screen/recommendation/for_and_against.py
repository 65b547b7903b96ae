"""What speaks for and against each certificate."""

import streamlit as st

from advisor.screen.drawing import markup
from advisor.screen.session.visit import Visit
from advisor.summary.balance import balances


def section(visit: Visit) -> None:
    """A picture that is its own text: a sign and a sentence for each reason."""
    words = visit.words
    st.header(words["balance.title"], anchor=False)
    st.markdown(words["balance.intro"])
    for balance in balances(visit.assessment.recommendation, visit.rules, words):
        st.subheader(balance.name, anchor=False)
        markup.show("balance", f"balance-{balance.standard}", balance=balance, say=words)
