"""Three values for every condition, for one case or many at once."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.reading.record import Record
from advisor.rules.conditions import parse
from advisor.rules.evaluator import columns, evaluate, evaluate_one
from tests.support.invented import note, obligation, option, question, rules

Given = dict[str, tuple[str, ...]]
TRUE, FALSE, UNKNOWN = (1, 1), (0, 0), (0, 1)

WATERS = question("waters", "coast", "river", "sea", "none", "unsure", kind="many")
CREW = question("crew", "alone", "pair", "many", "unsure")
MATE = question("mate", "yes", "no", "unsure", ask_if={"crew": ["pair", "many"]})
MEAL = question("meal", "yes", "no", ask_if={"mate": "yes"})


def state(condition: Any, answers: Given, unless: Any = None) -> tuple[int, int]:
    """Whether an obligation with this condition certainly and possibly fires."""
    ruleset = rules(WATERS, CREW, MATE, MEAL, obligation("o", when=condition, unless=unless))
    planes = evaluate_one(ruleset, answers)
    node = planes.program.fires[0]
    return planes.certain[node], planes.possible[node]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"crew": ("alone",)}, TRUE),
        ({"crew": ("pair",)}, FALSE),
        ({"crew": ("unsure",)}, UNKNOWN),
        ({}, UNKNOWN),
        ({"crew": ()}, UNKNOWN),
    ],
)
def test_a_test_is_true_false_or_not_known(answers: Given, expected: tuple[int, int]) -> None:
    assert state({"crew": "alone"}, answers) == expected


@pytest.mark.parametrize(
    ("chosen", "any_of", "all_of", "none_of"),
    [
        (("coast",), TRUE, FALSE, FALSE),
        (("coast", "sea"), TRUE, TRUE, FALSE),
        (("coast", "sea", "river"), TRUE, TRUE, FALSE),
        (("river",), FALSE, FALSE, TRUE),
        (("none",), FALSE, FALSE, TRUE),
        (("unsure",), UNKNOWN, UNKNOWN, UNKNOWN),
        ((), UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_multiple_choice_asks_for_any_all_or_none(
    chosen: tuple[str, ...], any_of: tuple[int, int], all_of: tuple[int, int], none_of: tuple[int, int]
) -> None:
    answers = {"waters": chosen}
    assert state({"waters": {"any_of": ["coast", "sea"]}}, answers) == any_of
    assert state({"waters": {"all_of": ["coast", "sea"]}}, answers) == all_of
    assert state({"waters": {"none_of": ["coast", "sea"]}}, answers) == none_of


def test_without_a_condition_it_always_holds() -> None:
    assert state(None, {}) == TRUE


IS = {TRUE: ("pair",), FALSE: ("alone",), UNKNOWN: ("unsure",)}
WET = {TRUE: ("coast",), FALSE: ("river",), UNKNOWN: ("unsure",)}


@pytest.mark.parametrize("left", IS)
@pytest.mark.parametrize("right", WET)
def test_all_and_any_follow_the_weaker_and_the_stronger_part(left: tuple[int, int], right: tuple[int, int]) -> None:
    answers = {"crew": IS[left], "waters": WET[right]}
    parts = [{"crew": "pair"}, {"waters": "coast"}]
    assert state({"all": parts}, answers) == min(left, right)
    assert state({"any": parts}, answers) == max(left, right)


@pytest.mark.parametrize(("inner", "outer"), [(TRUE, FALSE), (FALSE, TRUE), (UNKNOWN, UNKNOWN)])
def test_not_turns_true_and_false_and_leaves_the_unknown(inner: tuple[int, int], outer: tuple[int, int]) -> None:
    assert state({"not": {"crew": "pair"}}, {"crew": IS[inner]}) == outer
    assert state(None, {"crew": IS[inner]}, unless={"crew": "pair"}) == outer


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"waters": ("coast", "river"), "crew": ("unsure",)}, TRUE),
        ({"waters": ("coast",), "crew": ("pair",)}, TRUE),
        ({"waters": ("coast",), "crew": ("unsure",)}, UNKNOWN),
        ({"waters": ("none",), "crew": ("unsure",)}, FALSE),
        ({"waters": ("unsure",), "crew": ("alone",)}, UNKNOWN),
        ({"waters": ("sea",), "crew": ("pair",)}, FALSE),
    ],
)
def test_at_least_counts_what_holds(answers: Given, expected: tuple[int, int]) -> None:
    parts = [{"waters": "coast"}, {"waters": "river"}, {"crew": "pair"}]
    assert state({"at_least": {"count": 2, "of": parts}}, answers) == expected


def test_at_least_counts_the_same_condition_as_often_as_it_is_written() -> None:
    parts = [{"waters": "coast"}, {"waters": "coast"}, {"waters": "river"}]
    assert state({"at_least": {"count": 2, "of": parts}}, {"waters": ("coast",)}) == TRUE


def test_what_was_not_asked_is_not_true() -> None:
    alone: Given = {"crew": ("alone",)}
    assert state({"mate": "yes"}, alone) == FALSE
    assert state({"mate": "yes"}, alone | {"mate": ("yes",)}) == FALSE
    assert state({"meal": "yes"}, alone | {"mate": ("yes",), "meal": ("yes",)}) == FALSE


def test_none_of_needs_the_question_to_have_been_asked() -> None:
    assert state({"mate": {"none_of": "yes"}}, {"crew": ("alone",), "mate": ("no",)}) == FALSE
    assert state({"mate": {"none_of": "yes"}}, {"crew": ("pair",), "mate": ("no",)}) == TRUE
    assert state({"mate": {"none_of": "yes"}}, {"crew": ("pair",)}) == UNKNOWN
    assert state({"not": {"mate": "yes"}}, {"crew": ("alone",)}) == TRUE


def test_whether_it_is_asked_may_be_unknown() -> None:
    assert state({"mate": "yes"}, {"mate": ("yes",)}) == UNKNOWN
    assert state({"mate": "yes"}, {"mate": ("no",)}) == FALSE
    assert state({"mate": {"none_of": "yes"}}, {"mate": ("no",), "crew": ("unsure",)}) == UNKNOWN
    assert state({"meal": "yes"}, {"mate": ("yes",), "meal": ("yes",)}) == UNKNOWN


def findings(answers: Given, *records: Record) -> list[tuple[int, int]]:
    ruleset = rules(WATERS, CREW, *records)
    planes = evaluate_one(ruleset, answers)
    return [planes.finding(i) for i in range(len(ruleset.obligations))]


OVERRIDDEN = (
    obligation("general", when={"waters": "coast"}),
    obligation("special", when={"crew": "pair"}, overrides=["general"]),
)


@pytest.mark.parametrize(
    ("waters", "crew", "expected"),
    [
        ("coast", "alone", TRUE),
        ("coast", "pair", FALSE),
        ("coast", "unsure", TRUE),
        ("unsure", "alone", UNKNOWN),
        ("unsure", "pair", FALSE),
        ("unsure", "unsure", UNKNOWN),
        ("sea", "unsure", FALSE),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_what_is_overridden_does_not_stand(waters: str, crew: str, expected: tuple[int, int], order: int) -> None:
    found = findings({"waters": (waters,), "crew": (crew,)}, *OVERRIDDEN[::order])
    assert found[::order][0] == expected


def test_what_is_itself_overridden_still_overrides() -> None:
    chain = (
        obligation("base"),
        obligation("middle", when={"waters": "coast"}, overrides="base"),
        obligation("top", when={"crew": "pair"}, overrides="middle"),
    )
    assert findings({"waters": ("coast",), "crew": ("pair",)}, *chain) == [FALSE, FALSE, TRUE]
    assert findings({"waters": ("coast",), "crew": ("unsure",)}, *chain) == [FALSE, TRUE, UNKNOWN]
    assert findings({"waters": ("sea",), "crew": ("pair",)}, *chain) == [TRUE, FALSE, TRUE]


def test_overriding_what_is_not_in_force_is_no_mistake() -> None:
    assert findings({}, obligation("special", overrides=["long-gone"])) == [TRUE]


def test_many_cases_give_what_each_gives_alone() -> None:
    ruleset = rules(WATERS, CREW, MATE, MEAL, *OVERRIDDEN, obligation("meal", when={"meal": {"none_of": "yes"}}))
    cases: list[Given] = [
        {},
        {"waters": ("coast", "sea"), "crew": ("pair",), "mate": ("yes",), "meal": ("no",)},
        {"waters": ("unsure",), "crew": ("many",), "mate": ("unsure",)},
        {"crew": ("alone",), "meal": ("no",)},
    ] * 20
    program = ruleset.program
    together = evaluate(program, columns(ruleset, cases))
    for bit, case in enumerate(cases):
        alone = evaluate_one(ruleset, case)
        assert [value >> bit & 1 for value in together.certain] == list(alone.certain)
        assert [value >> bit & 1 for value in together.possible] == list(alone.possible)


def test_no_case_at_all_is_no_bit() -> None:
    ruleset = rules(WATERS, CREW, obligation("o", when={"not": {"crew": "alone"}}))
    planes = evaluate(ruleset.program, columns(ruleset, []))
    assert set(planes.certain) == set(planes.possible) == {0}


def test_ids_that_no_question_has_are_ignored() -> None:
    assert state({"crew": "alone"}, {"crew": ("alone",), "cargo": ("gold",)}) == TRUE


def test_equal_conditions_are_evaluated_once() -> None:
    when = {"waters": "coast", "crew": "pair"}
    one = rules(WATERS, CREW, obligation("a", when=when)).program
    many = rules(WATERS, CREW, *(obligation(f"a{i}", when=when) for i in range(50)), note("n", when=when)).program
    assert len(many.nodes) == len(one.nodes)


def test_a_ruleset_is_compiled_once() -> None:
    ruleset = rules(CREW)
    assert ruleset.program is ruleset.program


def test_a_condition_given_as_a_record_is_taken_as_it_is() -> None:
    assert obligation("o", when=parse({"crew": "alone"})) == obligation("o", when={"crew": "alone"})


SEALED = question("seal", "wax", "lead", option("no-seal", spoken="true"), "unsure")


@pytest.mark.parametrize(
    ("answers", "certain", "possible"),
    [({}, 0, 1), ({"seal": ("unsure",)}, 0, 0), ({"seal": ("no-seal",)}, 1, 1), ({"seal": ("wax",)}, 0, 0)],
)
def test_who_does_not_know_does_not_mean_what_must_be_said(answers: Any, certain: int, possible: int) -> None:
    planes = evaluate_one(rules(SEALED, obligation("rule", when={"seal": "no-seal"})), answers)
    node = planes.program.fires[0]
    assert (planes.certain[node], planes.possible[node]) == (certain, possible)


def test_beside_another_option_it_stays_open() -> None:
    planes = evaluate_one(rules(SEALED, obligation("rule", when={"seal": ["no-seal", "wax"]})), {"seal": ("unsure",)})
    assert planes.possible[planes.program.fires[0]] == 1
