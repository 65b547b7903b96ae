"""The bare page that the benchmark compares with: 20 questions, bubbles and buttons, no logic."""

import streamlit as st

QUESTIONS = [f"Question {number}: which of these describes your company best?" for number in range(1, 21)]
OPTIONS = ("one", "two", "three", "four")


def record(number: int, option: str) -> None:
    if number == len(st.session_state.answers):
        st.session_state.answers.append(option)


st.set_page_config(page_title="Bare", page_icon="💬")
st.session_state.setdefault("answers", [])
answers = st.session_state.answers

for asked, answer in zip(QUESTIONS, answers, strict=False):
    with st.chat_message("assistant", avatar="💬"):
        st.markdown(asked)
    with st.chat_message("user", avatar="🙂"):
        st.markdown(f"Option {answer}")

if len(answers) < len(QUESTIONS):
    st.progress(len(answers) / len(QUESTIONS), f"Question {len(answers) + 1} of {len(QUESTIONS)}")
    with st.container(key="open-question"):
        with st.chat_message("assistant", avatar="💬"):
            st.markdown(QUESTIONS[len(answers)])
        for option in OPTIONS:
            st.button(
                f"Option {option}",
                key=f"answer-{len(answers)}-{option}",
                on_click=record,
                args=(len(answers), option),
                width="stretch",
            )
else:
    st.success("All answered.")
