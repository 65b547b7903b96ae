"""How often what the browser shows before the server has confirmed it would be wrong, and what it costs to know it.

Walks random visits over the real content. At each question with one answer, what comes next for every option is found
as one batch, and then by an assessment of each answer; at each with several, what follows a random choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from time import thread_time

from advisor.assessment.assessment import Assessment
from advisor.content.library import load
from advisor.conversation.steps_ahead import StepAhead, before_and_after, steps_ahead
from advisor.rules.model import Question
from bench.figures import Figure, spread

STEPS = 10_000


def measure() -> list[Figure]:
    """A step is one option of a question with one answer, or one choice of several."""
    random = Random(13)
    steps = wrong = looks = wrong_looks = 0
    together, alone = [], []
    for some, asked in _open_questions(random):
        if asked.kind == "many":
            looks += 1
            wrong_looks += _looked(some, asked, _answer(random, some, asked))
            continue
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
        Figure(f"disagreements in {looks} looks at several choices", wrong_looks, "", 0),
        *spread("what comes next for each option, at once, CPU", together, "ms"),
        *spread("the same one by one, CPU", alone, "ms"),
    ]


def _open_questions(random: Random) -> Iterator[tuple[Assessment, Question]]:
    """Questions in the order of random visits that never end."""
    day, content = datetime.now(UTC).date(), load()
    while True:
        some = Assessment(content, day, {})
        while asked := some.journey.next:
            yield some, asked
            some = some.with_answers({**some.answers, asked.id: _answer(random, some, asked)})


def _answer(random: Random, some: Assessment, asked: Question) -> tuple[str, ...]:
    """One option on offer, or up to three that may stand together."""
    offered = some.shown(asked)
    chosen = {option.id for option in random.sample(offered, min(len(offered), random.choice((1, 1, 2, 3))))}
    if asked.kind == "one" or chosen.intersection(asked.alone):
        return (min(sorted(chosen), key=lambda name: name not in asked.alone),)
    return tuple(option.id for option in asked.options if option.id in chosen)


def _looked(some: Assessment, asked: Question, options: tuple[str, ...]) -> bool:
    """Whether a look at this choice says otherwise than assessments before and after it."""
    found = before_and_after(some.rules, some.answers, asked, options)
    return found != (_step(some), _step(some.with_answers({**some.answers, asked.id: options})))


def _one_by_one(some: Assessment, asked: Question) -> dict[str, StepAhead]:
    return {
        option.id: _step(some.with_answers({**some.answers, asked.id: (option.id,)})) for option in some.shown(asked)
    }


def _step(some: Assessment) -> StepAhead:
    path, following = some.journey, some.journey.next
    shown, usual = (some.shown(following), some.usual(following)) if following else ((), ())
    return StepAhead(following, shown, usual, len(path.steps), path.left)
