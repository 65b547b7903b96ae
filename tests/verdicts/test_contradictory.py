"""Answers that contradict each other bring one question back; what only may contradict does not."""

from __future__ import annotations

import pytest

from advisor.rules.model import Answers
from advisor.verdicts.contradictory import contradictions
from advisor.verdicts.evaluated import Evaluated
from tests.support.invented import contradiction, question, rules

NOBODY = {"came": "tender", "asked": "nobody"}
RULES = rules(
    question("came", "tender", "plan", "unsure", kind="many"),
    question("asked", "keel", "nobody", "unsure"),
    question("paper", "contract", "talk", ask_if={"asked": "keel"}),
    contradiction("nobody-but-tender", NOBODY, "came", "asked"),
    contradiction("paper-without-demand", {"came": "plan", "paper": "contract"}, "came", "paper"),
)


def found(answers: Answers) -> list[str]:
    return [each.id for each in contradictions(Evaluated(RULES, answers))]


def test_answers_that_cannot_both_be_true_are_found() -> None:
    assert found({"came": ("tender", "plan"), "asked": ("nobody",)}) == ["nobody-but-tender"]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"came": ("tender",)},
        {"came": ("tender",), "asked": ("keel",)},
        {"came": ("tender",), "asked": ("unsure",)},
        {"came": ("unsure",), "asked": ("nobody",)},
    ],
)
def test_what_only_may_contradict_is_not_asked_about(answers: Answers) -> None:
    assert found(answers) == []


def test_an_answer_that_is_set_aside_contradicts_nothing() -> None:
    aside = {"came": ("plan",), "asked": ("nobody",), "paper": ("contract",)}
    assert found(aside) == []
    assert found({**aside, "asked": ("keel",)}) == ["paper-without-demand"]
