"""Decision tables and page flows of the kind that others publish, run by our engine and read by hand."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.check.proofs.prove import prove
from advisor.content.references import check_references
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judge
from tests.support.foreign import Graph, Table, as_rules, decided, expected, flow, paths, table

DAY = date(2026, 1, 1)
LOAN = """
age    risk        affordable  status
adult  medium/low  yes         approved
minor  -           -           declined
-      high        -           declined
-      -           no          declined
"""
OUTPUTS = ("declined", "referred", "approved")

TABLES = {
    "any: rows overlap and agree": table("any", OUTPUTS, LOAN),
    "unique: one row for each case": table(
        "unique",
        OUTPUTS,
        """
        age    risk        affordable  status
        adult  medium/low  yes         approved
        adult  medium/low  no          declined
        adult  high        -           referred
        minor  -           -           declined
        """,
    ),
    "priority: approved before referred before declined": table(
        "priority",
        OUTPUTS,
        """
        age    risk        affordable  status
        adult  -           -           referred
        -      high        -           declined
        adult  low         yes         approved
        minor  -           no          declined
        """,
    ),
    "maximum: the strongest of all that hit": table(
        "maximum",
        ("none", "spoken", "written", "fine", "ban"),
        """
        speed  drunk  again  measure
        fast   -      -      written
        slow   -      -      none
        -      yes    -      fine
        -      yes    yes    ban
        -      -      yes    spoken
        """,
    ),
    "first: the order of the rows decides": table(
        "first",
        OUTPUTS,
        """
        age    risk        affordable  status
        -      high        -           declined
        adult  -           yes         approved
        adult  -           -           referred
        minor  low/medium  -           declined
        """,
    ),
    "rule order: all that hit, in order": table("rule-order", OUTPUTS, LOAN),
    "gaps: not every case has a row": table(
        "unique",
        OUTPUTS,
        """
        age    risk  affordable  status
        adult  low   yes         approved
        minor  high  no          declined
        """,
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_decides_every_case_as_read_by_hand(name: str) -> None:
    own = TABLES[name]
    rules = as_rules(own)
    assert len(own.cases()) >= 8
    assert [decided(own, rules, case) for case in own.cases()] == [expected(own, case) for case in own.cases()]


@pytest.mark.parametrize("name", TABLES)
def test_the_check_finds_no_contradiction_in_a_sound_table(name: str) -> None:
    rules = {problem.rule for problem in prove(as_rules(TABLES[name]), [], DAY).problems}
    assert not rules & {"conflict", "never-fires", "always-overridden", "unreachable-question", "none-of-skipped"}


def test_the_check_refutes_a_table_that_calls_itself_unique() -> None:
    own = Table(
        "unique",
        TABLES["any: rows overlap and agree"].values,
        OUTPUTS,
        (
            ({"age": ("adult",)}, "approved"),
            ({"risk": ("high",)}, "declined"),
            ({"affordable": ("yes", "no")}, "declined"),
        ),
    )
    found = [p for p in prove(as_rules(own), [], DAY).problems if p.rule == "conflict"]
    assert {"row-2", "row-3"} == {problem.about for problem in found}
    assert {"age": ("adult",), "risk": ("high",)} in [problem.answers for problem in found]
    for problem in found:
        assert len(set(own.hits(own.cases()[0] | problem.answers))) == 2


PASSPORT: Graph = {
    "born": {"here": "parents", "abroad": "registered"},
    "parents": {"citizens": "apply-online", "one-citizen": "settled", "neither": "settled"},
    "registered": {"yes": "apply-online", "no": "settled"},
    "settled": {"yes": "apply-by-post", "no": "not-yet"},
}
"""A flow of pages in which two ways join and three outcomes end it."""


def test_a_flow_of_pages_asks_the_same_and_ends_the_same() -> None:
    rules = flow(PASSPORT)
    for path, outcome in paths(PASSPORT, "born"):
        answers: dict[str, tuple[str, ...]] = {}
        while (following := walk(rules, answers).next) is not None:
            answers[following.id] = (path[following.id],)
        assert list(answers) == list(path)
        assert [f.obligation.id for f in judge(rules, answers).verdicts["keel"].findings] == [outcome]


def test_the_check_finds_nothing_wrong_with_a_sound_flow() -> None:
    rules = {problem.rule for problem in prove(flow(PASSPORT), [], DAY).problems}
    assert not rules & {"unreachable-question", "never-fires", "no-option-left", "idle-question"}


def test_a_loop_of_pages_cannot_be_written() -> None:
    loop: Graph = PASSPORT | {"settled": {"yes": "apply-by-post", "no": "parents"}}
    assert any("may only look back" in mistake.text for mistake in check_references(flow(loop), {}, []))
