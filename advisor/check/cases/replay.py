"""Replays an acceptance case of the content through the running logic and says what differs from what it expects."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from advisor.check.problem import listed
from advisor.content.people import NOTHING, Example, Persona
from advisor.needs.advice import advise
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import walk, walk_through
from advisor.verdicts.verdict import Recommendation, judged


class Replay(NamedTuple):
    """`differences`: one sentence each. `fired`: ids of what speaks. `path`: ids of the answered questions in order.

    `unanswered`: the question that could still change the result, or nothing. `not_asked`: those answered although
    they are not asked with these answers.
    """

    example: Example
    differences: tuple[str, ...]
    fired: frozenset[str]
    path: tuple[str, ...]
    unanswered: str = ""
    not_asked: tuple[str, ...] = ()


def replay(ruleset: Ruleset, example: Example, today: date) -> Replay:
    """Judge the example on its own day, or today."""
    day = example.on or today
    rules = ruleset.on(day)
    evaluated = Evaluated(rules, example.answers)
    recommendation, journey = judged(evaluated), walk_through(evaluated)
    unanswered = journey.next.id if journey.next else ""
    texts = [*_bases(example, recommendation, not unanswered), *_reasons(example, recommendation)]
    texts += _answer(example, evaluated, recommendation, day)
    fired = frozenset(fired_ids(recommendation))
    path = tuple(step.question.id for step in journey.steps)
    return Replay(example, tuple(texts), fired, path, unanswered, journey.set_aside)


def next_question(ruleset: Ruleset, person: Example | Persona, today: date) -> str:
    """The id of the question that could still change the result of somebody in the content, or nothing."""
    question = walk(ruleset.on(getattr(person, "on", None) or today), person.answers).next
    return question.id if question else ""


def _bases(example: Example, recommendation: Recommendation, finished: bool) -> Iterator[str]:
    """While a question is unanswered, what the verdict could be at most says nothing."""
    for standard, basis in example.expect.items():
        verdict = recommendation.verdicts[standard]
        if verdict.basis is not basis:
            reasons = ", ".join(f.obligation.id for f in verdict.decided_by) or "nothing"
            yield f"{standard} should be {basis}, but is {verdict.basis} because of {reasons}"
        at_most = example.at_most.get(standard, basis)
        if finished and verdict.at_most is not at_most:
            yield f"{standard} should be at most {at_most}, but could be {verdict.at_most}"


def _reasons(example: Example, recommendation: Recommendation) -> Iterator[str]:
    for standard, ids in example.decided_by.items():
        deciding = {f.obligation.id for f in recommendation.verdicts[standard].decided_by}
        for name in sorted(set(ids) - deciding):
            yield f"{standard} should be decided by {name}, but is by {', '.join(sorted(deciding)) or 'nothing'}"
    fired = fired_ids(recommendation)
    yield from (f"{name} should fire and does not" for name in example.fires if name not in fired)
    yield from (f"{name} should not fire and does" for name in example.silent if name in fired)
    named = {certificate.id for certificate, _ in recommendation.certificates}
    missing = (name for name in example.certificates if name not in named)
    yield from (f"the certificate {name} should be named and is not" for name in missing)


def _answer(example: Example, evaluated: Evaluated, recommendation: Recommendation, day: date) -> Iterator[str]:
    """What leads the list of needs, and the sentence that answers, where the example insists on them."""
    if not (example.first_need or example.answer):
        return
    advice = advise(evaluated, recommendation, day)
    leads = advice.needs[0].names if advice.needs else {NOTHING}
    if example.first_need and leads.isdisjoint(example.first_need):
        first = advice.needs[0].id if advice.needs else NOTHING
        yield f"first needed should be {listed(example.first_need, 'or')}, but is {first}"
    said = advice.answer.pattern.id if advice.answer else NOTHING
    if example.answer and said not in example.answer:
        yield f"the answer should be {listed(example.answer, 'or')}, but is {said}"


def fired_ids(recommendation: Recommendation) -> set[str]:
    """Ids of the obligations and notes that fire."""
    findings = {f.obligation.id for v in recommendation.verdicts.values() for f in v.findings}
    return findings | {note.id for note in recommendation.notes}
