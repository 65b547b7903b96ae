"""What the needed standards take: days, months, money at the visitor's own rate, and one time line."""

from datetime import timedelta
from functools import partial

import streamlit as st

from advisor.screen.drawing import markup
from advisor.screen.recommendation.closed_sections import heading
from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit
from advisor.summary.ahead import Takes
from advisor.summary.formats.markdown import escape
from advisor.summary.sections.takes import asked_for
from advisor.summary.summary_data import EffortText, RoadMapText
from advisor.summary.time_line import time_line
from advisor.summary.wording import listed

LONGEST, MOST = timedelta(days=3653), 1_000_000


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
        number = partial(st.number_input, min_value=1, max_value=MOST, value=None, persist_state="session")
        number(words["effort.people"], key=Key.PEOPLE, help=words["effort.people-help"])
        low, high = st.columns(2)
        with low:
            number(words["effort.rate-low"], key=Key.RATE_LOW, help=words["effort.rate-help"])
        with high:
            number(words["effort.rate-high"], key=Key.RATE_HIGH, help=words["effort.rate-help"])


def _labels(effort: EffortText) -> list[str]:
    """All labels in the order of the standard that has most."""
    longest = sorted(effort.standards, key=lambda standard: -len(standard.figures))
    return list(dict.fromkeys(figure.label for standard in longest for figure in standard.figures))
