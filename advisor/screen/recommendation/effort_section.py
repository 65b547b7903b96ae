"""What the needed standards take: days, months, money at the visitor's own rate, and one time line."""

from datetime import timedelta

import streamlit as st

from advisor.content.words import Words
from advisor.screen.drawing import markup
from advisor.screen.recommendation.closed_sections import heading
from advisor.screen.session import fields
from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit
from advisor.summary.ahead import Takes
from advisor.summary.formats.markdown import escape
from advisor.summary.sections.takes import asked_for
from advisor.summary.summary_data import EffortText, RoadMapText
from advisor.summary.time_line import time_line
from advisor.summary.wording import listed

LONGEST, LONGEST_NUMBER = timedelta(days=3653), 12


def section(visit: Visit, takes: Takes) -> None:
    """Nothing where nothing is to be built."""
    effort = takes.effort and asked_for(takes.effort)
    if effort is None:
        return
    words = visit.words
    about = words("answer.for-people", people=effort.people) if visit.assessment.size_known else ""
    with st.expander(heading(words["effort.title"], about), key="fold-takes"):
        st.markdown(words["effort.intro"])
        if takes.road_map:
            _road_map(visit, takes.road_map, effort)
        markup.show("figures", visit.content, effort=effort, labels=_labels(effort))
        _wishes(visit)


def _road_map(visit: Visit, told: RoadMapText, effort: EffortText) -> None:
    """The time line with what it means, what helps where it is late, and the steps."""
    words, plan = visit.words, visit.assessment.plan
    if plan:
        names = listed((standard.name for standard in effort.standards), words)
        title = words("answer.line-title" if told.certified else "answer.line-title-system", standards=names)
        markup.show("time_line", visit.content, line=time_line(plan, title, visit.day, words))
    st.markdown(f"**{escape(told.sentence)}**")
    if told.remedies:
        st.markdown("\n".join((f"{words['roadmap.remedies']}:\n", *(f"- {escape(r)}" for r in told.remedies))))
    markup.show("steps", visit.content, steps=told.steps)
    st.markdown(f":small[{escape(words['roadmap.estimate'])} {escape(told.origin.text)}]")


def _wishes(visit: Visit) -> None:
    words, today = visit.words, visit.day
    with st.container(key="wishes"):
        st.subheader(words["effort.wishes"], anchor=False)
        label, hint = words["roadmap.deadline"], words["roadmap.deadline-help"]
        st.date_input(
            label, None, today, today + LONGEST, Key.DEADLINE, hint, format="YYYY-MM-DD", persist_state="session"
        )
        _number(words, words["effort.people"], Key.PEOPLE, words["effort.people-help"])
        low, high = st.columns(2)
        with low:
            _number(words, words["effort.rate-low"], Key.RATE_LOW, words["effort.rate-help"])
        with high:
            _number(words, words["effort.rate-high"], Key.RATE_HIGH, words["effort.rate-help"])


def _number(words: Words, label: str, key: Key, hint: str) -> None:
    """A text field: a number field of a browser makes 1 of `1.500`. Below it a question where we cannot be sure."""
    st.text_input(label, key=key, help=hint, max_chars=LONGEST_NUMBER, persist_state="session")
    typed = fields.typed(key)
    if typed and fields.number(key) is None:
        digits = "".join(filter(str.isdigit, typed))
        if set(typed) - {".", ","} == set(digits):
            st.error(escape(words("effort.number-unclear", typed=typed, digits=digits)))
        else:
            st.error(escape(words("effort.number-wrong", typed=typed)))


def _labels(effort: EffortText) -> list[str]:
    """All labels in the order of the standard that has most."""
    longest = sorted(effort.standards, key=lambda standard: -len(standard.figures))
    return list(dict.fromkeys(figure.label for standard in longest for figure in standard.figures))
