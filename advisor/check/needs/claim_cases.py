"""What a claim may be about, before anybody answers: the names that it may have, its places, and what makes it true."""

from collections.abc import Iterable, Iterator

from advisor.check.needs.possible_needs import PossibleNeed
from advisor.rules.conditions import Condition, signed_tests
from advisor.rules.model import Option
from advisor.rules.needs_model import AnswerPattern
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import ClaimQuestions


def claim_names(ruleset: Ruleset, pattern: AnswerPattern) -> list[str]:
    """What `{claimed}` may be in this pattern."""
    asked = ruleset.situation.claims
    if asked is None:
        return []
    own = [option for option in _options(ruleset, asked.said) if option.id in pattern.claimed]
    named = [option.name for option in own if option.id in asked.about and option.name]
    return named or [option.name for option in _schemes(ruleset, asked, pattern.when) if option.name]


def claim_places(ruleset: Ruleset, pattern: AnswerPattern) -> list[str]:
    """What `{claimed_place}` may be in this pattern."""
    asked = ruleset.situation.claims
    places = _options(ruleset, asked.place) if asked else ()
    return [place.name for place in places if place.name and (not pattern.place or place.id in pattern.place)]


def may_make_true(
    ruleset: Ruleset, claims: Iterable[str], when: Condition | None, needs: Iterable[PossibleNeed]
) -> list[PossibleNeed]:
    """What one of these claims may be about, said of a certificate that the condition lets through."""
    asked = ruleset.situation.claims
    if asked is None:
        return []
    schemes = [option.id for option in _schemes(ruleset, asked, when)]
    named = {thing for scheme in schemes for thing in asked.about.get(scheme, (scheme,))}
    things = {thing for claim in claims for thing in asked.about.get(claim, tuple(named))}
    return [need for need in needs if not things.isdisjoint((need.kind, need.thing, need.record.id))]


def options_tested(condition: Condition | None, question: str) -> frozenset[str]:
    """Options of the question of which this wants one."""
    tests = (test for test, holds in signed_tests(condition) if holds and test.mode != "none_of")
    return frozenset(option for test in tests if test.question == question for option in test.options)


def _schemes(ruleset: Ruleset, asked: ClaimQuestions, when: Condition | None) -> Iterator[Option]:
    tested = options_tested(when, asked.scheme)
    yield from (option for option in _options(ruleset, asked.scheme) if not tested or option.id in tested)


def _options(ruleset: Ruleset, question_id: str) -> tuple[Option, ...]:
    question = ruleset.question(question_id)
    return question.options if question else ()
