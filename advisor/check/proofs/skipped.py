"""Finds `none_of` on a question that was skipped, where it does not hold although nothing was chosen.

`none_of` needs the question to have been asked. Where a condition would hold if silence counted as "none of these",
and the question can be skipped, the writer has probably forgotten that.
"""

from collections.abc import Iterator

from advisor.check.problem import Problem, Severity, listed, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.conditions import AnyOf, Condition, Not, Test, map_tests, tests
from advisor.rules.model import Conditional, Note
from advisor.rules.ruleset import Ruleset

Probe = tuple[Condition | None, Condition | None]


def probes(ruleset: Ruleset) -> list[Probe]:
    """Per suspect, its condition as it is and as it would be if silence counted."""
    return [
        probe
        for record, when, unless in suspects(ruleset)
        for probe in ((when, unless), (_lenient(when, ruleset), _lenient(unless, ruleset)))
    ]


def suspects(ruleset: Ruleset) -> list[tuple[Conditional, Condition | None, Condition | None]]:
    """Everything whose condition has a `none_of` on a question with an `ask_if`."""
    written: list[tuple[Conditional, Condition | None, Condition | None]] = [
        *((s, s.when, s.unless) for s in (*ruleset.obligations, *ruleset.notes)),
        *((q, q.ask_if, None) for q in ruleset.questions),
        *((q, o.show_if, None) for q in ruleset.questions for o in q.options),
    ]
    return [entry for entry in written if _skippable(ruleset, entry[1], entry[2])]


def _skippable(ruleset: Ruleset, *conditions: Condition | None) -> list[str]:
    named = [t.question for c in conditions for t in tests(c) if t.mode == "none_of"]
    return [name for name in named if (question := ruleset.question(name)) and question.ask_if is not None]


def _lenient(condition: Condition | None, ruleset: Ruleset) -> Condition | None:
    def or_skipped(test: Test) -> Condition:
        question = ruleset.question(test.question)
        if test.mode != "none_of" or question is None or question.ask_if is None:
            return test
        return AnyOf((test, Not(question.ask_if)))

    return map_tests(condition, or_skipped)


def skipped(prover: Prover, first: int = 0) -> Iterator[Problem]:
    """`first`: the place of the first probe."""
    for count, (record, when, unless) in enumerate(suspects(prover.ruleset)):
        strict, lenient = first + 2 * count, first + 2 * count + 1
        for one, other in ((strict, lenient), (lenient, strict)):

            def differs(cases: AllAnswers, one: int = one, other: int = other) -> list[int]:
                return [~prover.possibly(cases, one), prover.probe(cases, other)]

            if prover.can(differs):
                names = dict.fromkeys(_skippable(prover.ruleset, when, unless))
                text = (
                    f"'{getattr(record, 'id', '')}' tests none_of on {listed(names)}, which can be skipped: then "
                    "none_of does not hold. Say when it is asked, or write 'not:' if being skipped counts"
                )
                severity: Severity = "warning" if isinstance(record, Note) else "error"
                yield problem("none-of-skipped", record, text, prover.show(differs), severity)
                break
