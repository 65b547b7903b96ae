"""Every researched fact is used or left out with a reason, and the page that says so is fresh."""

from __future__ import annotations

from pathlib import Path

from advisor.commands import coverage as command
from advisor.coverage import Remark, as_markdown, coverage
from advisor.library import ROOT
from advisor.records import Reader
from tests.invented import obligation, rules
from tests.visitor import content


def test_a_fact_is_carried_left_out_or_nowhere() -> None:
    ruleset = rules(obligation("tide", facts=["HARBOUR-1"]))
    rows = coverage(ruleset, [Remark(fact="HARBOUR-2", why="says nothing")], ["HARBOUR-1", "HARBOUR-2", "HARBOUR-3"])
    assert [(row.fact, bool(row.carriers), row.why, row.is_nowhere) for row in rows] == [
        ("HARBOUR-1", True, "", False),
        ("HARBOUR-2", False, "says nothing", False),
        ("HARBOUR-3", False, "", True),
    ]


def test_the_page_of_coverage_is_fresh() -> None:
    remarks = Reader(ROOT).list_of(Remark, "content/coverage.yaml")
    page = (Path(__file__).resolve().parents[2] / "docs/coverage.md").read_text("utf-8")
    assert page == as_markdown(coverage(content().ruleset, remarks)), f"write it again: {command.__doc__}"
