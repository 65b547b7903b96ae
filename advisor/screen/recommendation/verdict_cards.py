"""What to do, and the verdict on each standard: each with its reasons, their provisions and when these were checked."""

from collections.abc import Sequence

import streamlit as st

from advisor.screen.session.visit import Visit
from advisor.summary.formats.markdown import escape
from advisor.summary.provision import provision
from advisor.summary.summary_data import Summary, Task
from advisor.summary.verdict_data import Reason, Reference, VerdictText


def decision(visit: Visit, summary: Summary, tasks: Sequence[Task]) -> None:
    """What to do, by when, at what cost and why, before anything else."""
    words = visit.words
    with st.container(border=True, key="decision"):
        st.header(words["glance.do"], anchor=False)
        for task in tasks:
            st.badge(task.asks, color=visit.rules.basis(task.basis).badge)
            st.subheader(task.do, anchor=False)
            lines = [f"**{words[f'glance.{key}']}:** {escape(getattr(task, key))}" for key in ("when", "cost", "why")]
            if task.reference:
                lines.append(f":small[{reference(visit, task.reference)}]")
            st.markdown("\n\n".join(lines))
        if summary.certificates:
            st.info(words["result.other-certificates-why"])


def verdicts(visit: Visit, summary: Summary) -> None:
    """The strongest first; the reasons for what nobody asks stay closed beside something that is asked."""
    ranked = sorted(summary.verdicts, key=lambda text: -visit.rules.basis(text.basis).rank)
    for place, text in enumerate(ranked):
        _verdict(visit, text, opened=place == 0 or visit.rules.basis(text.basis).asks)


def _verdict(visit: Visit, text: VerdictText, *, opened: bool) -> None:
    """One standard: the verdict, its range, and why."""
    opening, _, rest = text.text.partition("\n\n")
    with st.container(border=True, key=f"verdict-{text.standard}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{text.name}**", width="content")
            st.badge(text.headline, color=visit.rules.basis(text.basis).badge)
        st.header(text.title, anchor=False)
        if text.reported:
            st.warning(visit.words["result.reported"])
        st.markdown(opening)
        if text.range:
            st.info(text.range)
        with st.expander(visit.words["result.because"], expanded=opened):
            for deciding in text.reasons:
                reason(visit, deciding)
            if rest:
                st.markdown(rest)
        if text.also:
            with st.expander(visit.words["result.also"]):
                for weaker in text.also:
                    reason(visit, weaker)


def reason(visit: Visit, told: Reason) -> None:
    lines = [f"**{escape(told.jurisdiction)}.** {escape(told.because)}", f":small[{reference(visit, told.reference)}]"]
    if told.answers:
        said = visit.words("result.because-of", answers=" · ".join(told.answers))
        lines.append(f":small[{escape(said)}]")
    if told.misconception:
        lines.append(f"**{visit.words['result.belief']}:** {escape(told.misconception)}")
    st.markdown("\n\n".join(lines))


def reference(visit: Visit, told: Reference) -> str:
    runs = provision(told, visit.words).runs
    return "".join(f"[{escape(run.text)}]({run.link})" if run.link else escape(run.text) for run in runs)
