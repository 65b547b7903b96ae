"""Pictures that say at a glance what the tables say in words. Plotly is imported here and nowhere else."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go
import streamlit as st

from advisor.model import Basis
from advisor.screen import library
from advisor.summary.gantt import in_words
from advisor.summary.model import Summary
from advisor.summary.outlook import RoadMapText

SYMBOLS = ("circle", "diamond", "square", "cross")
ROW_HEIGHT, FRAME_HEIGHT = 46, 110
DAY = 86_400_000
"""In the milliseconds in which Plotly counts."""


def duties(summary: Summary) -> None:
    """One row a market, one mark a standard: the further right, the stronger the duty. Shapes, not only colours."""
    words = library.content().words
    figure = go.Figure()
    labels = [words[f"basis.{basis}"] for basis in Basis]
    count = len(summary.verdicts)
    for place, verdict in enumerate(summary.verdicts):
        marks = [
            (row_place, row.name, cell)
            for row_place, row in enumerate(reversed(summary.matrix))
            for cell in row.cells
            if cell.standard == verdict.standard and cell.basis
        ]
        shift = 0.0 if count == 1 else 0.16 * (1 - 2 * place / (count - 1))
        figure.add_scatter(
            x=[Basis(cell.basis).rank for _, _, cell in marks],
            y=[row_place + shift for row_place, _, _ in marks],
            name=verdict.name,
            mode="markers",
            marker={"symbol": SYMBOLS[place % len(SYMBOLS)], "size": 14},
            hovertext=[f"{name}: {verdict.name}, {cell.headline}" for _, name, cell in marks],
            hoverinfo="text",
        )
    figure.update_layout(
        height=FRAME_HEIGHT + ROW_HEIGHT * len(summary.matrix),
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend={"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0},
    )
    names = [row.name for row in reversed(summary.matrix)]
    figure.update_xaxes(
        tickvals=list(range(len(labels))),
        ticktext=[label.replace(" ", "<br>", 1) for label in labels],
        range=[-0.4, len(labels) - 0.6],
        zeroline=False,
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))), ticktext=names, range=[-0.6, len(names) - 0.4], zeroline=False
    )
    st.plotly_chart(
        figure,
        key="duties",
        config={"displayModeBar": False, "staticPlot": True, "responsive": True},
        alt=words("result.picture-alt", summary=_in_words(summary)),
    )


def road_map(plan: RoadMapText) -> None:
    """One bar a step from the first day to the certificate, each below its name, so that a phone has room for both."""
    words = library.content().words
    steps, figure = plan.steps[:-1], go.Figure()
    figure.add_bar(
        base=[step.start for step in steps],
        x=[(step.end - step.start).days * DAY + DAY for step in steps],
        y=list(range(len(steps), 0, -1)),
        orientation="h",
        width=0.34,
        offset=-0.4,
        hoverinfo="skip",
    )
    for place, step in enumerate(steps):
        figure.add_annotation(
            text=f"{place + 1}. {step.title}",
            x=0,
            xref="paper",
            xanchor="left",
            y=len(steps) - place + 0.2,
            showarrow=False,
            font={"size": 13},
        )
    marks = [(plan.certificate, words["roadmap.certificate-mark"], "solid")]
    if plan.deadline and plan.deadline != plan.certificate:
        marks.append((plan.deadline, words["roadmap.deadline-mark"], "dash"))
    for day, text, dash in sorted(marks):
        figure.add_shape(type="line", x0=day, x1=day, yref="paper", y0=0, y1=1, line={"dash": dash, "width": 2})
        figure.add_annotation(
            text=f"<b>{text}</b>", x=day, yref="paper", y=1, yanchor="bottom", xanchor="right", showarrow=False
        )
    figure.update_layout(
        height=80 + 50 * len(steps), margin={"l": 8, "r": 8, "t": 30, "b": 8}, showlegend=False, barmode="overlay"
    )
    figure.update_xaxes(type="date", nticks=6, tickformat="%b\n%Y", range=_around(plan))
    figure.update_yaxes(visible=False, range=[0.4, len(steps) + 0.6])
    st.plotly_chart(
        figure,
        key="road-map",
        config={"displayModeBar": False, "staticPlot": True, "responsive": True},
        alt=in_words(plan, words),
    )


def _around(plan: RoadMapText) -> tuple[date, date]:
    last = max(plan.certificate, plan.deadline or plan.certificate)
    return plan.begin, last + (last - plan.begin) / 30


def _in_words(summary: Summary) -> str:
    words = library.content().words
    names = {verdict.standard: verdict.name for verdict in summary.verdicts}
    rows = []
    for row in summary.matrix:
        cells = [words("result.picture-cell", standard=names[c.standard], basis=c.headline) for c in row.cells]
        rows.append(words("result.picture-alt-row", market=row.name, cells=", ".join(cells)))
    return "; ".join(rows)
