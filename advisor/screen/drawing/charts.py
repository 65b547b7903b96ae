"""Pictures that say at a glance what the tables say in words. Plotly is imported here and nowhere else."""

from datetime import date
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from advisor.screen.drawing import markup
from advisor.screen.session.visit import Visit
from advisor.summary.sections.effort_and_schedule import schedule_in_words
from advisor.summary.summary_data import RoadMapText, Summary
from advisor.summary.wording import day
from advisor.summary.world_map import worlds

SYMBOLS = ("circle", "diamond", "square", "cross")
ROW_HEIGHT, FRAME_HEIGHT = 52, 120
LINE = "#808080"
"""Reaches 3:1 against a white and against a dark page; Plotly's own lines are black on both."""
STILL = {"displayModeBar": False, "staticPlot": True, "responsive": True}
DAY = 86_400_000
"""In the milliseconds in which Plotly counts."""


def duties(visit: Visit, summary: Summary) -> None:
    """One row a market below its name, one mark a standard: the further right, the stronger the duty. Shapes, not only
    colours."""
    words, bases = visit.words, visit.content.ruleset.bases
    ranks = {basis.id: basis.rank for basis in bases}
    figure, colours = go.Figure(), _colours(visit)
    rows = list(reversed(summary.matrix))
    for place, verdict in enumerate(summary.verdicts):
        own = [(y, cell) for y, row in enumerate(rows) for cell in row.cells if cell.standard == verdict.standard]
        marks = [(y, ranks[cell.basis]) for y, cell in own if cell.basis]
        figure.add_scatter(
            x=[rank for _, rank in marks],
            y=[y - 0.12 - 0.17 * place for y, _ in marks],
            name=verdict.name,
            mode="markers",
            marker={"symbol": SYMBOLS[place % len(SYMBOLS)], "size": 13, "color": colours[place % len(colours)]},
            hoverinfo="skip",
        )
    for y, row in enumerate(rows):
        figure.add_annotation(_name(row.name, y + 0.2))
        figure.add_hline(y=y - 0.5, line={"color": LINE, "width": 1}, opacity=0.35)
    figure.update_layout(
        height=FRAME_HEIGHT + ROW_HEIGHT * len(rows),
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend={"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0},
    )
    figure.update_xaxes(
        tickvals=list(ranks.values()),
        ticktext=[words[f"basis.{basis}"].replace(" ", "<br>") for basis in bases],
        tickangle=0,
        tickfont={"size": 11},
        range=[-0.5, len(bases) - 0.5],
        zeroline=False,
    )
    figure.update_yaxes(visible=False, range=[-0.5, len(rows) - 0.5])
    told = words("result.picture-alt", summary=_in_words(visit, summary))
    st.plotly_chart(figure, key="duties", config=STILL, alt=told)


def road_map(visit: Visit, plan: RoadMapText) -> None:
    """One bar a step from the first day to the certificate, each below its name, so that a phone has room for both."""
    words = visit.words
    steps, figure = plan.steps[:-1], go.Figure()
    figure.add_bar(
        base=[step.start for step in steps],
        x=[(step.end - step.start).days * DAY + DAY for step in steps],
        y=list(range(len(steps), 0, -1)),
        orientation="h",
        width=0.3,
        offset=-0.4,
        marker={"color": _colours(visit)[0], "cornerradius": 4},
        hoverinfo="skip",
    )
    for place, step in enumerate(steps):
        figure.add_annotation(_name(f"{place + 1}. {step.title}", len(steps) - place + 0.2))
    marks = [(plan.certificate, words["roadmap.certificate-mark"], "solid")]
    if plan.deadline and plan.deadline != plan.certificate:
        marks.append((plan.deadline, words["roadmap.deadline-mark"], "dot"))
    for level, (on, text, dash) in enumerate(sorted(marks)):
        for row in range(1, len(steps) + 1):  # beside the bars only, so that it crosses no step's name
            line = {"width": 3, "color": LINE, "dash": dash}
            figure.add_shape(type="line", x0=on, x1=on, y0=row - 0.55, y1=row, line=line)
        side = "left" if on - plan.begin < _around(plan)[1] - on else "right"
        figure.add_annotation(_mark(f"<b>{text}</b> {day(on, words)}", on, level, side))
    figure.update_layout(
        height=80 + 18 * len(marks) + 50 * len(steps),
        margin={"l": 8, "r": 8, "t": 12 + 18 * len(marks), "b": 8},
        showlegend=False,
        barmode="overlay",
    )
    figure.update_xaxes(type="date", nticks=6, tickformat="%b\n%Y", range=_around(plan))
    figure.update_yaxes(visible=False, range=[0.4, len(steps) + 0.6])
    st.plotly_chart(figure, key="road-map", config=STILL, alt=schedule_in_words(plan, words))


def maps(visit: Visit) -> None:
    """The world, one map a standard, the strongest verdict in front; the same in words stands in the table beside."""
    if not (drawn := worlds(visit.assessment.recommendation, visit.words)):
        return
    for tab, world in zip(st.tabs([world.name for world in drawn], key="worlds"), drawn, strict=True):
        with tab, st.container(key=f"world-{world.standard}"):
            markup.show("world", f"map-{world.standard}", world=world, say=visit.words)
    st.markdown(f":small[{visit.words['map.borders']}]")


def _name(text: str, y: float) -> dict[str, Any]:
    """A row's name at the left edge."""
    return {"text": text, "x": 0, "xref": "paper", "xanchor": "left", "y": y, "showarrow": False, "font": {"size": 12}}


def _mark(text: str, on: date, level: int, side: str) -> dict[str, Any]:
    """What a line stands for, above the picture; the second one a line higher, so that they never overlap. `side`: the
    end of the text that stands at the line, so that none is cut off."""
    place = {"x": on, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 18 * level, "xanchor": side}
    return {"text": text, "showarrow": False, **place}


def _colours(visit: Visit) -> tuple[str, str]:
    """Of the standards and of the bars: they tell nothing about duty, so they are none of the bases' colours."""
    return visit.content.brand.colours.primary_dark, "#A6611A"


def _around(plan: RoadMapText) -> tuple[date, date]:
    last = max(plan.certificate, plan.deadline or plan.certificate)
    return plan.begin, last + (last - plan.begin) / 30


def _in_words(visit: Visit, summary: Summary) -> str:
    words = visit.words
    names = {verdict.standard: verdict.name for verdict in summary.verdicts}
    rows = []
    for row in summary.matrix:
        cells = [words("result.picture-cell", standard=names[c.standard], basis=c.headline) for c in row.cells]
        rows.append(words("result.picture-alt-row", market=row.name, cells=", ".join(cells)))
    return "; ".join(rows)
