"""A look ahead of several answers is answered as the server would go on, and rubbish not at all."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random

import pytest

from advisor.assessment.assessment import Assessment
from advisor.conversation.look import step_after
from advisor.conversation.moment import Moment
from advisor.conversation.turn import turn
from advisor.rules.model import Question
from advisor.sharing.link import encode
from tests.support.invented import DAY
from tests.support.visitor import content, visits

TODAY = date.fromisoformat(DAY)


def look(some: Assessment, **other: object) -> bytes:
    """The look at the first option of the open question."""
    asked = some.journey.next
    assert asked
    told = {
        "token": encode(some.answers, content().hash),
        "question": asked.id,
        "options": [some.shown(asked)[0].id],
        "promised": 30,
        "day": DAY,
    }
    return json.dumps(told | other).encode()


def beginning() -> Assessment:
    return Assessment(content(), TODAY, {})


def picks(random: Random, some: Assessment, asked: Question) -> tuple[str, ...]:
    """Up to three options that may stand together; one where there can be but one."""
    most = 1 if asked.kind == "one" else 3
    together = [option.id for option in some.shown(asked) if option.id not in asked.alone]
    chosen = random.sample(together, min(len(together), random.randint(1, most)))
    return tuple(option.id for option in asked.options if option.id in chosen)


def test_on_the_real_content_it_is_what_the_next_turn_says() -> None:
    random = Random(29)
    seen = 0
    for example in random.sample(visits(), 40):
        whole = list(example.answers.items())
        some = Assessment(content(), TODAY, dict(whole[: random.randrange(len(whole))]))
        asked = some.journey.next
        if asked is None or not (options := picks(random, some, asked)):
            continue
        then = turn(some.with_answers({**some.answers, asked.id: options}), Moment(promised=30))
        found = step_after(content(), look(some, options=list(options)), TODAY)
        assert found == {name: then[name] for name in ("title", "state", "question", "progress")}, dict(some.answers)
        seen += 1
    assert seen > 20


@pytest.mark.parametrize(
    "other",
    [
        {"options": []},
        {"options": ["no-such-option"]},
        {"options": ["unknown", "plan"] * 200},
        {"options": "plan"},
        {"question": "size"},
        {"question": 7},
        {"token": "2nothingofours"},
        {"token": "x" * 100_000},
        {"promised": -1},
        {"promised": "30"},
        {"day": "yesterday"},
        {"day": (TODAY + timedelta(days=2)).isoformat()},
        {"day": (TODAY - timedelta(days=400)).isoformat()},
    ],
)
def test_what_is_no_look_at_the_open_question_has_no_step(other: dict[str, object]) -> None:
    assert step_after(content(), look(beginning()), TODAY)
    assert step_after(content(), look(beginning(), **other), TODAY) is None


@pytest.mark.parametrize("sent", [b"", b"[]", b"null", b"{", b"\xff\xfe", b"[" * 100_000])
def test_rubbish_has_no_step(sent: bytes) -> None:
    assert step_after(content(), sent, TODAY) is None


def test_options_that_cannot_stand_together_have_no_step() -> None:
    some = beginning().with_answers({"occasion": ("plan",), "sectors": ("medical",)})
    asked = some.journey.next
    assert asked
    offered = [option.id for option in some.shown(asked)]
    alone, other = asked.alone[0], next(name for name in offered if name not in asked.alone)
    for options in ([alone], [other]):
        assert step_after(content(), look(some, options=options), TODAY)
    assert step_after(content(), look(some, options=[alone, other]), TODAY) is None


def test_the_day_of_a_visitor_on_the_other_side_of_the_date_line_is_taken() -> None:
    assert step_after(content(), look(beginning(), day=(TODAY + timedelta(days=1)).isoformat()), TODAY)
