"""Runs the acceptance cases of the content against the running logic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from advisor.journey import walk
from advisor.model import Ruleset
from advisor.people import Example
from advisor.strict_yaml import Mistake
from advisor.verdict import Recommendation, judge


def check_examples(ruleset: Ruleset, examples: Iterable[Example], today: date) -> list[Mistake]:
    """What each example expects and does not get, one sentence per difference."""
    mistakes = []
    for example in examples:
        rules = ruleset.on(example.on or today)
        recommendation = judge(rules, example.answers)
        for text in _differences(example, recommendation):
            mistakes.append(Mistake(example.file, example.line, f"'{example.name}': {text}"))
        if (following := walk(rules, example.answers)).next is not None:
            text = f"leaves the question '{following.next.id}' unanswered that could still change the result"
            mistakes.append(Mistake(example.file, example.line, f"'{example.name}': {text}"))
    return mistakes


def _differences(example: Example, recommendation: Recommendation) -> Iterable[str]:
    for standard, basis in example.expect.items():
        verdict = recommendation.verdicts[standard]
        if verdict.basis is not basis:
            reasons = ", ".join(f.obligation.id for f in verdict.decided_by) or "nothing"
            yield f"{standard} should be {basis}, but is {verdict.basis} because of {reasons}"
        at_most = example.at_most.get(standard, verdict.at_most if standard in example.at_most else basis)
        if verdict.at_most is not at_most:
            yield f"{standard} should be at most {at_most}, but could be {verdict.at_most}"
    for standard, ids in example.decided_by.items():
        deciding = {f.obligation.id for f in recommendation.verdicts[standard].decided_by}
        for name in set(ids) - deciding:
            yield f"{standard} should be decided by {name}, but is by {', '.join(sorted(deciding)) or 'nothing'}"
    fired = fired_ids(recommendation)
    for name in example.fires:
        if name not in fired:
            yield f"{name} should fire and does not"
    for name in example.silent:
        if name in fired:
            yield f"{name} should not fire and does"
    for name in set(example.certificates) - {certificate.id for certificate, _ in recommendation.certificates}:
        yield f"the certificate {name} should be named and is not"


def fired_ids(recommendation: Recommendation) -> set[str]:
    """Ids of the obligations and notes that fire."""
    findings = {f.obligation.id for v in recommendation.verdicts.values() for f in v.findings}
    return findings | {note.id for note in recommendation.notes}


def unfired(ruleset: Ruleset, examples: Iterable[Example], today: date) -> list[Mistake]:
    """Obligations that no example fires."""
    fired: set[str] = set()
    for example in examples:
        fired |= fired_ids(judge(ruleset.on(example.on or today), example.answers))
    return [
        Mistake(o.file, o.line, f"no example fires '{o.id}'") for o in ruleset.obligations if o.id not in fired
    ]
