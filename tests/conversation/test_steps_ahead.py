"""What comes next for each option is what an assessment of that answer says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from advisor.assessment.assessment import Assessment
from advisor.conversation.steps_ahead import StepAhead, steps_ahead
from advisor.rules.evaluator import Columns, Planes, evaluate
from advisor.rules.model import Answers, Question
from advisor.rules.program import Program
from advisor.rules.ruleset import Ruleset
from tests.support.invented import DAY, obligation, option, question, rules
from tests.support.visitor import content, visits

CREW = question("crew", "alone", "many", "unsure")
RULES = rules(
    CREW,
    question("sails", option("spinnaker", show_if={"crew": "many"}), "jib", ask_if={"crew": "many"}),
    question("length", "short", "long", ask_if={"crew": "alone"}),
    question("cargo", "fish", "gold"),
    obligation("rigged", "legal-qms", {"sails": "spinnaker"}),
    obligation("long", "legal-qms", {"length": "long"}),
)


def made(ruleset: Ruleset, answers: Answers) -> Assessment:
    given: Any = SimpleNamespace(ruleset=ruleset)
    return Assessment(given, date.fromisoformat(DAY), answers)


def one_by_one(assessment: Assessment, asked: Question) -> dict[str, StepAhead]:
    """The same by one assessment for each option."""
    found = {}
    for chosen in assessment.shown(asked):
        then = assessment.with_answers({**assessment.answers, asked.id: (chosen.id,)})
        path, following = then.journey, then.journey.next
        shown, usual = (then.shown(following), then.usual(following)) if following else ((), ())
        found[chosen.id] = StepAhead(following, shown, usual, len(path.steps), path.left)
    return found


def test_each_option_leads_to_its_own_question() -> None:
    steps = steps_ahead(made(RULES, {}), CREW)
    led = {name: step.question.id if step.question else None for name, step in steps.items()}
    assert led == {"alone": "length", "many": "sails", "unsure": None}
    assert [o.id for o in steps["many"].visible] == ["spinnaker", "jib"]


def test_where_nothing_is_left_to_ask_there_is_no_question() -> None:
    last = steps_ahead(made(RULES, {"crew": ("alone",)}), RULES.questions[2])
    assert last["short"] == StepAhead(None, (), (), 2, 0)


def test_an_answer_that_is_set_aside_counts_where_it_applies() -> None:
    steps = steps_ahead(made(RULES, {"length": ("long",)}), CREW)
    assert {name: step.done for name, step in steps.items()} == {"alone": 2, "many": 1, "unsure": 1}


def test_all_options_are_one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    widths: list[int] = []

    def counted(program: Program, cases: Columns) -> Planes:
        widths.append(cases.width)
        return evaluate(program, cases)

    assessment = made(RULES, {})
    assert assessment.shown(CREW)
    monkeypatch.setattr("advisor.conversation.steps_ahead.evaluate", counted)
    monkeypatch.setattr("advisor.rules.evaluator.evaluate", counted)
    steps_ahead(assessment, CREW)
    assert widths == [len(CREW.options)]


def steps_of_visits(count: int) -> Iterator[tuple[Assessment, Question]]:
    """Some steps of what the examples answer, where one answer was open."""
    random = Random(13)
    for example in random.sample(visits(), count):
        whole = list(example.answers.items())
        some = Assessment(content(), date.fromisoformat(DAY), dict(whole[: random.randrange(len(whole))]))
        if (asked := some.journey.next) and asked.kind == "one":
            yield some, asked


def test_on_the_real_content_it_is_what_an_assessment_of_each_answer_says() -> None:
    for some, asked in steps_of_visits(40):
        assert steps_ahead(some, asked) == one_by_one(some, asked), dict(some.answers)
