"""Proves that nothing is said of a place where the company neither sits nor sells, and that each market has its row."""

import re
from collections.abc import Iterator, Sequence

from advisor.check.needs.possible_needs import chosen, told
from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.conditions import signed_tests, tests
from advisor.rules.model import Jurisdiction, Note, Obligation, Question
from advisor.rules.needs_model import NeedRule
from advisor.rules.ruleset import Ruleset

Spoken = Obligation | Note | NeedRule


def places(prover: Prover) -> Iterator[Problem]:
    """Statements from elsewhere, markets without a row, and names of places that a text has and its condition not."""
    rules = prover.ruleset
    rows = dict(zip(rules.jurisdictions, prover.complete.program.rows, strict=True))
    for record, place in _spoken(rules):
        home = _home(rules, record.jurisdiction)
        if home is not None and home.option is not None:
            yield from _elsewhere(prover, record, place, home, rows)
        elif not isinstance(record, Note):
            yield from _named(prover, record, place, rows)
    yield from _without_row(prover, rows)


def _spoken(rules: Ruleset) -> Iterator[tuple[Spoken, int]]:
    """Each with its place among its kind."""
    kinds: tuple[Sequence[Spoken], ...] = (rules.obligations, rules.notes, rules.needs)
    yield from ((record, place) for records in kinds for place, record in enumerate(records))


def _home(rules: Ruleset, name: str | None) -> Jurisdiction | None:
    """The jurisdiction, or the outer one within which it lies."""
    place = rules.jurisdictions.get(name or "")
    return rules.jurisdictions.get(place.within, place) if place and place.within else place


def _speaks(cases: AllAnswers, record: Spoken, place: int) -> int:
    if isinstance(record, Obligation):
        return cases.fires(place)
    return cases.explains(place) if isinstance(record, Note) else told(cases, place)


def _elsewhere(
    prover: Prover, record: Spoken, place: int, home: Jurisdiction, rows: dict[str, int]
) -> Iterator[Problem]:
    """The law of one market may hold in others, which its condition then names."""
    if _asked_there(prover.ruleset, record, home):
        return
    named = [rows[home.id], *(rows[name] for name in _markets_named(prover.ruleset, record))]

    def wish(cases: AllAnswers) -> list[int]:
        return [_speaks(cases, record, place), ~cases.circuit.any_of(cases.planes.possible[row] for row in named)]

    if prover.can(wish):
        text = f"'{record.id}' speaks of '{home.id}' to somebody who neither sits nor sells there"
        yield problem("from-elsewhere", record, text, prover.show(wish))


def _markets_named(rules: Ruleset, record: Spoken) -> set[str]:
    """The jurisdictions whose option its own condition asks for."""
    wanted = [test for test, holds in signed_tests(record.when) if holds and test.mode != "none_of"]
    answers = {(test.question, option) for test in wanted for option in test.options}
    return {
        jurisdiction.id
        for jurisdiction in rules.jurisdictions.values()
        if answers.intersection((t.question, option) for t in tests(jurisdiction.option) for option in t.options)
    }


def _without_row(prover: Prover, rows: dict[str, int]) -> Iterator[Problem]:
    """An option beside those that put a row into the table, and that puts none into it."""
    for question, by_option in _naming(prover.ruleset):
        for option in question.options:
            if option.unknown or option.exclusive or option.neutral:
                continue
            own = [rows[jurisdiction] for jurisdiction in by_option.get(option.id, ())]

            def wish(cases: AllAnswers, name: str = option.id, own: list[int] = own, q: str = question.id) -> list[int]:
                return [chosen(cases, q, name), ~cases.circuit.any_of(cases.planes.certain[row] for row in own)]

            if prover.can(wish):
                text = f"'{option.id}' of '{question.id}' is chosen and has no row in the table"
                yield problem("no-row", question, text, prover.show(wish))


def _naming(rules: Ruleset) -> Iterator[tuple[Question, dict[str, list[str]]]]:
    """The questions that put rows into the table, each with: option → the jurisdictions whose row it is."""
    naming: dict[str, dict[str, list[str]]] = {}
    for jurisdiction in rules.jurisdictions.values():
        for test in tests(jurisdiction.option):
            for option in test.options:
                naming.setdefault(test.question, {}).setdefault(option, []).append(jurisdiction.id)
    for question in rules.questions:
        if question.id in naming:
            yield question, naming[question.id]


def _named(prover: Prover, record: Obligation | NeedRule, place: int, rows: dict[str, int]) -> Iterator[Problem]:
    """A place in the text of what is said of no place, for whom neither the market nor an answer names it."""
    text = " ".join(_texts(record))
    for jurisdiction in prover.ruleset.jurisdictions.values():
        name = next((n for n in _names(jurisdiction) if re.search(rf"\b{re.escape(n)}\b", text)), None)
        if name is None or jurisdiction.option is None or _asked_there(prover.ruleset, record, jurisdiction):
            continue
        row = rows[jurisdiction.id]

        def wish(cases: AllAnswers, row: int = row) -> list[int]:
            return [_speaks(cases, record, place), ~cases.circuit.wire_of(cases.planes.possible[row])]

        if prover.can(wish):
            said = f"'{record.id}' names {name}, and speaks to somebody who neither sits nor sells there"
            yield problem("names-a-place", record, said, None, "warning")


def _texts(record: Obligation | NeedRule) -> tuple[str, ...]:
    if isinstance(record, Obligation):
        return (record.because, record.misconception)
    return (record.what, record.by, record.why, record.instead_do, record.answer)


def _names(jurisdiction: Jurisdiction) -> tuple[str, ...]:
    short = jurisdiction.short.removeprefix("the ")
    return tuple(name for name in (jurisdiction.name, short) if len(name) > 1)


def _asked_there(rules: Ruleset, record: Spoken, jurisdiction: Jurisdiction) -> bool:
    """Whether it waits for an answer that itself names the place: by its label, or where its id begins or ends.

    A rule of needs waits for what its obligations wait for, and stands where they do.
    """
    behind = [o for o in rules.obligations if isinstance(record, NeedRule) and o.id in record.of]
    if any(_home(rules, o.jurisdiction) is jurisdiction or _asked_there(rules, o, jurisdiction) for o in behind):
        return True
    names = _names(jurisdiction)
    ids = {jurisdiction.id, *(code.lower() for code in jurisdiction.covers)}
    for test, holds in signed_tests(record.when):
        question = rules.question(test.question)
        labels = " ".join(f"{o.label} {o.help}" for o in question.options if o.id in test.options) if question else ""
        ends = {part for option in test.options for part in (option.partition("-")[0], option.rpartition("-")[2])}
        if holds and (not ids.isdisjoint(ends) or any(name in labels for name in names)):
            return True
    return False
