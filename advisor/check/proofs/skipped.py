"""Finds `none_of` on a question that was skipped, where it does not hold although nothing was chosen.

`none_of` needs the question to have been asked. Where a condition would hold if silence counted as "none of these",
and the question can be skipped, the writer has probably forgotten that.
"""

from collections.abc import Iterator
from itertools import permutations

from advisor.check.problem import Problem, Severity, listed, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Probe, Prover
from advisor.rules.conditions import AnyOf, Condition, Not, Test, map_tests, tests
from advisor.rules.model import Conditional, Note
from advisor.rules.ruleset import Ruleset


def probes(ruleset: Ruleset) -> list[Probe]:
    """What the proof asks about."""
    return [probe for _, *both in _suspects(ruleset) for probe in both]


def _suspects(ruleset: Ruleset) -> list[tuple[Conditional, Probe, Probe]]:
    """Everything whose condition has a `none_of` on a question with an `ask_if`: how it is, and if silence counted."""
    written: list[tuple[Conditional, Probe]] = [
        *((s, (s.when, s.unless)) for s in ruleset.statements),
        *((q, (q.ask_if, None)) for q in ruleset.questions),
        *((q, (o.show_if, None)) for q in ruleset.questions for o in q.options),
    ]
    both = ((record, (a, b), (_lenient(a, ruleset), _lenient(b, ruleset))) for record, (a, b) in written)
    return [(record, strict, lenient) for record, strict, lenient in both if strict != lenient]


def _asked_if(ruleset: Ruleset, test: Test) -> Condition | None:
    """When the question of a `none_of` is asked, unless it is always."""
    question = ruleset.question(test.question)
    return question.ask_if if question and test.mode == "none_of" else None


def _lenient(condition: Condition | None, ruleset: Ruleset) -> Condition | None:
    def or_skipped(test: Test) -> Condition:
        asked = _asked_if(ruleset, test)
        return test if asked is None else AnyOf((test, Not(asked)))

    return map_tests(condition, or_skipped)


def skipped(prover: Prover) -> Iterator[Problem]:
    """Each once. The prover has our probes."""
    for record, *both in _suspects(prover.ruleset):
        for one, other in permutations(both):

            def differs(cases: AllAnswers, one: Probe = one, other: Probe = other) -> list[int]:
                return [~prover.possibly(cases, one), prover.probe(cases, other)]

            if prover.can(differs):
                named = (test for condition in both[0] for test in tests(condition))
                names = dict.fromkeys(test.question for test in named if _asked_if(prover.ruleset, test) is not None)
                text = (
                    f"'{getattr(record, 'id', '')}' tests none_of on {listed(names)}, which can be skipped: then "
                    "none_of does not hold. Say when it is asked, or write 'not:' if being skipped counts"
                )
                severity: Severity = "warning" if isinstance(record, Note) else "error"
                yield problem("none-of-skipped", record, text, prover.show(differs), severity)
                break
