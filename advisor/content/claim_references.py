"""Checks that what is told of claims names questions, answers, things and places that exist."""

from collections.abc import Iterable, Iterator
from typing import get_args

from advisor.reading.reader import unknown
from advisor.rules.needs_model import AnswerPattern, Kind, Match
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import ClaimQuestions


def claim_questions(ruleset: Ruleset, asked: ClaimQuestions) -> Iterator[str]:
    """What is wrong in that part of the situation."""
    if texts := list(ruleset.unknown("question", (asked.said, asked.scheme, asked.place, *asked.chosen))):
        yield from texts
        return
    told = _option_ids(ruleset, asked.said) | _option_ids(ruleset, asked.scheme)
    yield from unknown("answer about a claim", asked.about, told)
    every = {*ruleset.ids["need"], *get_args(Kind)}
    yield from unknown("thing, need or kind", [thing for things in asked.about.values() for thing in things], every)
    yield from unknown("place of a claim", asked.within, _option_ids(ruleset, asked.place))
    yield from ruleset.unknown("jurisdiction", [place for places in asked.within.values() for place in places])


def claim_lines(ruleset: Ruleset, pattern: AnswerPattern) -> Iterator[str]:
    """What a pattern says of claims that nobody can make, and lines about a claim where it names none."""
    yield from claims(ruleset, pattern.claimed)
    if asked := ruleset.situation.claims:
        yield from unknown("place of a claim", pattern.place, _option_ids(ruleset, asked.place))
    matches = (pattern.first, pattern.has, pattern.lacks)
    if not pattern.claimed and (pattern.place or pattern.right is not None or any(map(_about_claims, matches))):
        yield "needs 'claimed': 'right', 'place', 'there', 'named' and 'held' are about a claim"


def claims(ruleset: Ruleset, names: Iterable[str]) -> Iterator[str]:
    """Claims that nobody can make."""
    if asked := ruleset.situation.claims:
        yield from unknown("claim that is made", names, _option_ids(ruleset, asked.said))
    else:
        yield from (f"'{name}' is no claim: the situation names no questions about claims" for name in names)


def _about_claims(match: Match | None) -> bool:
    return match is not None and any(line is not None for line in (match.claimed, match.there, match.named, match.held))


def _option_ids(ruleset: Ruleset, question_id: str) -> set[str]:
    question = ruleset.question(question_id)
    return {option.id for option in question.options} if question else set()
