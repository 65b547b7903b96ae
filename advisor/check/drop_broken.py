"""What remains of a ruleset when everything that names nothing is left out, so that the rest can still be proved."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from advisor.reading.record import Record
from advisor.rules.conditions import NEVER, Condition, Test, map_tests
from advisor.rules.model import Jurisdiction, Statement
from advisor.rules.needs_model import Thing
from advisor.rules.ruleset import Ruleset

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Statement)
Known = dict[str, set[str]]
"""Question id → its option ids."""


def drop_broken(ruleset: Ruleset) -> Ruleset:
    """The same rules without tests of unknown answers or later questions, and the first of those that share an id.

    A statement whose condition could not be read is left out: nobody knows for whom it speaks.
    A jurisdiction that is named and does not exist has a stand-in.
    """
    known: Known = {}
    questions = []
    for question in _first(ruleset.questions):
        options = tuple(with_known(option, known, "show_if", "usual_if") for option in _first(question.options))
        questions.append(with_known(question, known, "ask_if").model_copy(update={"options": options}))
        known[question.id] = {option.id for option in question.options}
    rows = {name: with_known(j, known, "option") for name, j in ruleset.jurisdictions.items()}
    return replace(
        ruleset,
        questions=tuple(questions),
        obligations=tuple(with_known(o, known, "when", "unless") for o in _read(ruleset.obligations)),
        notes=tuple(with_known(n, known, "when", "unless") for n in _read(ruleset.notes)),
        jurisdictions={**_stand_ins(ruleset), **rows},
        **_advice(ruleset, known),
    )


def _advice(ruleset: Ruleset, known: Known) -> dict[str, Any]:
    """What has no readable condition is left out, as a statement is: a need, a standing, a contradiction."""
    doubts = [(doubt, known_part(doubt.when, known)) for doubt in ruleset.contradictions if doubt.when != NEVER]
    needs = (with_known(rule, known, "when", "unless") for rule in _first(ruleset.needs) if rule.when != NEVER)
    return {
        "things": {name: _thing(thing, known) for name, thing in ruleset.things.items()},
        "needs": tuple(rule.model_copy(update={"each": rule.each if rule.each in known else None}) for rule in needs),
        "answers": tuple(with_known(pattern, known, "when", "unless") for pattern in _first(ruleset.answers)),
        "standards": tuple(with_known(standard, known, "near") for standard in ruleset.standards),
        "contradictions": tuple(d.model_copy(update={"when": when}) for d, when in doubts if when is not None),
        "situation": with_known(ruleset.situation, known, "on_market", "unresearched", "asked_about"),
    }


def _thing(thing: Thing, known: Known) -> Thing:
    """A standing of whose condition nothing is left would hold for everybody."""
    stands = [(rule, known_part(rule.when, known)) for rule in thing.stands if rule.when != NEVER]
    kept = tuple(rule.model_copy(update={"when": when}) for rule, when in stands if when is not None)
    return thing.model_copy(update={"stands": kept})


def _stand_ins(ruleset: Ruleset) -> dict[str, Jurisdiction]:
    """One for each that is named and does not exist; it is nobody's market."""
    named = {o.jurisdiction for o in ruleset.obligations} | {n.jurisdiction for n in ruleset.notes if n.jurisdiction}
    return {name: Jurisdiction(id=name, name=name) for name in sorted(named - set(ruleset.jurisdictions))}


def _first(records: Iterable[R]) -> list[R]:
    by_id: dict[str, R] = {}
    for record in records:
        by_id.setdefault(str(getattr(record, "id", "")), record)
    return list(by_id.values())


def _read(statements: Iterable[S]) -> list[S]:
    """Without those whose condition could not be read."""
    return [statement for statement in _first(statements) if statement.when != NEVER]


def with_known(record: R, known: Known, *conditions: str) -> R:
    """The record with these conditions as far as their questions and options are known."""
    return record.model_copy(update={name: known_part(getattr(record, name), known) for name in conditions})


def known_part(condition: Condition | None, known: Known) -> Condition | None:
    """The condition as far as its questions and options are known; None if nothing is left of it."""

    def known_test(test: Test) -> Test | None:
        left = tuple(option for option in test.options if option in known.get(test.question, ()))
        if left == test.options:
            return test
        return replace(test, options=left) if left else None

    return map_tests(condition, known_test)
