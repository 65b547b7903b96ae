"""Every researched fact is used or left out with a reason, and the page that says so is fresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.__main__ import main
from advisor.check.research_coverage import Remark, as_markdown, coverage
from advisor.check.researched_fields import as_table, researched
from advisor.commands import coverage as command
from advisor.content.library import ROOT
from advisor.reading.reader import Reader
from tests.support.invented import need, obligation, rules
from tests.support.visitor import content


def test_a_fact_is_carried_left_out_or_nowhere() -> None:
    ruleset = rules(obligation("tide", facts=["HARBOUR-1"]), need("ebb", facts=["HARBOUR-4"]))
    rows = coverage(ruleset, [Remark(fact="HARBOUR-2", why="says nothing")], ["HARBOUR-1", "HARBOUR-2", "HARBOUR-3"])
    assert [(row.fact, bool(row.carriers), row.why, row.is_nowhere) for row in rows] == [
        ("HARBOUR-1", True, "", False),
        ("HARBOUR-2", False, "says nothing", False),
        ("HARBOUR-3", False, "", True),
        ("HARBOUR-4", True, "", False),
    ]


def test_the_page_of_coverage_is_fresh() -> None:
    remarks = Reader(ROOT).list_of(Remark, "content/coverage.yaml")
    page = (Path(__file__).resolve().parents[2] / "docs/coverage.md").read_text("utf-8")
    ruleset = content().ruleset
    fresh = as_markdown(coverage(ruleset, remarks)) + as_table(researched(ruleset))
    assert page == fresh, f"write it again: {command.__doc__}"


def test_a_fact_that_no_research_file_has_is_told_with_what_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "some.yaml").write_text("- id: TIDE-1\n")
    assert main(["coverage", "--facts", str(tmp_path), "--out", str(tmp_path / "page.md")]) == 1
    told = capsys.readouterr().err
    named = next(obligation for obligation in content().ruleset.obligations if obligation.facts)
    assert f"{named.facts[0]}: no such fact in the research files" in told
    assert f"{named.id} ({named.file})" in told
    assert "TIDE-1: no content carries it" in told
