"""What certification is about: the two standards side by side and the questions that people ask."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.browser import bridge

visit = shell.begin("explanations")
st.title(visit.words["explain.title"], anchor=False)
shell.link("assessment", visit.words["result.to-questions"], visit, primary=not visit.answers)
for page in visit.content.pages["faq"]:
    with st.expander(page.title):
        st.markdown(page.body)
with st.expander(visit.words["explain.asked"]):
    for page in visit.content.pages["asked"]:
        st.subheader(page.title, anchor=False)
        st.markdown(page.body)
for page in visit.content.pages["standards"]:
    st.header(page.title, anchor=False)
    st.markdown(page.body)
shell.footer(visit)
bridge.after_page(visit)
