"""How often what the browser shows before the server has confirmed it would be wrong, and what it costs to know it.

Walks random visits over the real content; at each question with one answer, what comes next for every option is found
as one batch, and then by an assessment of each answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from time import thread_time

from advisor.assessment.assessment import Assessment
from advisor.content.library import load
from advisor.conversation.steps_ahead import StepAhead, steps_ahead
from advisor.rules.model import Question
from bench.figures import Figure, spread

STEPS = 10_000


def measure() -> list[Figure]:
    """A step is one option of one question."""
    steps = wrong = 0
    together, alone = [], []
    for some, asked in _open_questions():
        some.shown(asked)
        start = thread_time()
        found = steps_ahead(some, asked)
        middle = thread_time()
        expected = _one_by_one(some, asked)
        together.append((middle - start) * 1000)
        alone.append((thread_time() - middle) * 1000)
        steps += len(expected)
        wrong += sum(found.get(option) != step for option, step in expected.items())
        if steps >= STEPS:
            break
    return [
        Figure(f"disagreements in {steps} steps", wrong, "", 0),
        *spread("what comes next for each option, at once, CPU", together, "ms"),
        *spread("the same one by one, CPU", alone, "ms"),
    ]


def _open_questions() -> Iterator[tuple[Assessment, Question]]:
    """Questions with one answer, in the order of random visits that never end."""
    random, day, content = Random(13), datetime.now(UTC).date(), load()
    while True:
        some = Assessment(content, day, {})
        while asked := some.journey.next:
            if asked.kind == "one":
                yield some, asked
            some = some.with_answers({**some.answers, asked.id: _answer(random, some, asked)})


def _answer(random: Random, some: Assessment, asked: Question) -> tuple[str, ...]:
    """One option on offer, or up to three that may stand together."""
    offered = some.shown(asked)
    chosen = {option.id for option in random.sample(offered, min(len(offered), random.choice((1, 1, 2, 3))))}
    if asked.kind == "one" or chosen.intersection(asked.alone):
        return (min(sorted(chosen), key=lambda name: name not in asked.alone),)
    return tuple(option.id for option in asked.options if option.id in chosen)


def _one_by_one(some: Assessment, asked: Question) -> dict[str, StepAhead]:
    found = {}
    for option in some.shown(asked):
        then = some.with_answers({**some.answers, asked.id: (option.id,)})
        path, following = then.journey, then.journey.next
        shown, usual = (then.shown(following), then.usual(following)) if following else ((), ())
        found[option.id] = StepAhead(following, shown, usual, len(path.steps), path.left)
    return found
