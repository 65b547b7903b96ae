"""Which answers the benchmark gives: those of the example with the longest conversation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from advisor.content import library
from advisor.rules.model import Answers, Option, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.journey import walk
from tests.support.examples import load_visits

_TRIED = 20


@dataclass(frozen=True)
class Reply:
    """What is answered to one question."""

    question: Question
    options: tuple[Option, ...]


@cache
def longest_visit() -> tuple[Reply, ...]:
    """The replies of the longest conversation among the examples with most answers, in asking order."""
    everything = library.load_ruleset()
    examples = sorted(load_visits(library.ROOT, everything), key=lambda example: len(example.answers))
    rules = everything.on(datetime.now(UTC).date())
    return max((tuple(conversation(rules, example.answers)) for example in examples[-_TRIED:]), key=len)


def conversation(rules: Ruleset, wanted: Answers) -> Iterator[Reply]:
    """Answer what is asked, as wanted; where nothing is wanted, 'I don't know' or else the last option."""
    answers: dict[str, tuple[str, ...]] = {}
    while question := walk(rules, answers).next:
        options = tuple(o for o in question.options if o.id in wanted.get(question.id, ())) or (_evasive(question),)
        answers[question.id] = tuple(option.id for option in options)
        yield Reply(question, options)


def _evasive(question: Question) -> Option:
    return next((option for option in question.options if option.unknown), question.options[-1])
