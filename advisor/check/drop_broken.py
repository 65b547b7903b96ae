"""What remains of a ruleset when everything that names nothing is left out, so that the rest can still be proved."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from advisor.reading.record import Record
from advisor.rules.conditions import NEVER, Condition, Test, map_tests
from advisor.rules.model import Jurisdiction, Statement
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
        options = tuple(with_known(option, known, "show_if") for option in _first(question.options))
        questions.append(with_known(question, known, "ask_if").model_copy(update={"options": options}))
        known[question.id] = {option.id for option in question.options}
    rows = {name: with_known(j, known, "option") for name, j in ruleset.jurisdictions.items()}
    return replace(
        ruleset,
        questions=tuple(questions),
        obligations=tuple(with_known(o, known, "when", "unless") for o in _read(ruleset.obligations)),
        notes=tuple(with_known(n, known, "when", "unless") for n in _read(ruleset.notes)),
        jurisdictions={**_stand_ins(ruleset), **rows},
    )


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
        return replace(test, options=left) if left else None

    return map_tests(condition, known_test)
