"""The bit columns against an evaluator written in the most obvious way."""

from __future__ import annotations

from hypothesis import given

from advisor.content.references import check_references
from advisor.rules.conditions import parse, plain
from advisor.rules.evaluator import columns, evaluate, evaluate_one
from advisor.rules.ruleset import Ruleset
from tests.properties import reference
from tests.properties.reference import State
from tests.properties.rulesets import Given, batches, cases, rulesets

PLANES: dict[State, tuple[int, int]] = {True: (1, 1), False: (0, 0), None: (0, 1)}


@given(rulesets())
def test_the_library_would_accept_every_invented_ruleset(ruleset: Ruleset) -> None:
    assert not check_references(ruleset, {}, [])


@given(cases())
def test_every_condition_has_the_state_that_the_reference_gives(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = case
    planes = evaluate_one(ruleset, answers)

    def state(node: int) -> tuple[int, int]:
        return planes.certain[node], planes.possible[node]

    program = planes.program
    for question, node in zip(ruleset.questions, program.applies, strict=True):
        assert state(node) == PLANES[reference.holds(question.ask_if, ruleset, answers)]
    for statements, nodes in ((ruleset.obligations, program.fires), (ruleset.notes, program.explains)):
        for statement, node in zip(statements, nodes, strict=True):
            assert state(node) == PLANES[reference.fires(statement, ruleset, answers)]
    for question, shown in zip(ruleset.questions, program.shown, strict=True):
        for option, node in zip(question.options, shown, strict=True):
            assert state(node) == PLANES[reference.holds(option.show_if, ruleset, answers)]


@given(cases())
def test_every_obligation_stands_as_the_reference_says(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = case
    planes = evaluate_one(ruleset, answers)
    for place, obligation in enumerate(ruleset.obligations):
        assert planes.finding(place) == PLANES[reference.stands(obligation, ruleset, answers)]


@given(batches())
def test_many_cases_give_the_bits_that_each_gives_alone(batch: tuple[Ruleset, list[Given]]) -> None:
    ruleset, many = batch
    together = evaluate(ruleset.program, columns(ruleset, many))
    for bit, answers in enumerate(many):
        alone = evaluate_one(ruleset, answers)
        assert [value >> bit & 1 for value in together.certain] == list(alone.certain)
        assert [value >> bit & 1 for value in together.possible] == list(alone.possible)
        for place in range(len(ruleset.obligations)):
            certain, possible = together.finding(place)
            assert (certain >> bit & 1, possible >> bit & 1) == alone.finding(place)
    assert all(0 <= value <= together.columns.full for value in (*together.certain, *together.possible))


@given(batches())
def test_what_is_certain_is_possible(batch: tuple[Ruleset, list[Given]]) -> None:
    ruleset, many = batch
    planes = evaluate(ruleset.program, columns(ruleset, many))
    findings = [planes.finding(place) for place in range(len(ruleset.obligations))]
    pairs = [*zip(planes.certain, planes.possible, strict=True), *findings]
    assert all(certain & ~possible == 0 for certain, possible in pairs)


@given(rulesets())
def test_every_condition_can_be_written_down_and_read_again(ruleset: Ruleset) -> None:
    for obligation in ruleset.obligations:
        if obligation.when is not None:
            assert parse(plain(obligation.when)) == obligation.when
