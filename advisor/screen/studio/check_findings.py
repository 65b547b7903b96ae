"""The findings of the check on the editors' screen, proved when asked for and kept until the content changes."""

from datetime import date
from functools import partial
from typing import get_args

import streamlit as st

from advisor.check.problem import Problem, Severity
from advisor.check.report import Report, check
from advisor.cross_references.dependencies import edition
from advisor.screen.session.visit import Visit
from advisor.screen.studio import frame
from advisor.screen.studio.frame import escape

COLOURS = {"error": "red", "warning": "orange"}
SAID_KEYS = {"studio.{}": get_args(Severity)}


@st.cache_resource(show_spinner=False)
def _kept() -> dict[tuple[str, date], Report]:
    """The last report, for all editors; its key is what it was made of."""
    return {}


def findings(visit: Visit) -> None:
    """What the check found in the present files, or the button that runs it."""
    words, made_of = visit.words, (edition(visit.content.root), visit.day)
    st.header(words["studio.part-check"], anchor=False)
    report = _kept().get(made_of)
    if report is None:
        st.markdown(words["studio.check-intro"])
        if st.button(words["studio.check-run"], key="studio-check", type="primary"):
            report = _run(visit, made_of)
    if report is not None:
        _report(visit, report)


def _run(visit: Visit, made_of: tuple[str, date]) -> Report:
    content = visit.content
    bar = st.empty()
    report = check(content.root, visit.day, lambda step: bar.info(content.words("studio.check-running", step=step)))
    bar.empty()
    _kept().clear()
    _kept()[made_of] = report
    return report


def _report(visit: Visit, report: Report) -> None:
    st.markdown(escape(report.closing))
    if not report.problems:
        st.success(visit.words["studio.check-clean"])
        return
    rules = {rule: rule for rule in sorted({problem.rule for problem in report.problems})}
    all_rules = visit.words["studio.check-all-rules"]
    rule = frame.narrowed(visit.words["studio.check-rule"], {"": all_rules, **rules}, "rule")
    chosen = [(place, p) for place, p in enumerate(report.problems) if rule in ("", p.rule)]
    frame.in_pages(chosen, f"problems-{rule}", partial(_problem, visit), length=8)


def _problem(visit: Visit, numbered: tuple[int, Problem]) -> None:
    place, problem = numbered
    with st.container(border=True, key=f"problem-{place}"):
        with st.container(horizontal=True):
            st.badge(visit.words[f"studio.{problem.severity}"], color=COLOURS[problem.severity])
            st.markdown(f"`{problem.rule}`", width="content")
        st.markdown(f"{escape(problem.text)}\n\n:small[{escape(f'{problem.file}, {problem.line}')}]")
        if problem.answers:
            frame.answers(visit, problem.answers)
            frame.try_link(visit, problem.answers, visit.words["studio.check-reproduce"], f"try-problem-{place}")
        _open(visit, problem, place)


def _open(visit: Visit, problem: Problem, place: int) -> None:
    atlas, words = frame.atlas(visit), visit.words
    part = "statements" if problem.about in atlas.statements else "questions"
    if part == "statements" or atlas.ruleset.question(problem.about):
        label = escape(words("studio.check-open", id=problem.about))
        frame.open_button(label, f"problem-{place}", part=part, id=problem.about)
