"""Runs the acceptance cases of the content against the running logic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from advisor.journey import walk
from advisor.model import Ruleset
from advisor.people import Example
from advisor.strict_yaml import Mistake
from advisor.verdict import Recommendation, judge


def check_examples(ruleset: Ruleset, examples: Iterable[Example], today: date) -> list[Mistake]:
    """What each example expects and does not get, one sentence per difference."""
    return [
        Mistake(example.file, example.line, f"'{example.name}': {text}")
        for example in examples
        for text in _differences(ruleset.on(example.on or today), example)
    ]


def _differences(ruleset: Ruleset, example: Example) -> Iterator[str]:
    recommendation = judge(ruleset, example.answers)
    yield from _bases(example, recommendation)
    yield from _reasons(example, recommendation)
    if (following := walk(ruleset, example.answers).next) is not None:
        yield f"leaves the question '{following.id}' unanswered that could still change the result"


def _bases(example: Example, recommendation: Recommendation) -> Iterator[str]:
    for standard, basis in example.expect.items():
        verdict = recommendation.verdicts[standard]
        if verdict.basis is not basis:
            reasons = ", ".join(f.obligation.id for f in verdict.decided_by) or "nothing"
            yield f"{standard} should be {basis}, but is {verdict.basis} because of {reasons}"
        at_most = example.at_most.get(standard, basis)
        if verdict.at_most is not at_most:
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
    yield from (
        f"the certificate {name} should be named and is not" for name in example.certificates if name not in named
    )


def fired_ids(recommendation: Recommendation) -> set[str]:
    """Ids of the obligations and notes that fire."""
    findings = {f.obligation.id for v in recommendation.verdicts.values() for f in v.findings}
    return findings | {note.id for note in recommendation.notes}


def unfired(ruleset: Ruleset, examples: Iterable[Example], today: date) -> list[Mistake]:
    """Obligations that no example fires."""
    fired: set[str] = set()
    for example in examples:
        fired |= fired_ids(judge(ruleset.on(example.on or today), example.answers))
    return [Mistake(o.file, o.line, f"no example fires '{o.id}'") for o in ruleset.obligations if o.id not in fired]
