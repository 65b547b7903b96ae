"""What would change a verdict, with the real content: equal to judging every single change by itself."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from advisor.content.library import Content
from advisor.rules.model import Answers
from advisor.summary.lever_wording import grouped
from advisor.whatif.lever_search import levers
from tests.properties.test_levers import brute_force, told
from tests.support.visitor import BOOKKEEPER, content, visits

DAY = date(2026, 11, 22)
CONTENT: Content = content()
RULES = CONTENT.ruleset.on(DAY)
EXAMPLES = visits()
SAMPLED = Random(7).sample(EXAMPLES, 5)


@pytest.mark.parametrize("example", SAMPLED, ids=lambda example: example.name)
def test_single_changes_are_those_that_brute_force_finds(example: object) -> None:
    answers: Answers = example.answers  # type: ignore[attr-defined]
    found = {told(lever) for lever in levers(RULES, answers, pairs=False)}
    assert found == brute_force(RULES, dict(answers), most_steps=1)


@pytest.mark.parametrize("persona", CONTENT.personas, ids=lambda persona: persona.id)
def test_every_finished_example_has_something_that_would_change_it(persona: object) -> None:
    found = levers(RULES, persona.answers)  # type: ignore[attr-defined]
    assert found
    for standard in RULES.standards:
        for group in grouped(found, standard.id, CONTENT.words):
            assert all(standard.name in lever.sentence for lever in group.levers)


def test_a_customer_who_names_the_standard_in_a_contract_is_a_lever() -> None:
    own = [v for v in levers(RULES, {**BOOKKEEPER, "size": ("small",)}) if v.standard.id == "iso-9001"]
    customer = [v for v in own if v.controlled_by == "customer"]
    opened = {lever.opens[0].id: str(lever.reached) for lever in customer if lever.opens}
    assert opened == {
        "demand-9001-form": "contractual",
        "demand-certified-form": "contractual",
        "demand-system-form": "contractual-qms",
    }
