"""Cases that write themselves, for an invented product."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.check.cases.proposed_cases import as_yaml, propose
from advisor.check.report import check
from tests.support import harbour

TODAY = date.fromisoformat(harbour.TODAY)
EXAMPLES = "content/examples/boats.yaml"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The product without any example."""
    root = harbour.write(tmp_path)
    (root / EXAMPLES).write_text("[]\n", "utf-8")
    return root


def confirm(root: Path, text: str) -> None:
    (root / EXAMPLES).write_text(text.replace("  confirmed: false\n", ""), "utf-8")


@pytest.mark.parametrize("plain", [False, True])
def test_the_proposed_cases_reach_every_goal(empty: Path, plain: bool) -> None:
    missing = propose(empty, TODAY, plain)
    assert missing.reached == 0
    confirm(empty, as_yaml(missing))
    again = propose(empty, TODAY, plain)
    assert (again.reached, again.scenarios) == (missing.goals, ())


def test_confirmed_proposals_are_examples_without_a_problem(empty: Path) -> None:
    confirm(empty, as_yaml(propose(empty, TODAY)))
    assert [str(p) for p in check(empty, TODAY).problems if p.severity == "error"] == []


def test_proposals_that_nobody_confirmed_do_not_count(empty: Path) -> None:
    (empty / EXAMPLES).write_text(as_yaml(propose(empty, TODAY)), "utf-8")
    rules = {problem.rule for problem in check(empty, TODAY).problems}
    assert {"unconfirmed", "no-example"} <= rules
    assert propose(empty, TODAY).reached == 0


def test_plain_cases_are_more_and_simpler(empty: Path) -> None:
    few, plain = propose(empty, TODAY), propose(empty, TODAY, plain=True)
    assert len(plain.scenarios) >= len(few.scenarios)
    assert sum(len(options) > 1 for s in plain.scenarios[:2] for options in s.answers.values()) == 0


def test_examples_that_exist_are_not_proposed_again(tmp_path: Path) -> None:
    root = harbour.write(tmp_path)
    missing = propose(root, TODAY)
    assert 0 < missing.reached < missing.goals
    assert len(missing.scenarios) < 5
