"""An option that counts like another counts wherever a rule names that one."""

from typing import Any

import pytest

from advisor.rules.evaluator import evaluate_one
from advisor.rules.likeness import alike
from advisor.verdicts.journey import shown_first
from tests.support.invented import obligation, option, question, rules

STATE = question("state", "torn", option("lost", like="torn"), "good", "unsure", kind="many")


@pytest.mark.parametrize(
    ("when", "answer", "holds"),
    [
        ({"state": "torn"}, ("lost",), 1),
        ({"state": "lost"}, ("torn",), 0),
        ({"state": {"none_of": "torn"}}, ("lost",), 0),
        ({"state": {"none_of": "torn"}}, ("good",), 1),
        ({"state": {"all_of": ["torn", "good"]}}, ("lost", "good"), 1),
        ({"state": {"all_of": ["torn", "good"]}}, ("lost",), 0),
        ({"state": {"all_of": ["good"]}}, ("good",), 1),
    ],
)
def test_it_counts_as_the_one_that_it_is_like(when: Any, answer: tuple[str, ...], holds: int) -> None:
    planes = evaluate_one(alike(rules(STATE, obligation("rule", when=when))), {"state": answer})
    assert planes.certain[planes.program.fires[0]] == holds


def test_without_such_options_the_rules_stay_as_they_are() -> None:
    ruleset = rules(question("state", "torn", "good"), obligation("rule", when={"state": "torn"}))
    assert alike(ruleset) is ruleset


PLACES = question("places", "union", option("country", within="union"), "elsewhere", "unsure", kind="many")
LAW = question("law", option("there", show_if={"places": "union"}), "none", "unsure", ask_if={"places": "union"})


def test_a_part_counts_in_rules_in_what_is_asked_and_in_what_is_shown() -> None:
    ruleset = alike(rules(PLACES, LAW, obligation("rule", when={"places": "union", "law": "there"})))
    for places, holds in ((("country",), 1), (("elsewhere",), 0)):
        planes = evaluate_one(ruleset, {"places": places, "law": ("there",)})
        assert planes.certain[planes.program.fires[0]] == holds


def test_the_whole_does_not_count_as_its_part() -> None:
    planes = evaluate_one(alike(rules(PLACES, obligation("rule", when={"places": "country"}))), {"places": ("union",)})
    assert planes.certain[planes.program.fires[0]] == 0


def test_a_part_counts_in_what_stands_first() -> None:
    law = question("law", option("there", usual_if={"places": "union"}), "none", "unsure", always=True)
    ruleset = alike(rules(PLACES, law))
    first = shown_first(ruleset, ruleset.questions[1], {"places": ("country",)})
    assert "there" in [each.id for each in first]
