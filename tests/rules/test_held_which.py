"""A fault counts only for the certificate that has it."""

from dataclasses import replace
from typing import Any

import pytest

from advisor.rules.conditions import parse
from advisor.rules.evaluator import evaluate_one
from advisor.rules.held_which import tie
from advisor.rules.model import Answers
from advisor.rules.situation_model import Situation
from tests.support.invented import obligation, option, question, rules

HELD = question("licences", "sail", "motor", "none", kind="many")
STATE = question(
    "state", option("good", exclusive="true"), "torn", "unsure", kind="many", ask_if={"licences": ["sail", "motor"]}
)
SEVERAL = {"licences": {"all_of": ["sail", "motor"]}, "state": "torn"}
WHICH = question("which", "sail", "motor", "unsure", kind="many", ask_if=SEVERAL)
SITUATION = Situation.model_validate({"held": ["licences", "state", "which"]})


def fires(when: Any, answers: Answers) -> tuple[int, int]:
    ruleset = rules(HELD, STATE, WHICH, obligation("rule", when=when))
    named = replace(ruleset, situation=SITUATION)
    planes = evaluate_one(tie(named), answers)
    node = planes.program.fires[0]
    return planes.certain[node], planes.possible[node]


BOTH = ("sail", "motor")
TORN = {"licences": "sail", "state": "torn"}
GOOD = {"licences": "sail", "state": "good"}


@pytest.mark.parametrize(
    ("when", "answers", "holds"),
    [
        (TORN, {"licences": ("sail",), "state": ("torn",)}, (1, 1)),
        (TORN, {"licences": BOTH, "state": ("torn",)}, (0, 1)),
        (TORN, {"licences": BOTH, "state": ("torn",), "which": ("sail",)}, (1, 1)),
        (TORN, {"licences": BOTH, "state": ("torn",), "which": ("motor",)}, (0, 0)),
        (GOOD, {"licences": BOTH, "state": ("torn",), "which": ("motor",)}, (1, 1)),
        (GOOD, {"licences": BOTH, "state": ("torn",), "which": ("sail",)}, (0, 0)),
        (GOOD, {"licences": BOTH, "state": ("good",)}, (1, 1)),
        (GOOD, {"licences": ("sail",), "state": ("torn",)}, (0, 0)),
    ],
)
def test_a_state_is_that_of_the_one_which_has_it(when: Any, answers: Answers, holds: tuple[int, int]) -> None:
    assert fires(when, answers) == holds


def test_a_condition_without_a_state_stays_as_it_is() -> None:
    ruleset = rules(HELD, STATE, WHICH, obligation("rule", when={"licences": "sail"}))
    named = replace(ruleset, situation=SITUATION)
    assert tie(named).obligations[0].when == parse({"licences": "sail"})


def test_without_the_three_questions_nothing_is_tied() -> None:
    ruleset = rules(HELD, obligation("rule", when=TORN))
    assert tie(ruleset) is ruleset
