"""The one object from which commands and pages read everything about a company."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from advisor.assessment import assessment
from advisor.assessment.assessment import Assessment
from advisor.rules.model import Answers
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judge
from advisor.whatif.lever_search import levers
from tests.support.invented import DAY, obligation, question, rules

RULES = rules(
    question("waters", "coast", "sea", "lake"),
    question("crew", "alone", "many", ask_if={"waters": "sea"}),
    obligation("manned", "legal-qms", {"crew": "many"}),
    obligation("habit", "commercial", {"waters": "coast"}),
)
ASIDE = {"waters": ("coast",), "crew": ("many",)}
"""Who stays at the coast is not asked about the crew."""


def made(answers: Answers) -> Assessment:
    content: Any = SimpleNamespace(ruleset=RULES)
    return Assessment(content, date.fromisoformat(DAY), answers)


@pytest.mark.parametrize("answers", [{}, {"waters": ("sea",), "crew": ("many",)}])
def test_it_gives_what_walking_and_judging_give(answers: Answers) -> None:
    assert (made(answers).journey, made(answers).recommendation) == (walk(RULES, answers), judge(RULES, answers))


def test_what_is_set_aside_decides_nothing() -> None:
    assert made(ASIDE).applying == {"waters": ("coast",)}
    assert made(ASIDE).recommendation == judge(RULES, {"waters": ("coast",)})


def test_what_is_set_aside_returns_where_a_change_lets_its_question_apply() -> None:
    assert made(ASIDE).levers == levers(RULES, ASIDE)
    (to_sea,) = (lever for lever in made(ASIDE).levers if str(lever.reached) == "legal-qms")
    assert [edit.question.id for edit in to_sea.edits] == ["waters"]


def test_other_answers_leave_the_first_assessment_as_it_was() -> None:
    first = made({"waters": ("coast",)})
    other = first.with_answers({"waters": ("lake",)})
    assert [str(a.recommendation.verdicts["keel"].basis) for a in (first, other)] == ["commercial", "not-needed"]


def test_a_part_is_worked_out_once_and_only_if_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Answers] = []
    monkeypatch.setattr(assessment, "levers", lambda _, answers: calls.append(answers) or ())
    one = made(ASIDE)
    assert one.recommendation.verdicts
    assert not calls
    assert one.levers is one.levers
    assert calls == [ASIDE]
