"""One evaluation of answers serves the path, the options on offer and the verdicts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from advisor.rules import evaluator
from advisor.rules.evaluator import Columns, Planes
from advisor.rules.model import Answers
from advisor.rules.program import Program
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.contradictory import contradictions
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import walk, walk_through
from advisor.verdicts.verdict import judge, judged
from tests.support.invented import obligation, question, rules

SAILING: Ruleset = rules(
    question("crew", "alone", "several", "unsure"),
    question("flag", "ours", "theirs", ask_if={"crew": "several"}),
    obligation("manned", "legal-qms", when={"flag": "ours"}),
)
CASES: Sequence[Answers] = ({}, {"crew": ("several",)}, {"crew": ("alone",), "flag": ("ours",)})


@pytest.mark.parametrize("answers", CASES)
def test_it_gives_what_walking_and_judging_give(answers: Answers) -> None:
    once = Evaluated(SAILING, answers)
    assert (walk_through(once), judged(once)) == (walk(SAILING, answers), judge(SAILING, answers))


def test_the_rules_are_run_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    real = evaluator.evaluate

    def counted(program: Program, cases: Columns) -> Planes:
        runs.append(cases.width)
        return real(program, cases)

    monkeypatch.setattr(evaluator, "evaluate", counted)
    once = Evaluated(SAILING, {"crew": ("several",)})
    walk_through(once)
    judged(once)
    contradictions(once)
    once.first(SAILING.questions[1])
    assert runs == [1]
