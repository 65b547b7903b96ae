"""What the suggested standards take: days, months, money at the visitor's own rate, and the road map."""

from datetime import timedelta
from functools import partial

import streamlit as st

from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit
from advisor.summary.ahead import Takes
from advisor.summary.formats.markdown import escape
from advisor.summary.summary_data import EffortText, FigureText, RoadMapText
from advisor.summary.wording import day

LONGEST, MOST = timedelta(days=3653), 1_000_000


def section(visit: Visit, takes: Takes) -> None:
    """Nothing where nothing is suggested."""
    if takes.effort is None:
        return
    st.header(visit.words["effort.title"], anchor=False)
    st.markdown(visit.words["effort.intro"])
    _wishes(visit)
    _figures(visit, takes.effort)
    if takes.road_map:
        _road_map(visit, takes.road_map)


def _wishes(visit: Visit) -> None:
    words, today = visit.words, visit.day
    with st.expander(words["effort.wishes"], key="wishes"):
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


def _figures(visit: Visit, effort: EffortText) -> None:
    """A row for each figure, a column for each standard; the numbers lead to the documents below."""
    st.markdown(visit.words("document.takes-for", people=escape(effort.people)))
    for standard in effort.standards:
        if standard.held:
            st.markdown(f"**{escape(standard.name)}.** {escape(standard.held)}")
    found = [{figure.label: figure for figure in standard.figures} for standard in effort.standards]
    names = [escape(standard.name) for standard in effort.standards]
    rows = [f"| {visit.words['document.figure']} | {' | '.join(names)} |", "|" + " --- |" * (len(names) + 1)]
    for label in _labels(effort):
        cells = [_cell(visit, figures[label]) if label in figures else "" for figures in found]
        rows.append(f"| {escape(label)} | {' | '.join(cells)} |")
    st.markdown("\n".join(rows))
    st.markdown("\n".join(f"- {escape(remark)}" for remark in effort.remarks))
    with st.expander(visit.words["document.figures-from"]):
        for place, origin in enumerate(effort.origins, 1):
            text = f"[{escape(origin.text)}]({origin.link})" if origin.link else escape(origin.text)
            st.markdown(f"{place}\\. {text}")


def _labels(effort: EffortText) -> list[str]:
    """All labels in the order of the standard that has most."""
    longest = sorted(effort.standards, key=lambda standard: -len(standard.figures))
    return list(dict.fromkeys(figure.label for standard in longest for figure in standard.figures))


def _cell(visit: Visit, figure: FigureText) -> str:
    mark = f" · {escape(visit.words['effort.estimate'])}" if figure.estimate else ""
    places = escape(f" [{', '.join(map(str, figure.origins))}]") if figure.origins else ""
    return f"**{escape(figure.value)}**:small[{mark}{places}]"


def _road_map(visit: Visit, plan: RoadMapText) -> None:
    from advisor.screen.drawing import charts  # Plotly is loaded only where a picture is drawn

    words = visit.words
    st.subheader(words["roadmap.title"], anchor=False)
    if plan.remedies:
        st.warning(escape(plan.sentence))
        st.markdown(f"**{words['roadmap.remedies']}**")
        st.markdown("\n".join(f"- {escape(remedy)}" for remedy in plan.remedies))
    else:
        st.markdown(escape(plan.sentence))
    charts.road_map(visit, plan)
    lines = [
        words("roadmap.step", start=day(s.start, words), end=day(s.end, words), title=escape(s.title))
        for s in plan.steps
    ]
    lines.insert(-1, f"**{words('roadmap.certificate', date=day(plan.certificate, words))}**")
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.markdown(f":small[{escape(words['roadmap.estimate'])} {escape(plan.origin.text)}]")
