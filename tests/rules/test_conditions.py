"""What may be written as a condition, and what a wrong one is told."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.rules import conditions
from advisor.rules.conditions import All, AnyOf, AtLeast, Not, map_tests, parse, parts_within, plain, signed_tests
from tests.support.invented import question

COAST = conditions.Test("waters", "any_of", ("coast",))
SEA = conditions.Test("waters", "any_of", ("sea",))


def test_one_option_or_a_list_means_any_of_these() -> None:
    assert parse({"waters": "coast"}) == parse({"waters": ["coast"]}) == parse({"waters": {"any_of": "coast"}}) == COAST
    assert parse({"waters": ["coast", "sea"]}) == conditions.Test("waters", "any_of", ("coast", "sea"))


def test_several_lines_mean_all_of_them() -> None:
    assert parse({"waters": "coast", "crew": "alone"}) == All((COAST, conditions.Test("crew", "any_of", ("alone",))))


def test_groups_hold_conditions() -> None:
    assert parse({"all": [{"waters": "coast"}, {"waters": "sea"}]}) == All((COAST, SEA))
    assert parse({"any": [{"waters": "coast"}, {"waters": "sea"}]}) == AnyOf((COAST, SEA))
    assert parse({"not": {"waters": "coast"}}) == Not(COAST)
    assert parse({"at_least": {"count": "1", "of": [{"waters": "coast"}, {"waters": "sea"}]}}) == AtLeast(
        1, (COAST, SEA)
    )


@pytest.mark.parametrize("mode", ["none_of", "all_of"])
def test_multiple_choice_can_be_asked_for_none_and_for_all(mode: Any) -> None:
    assert parse({"waters": {mode: ["coast", "sea"]}}) == conditions.Test("waters", mode, ("coast", "sea"))


def test_a_group_beside_a_test_is_one_more_thing_that_must_hold() -> None:
    assert parse({"waters": "coast", "not": {"waters": "sea"}}) == All((COAST, Not(SEA)))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "a condition is a mapping"),
        ("waters", "a condition is a mapping"),
        ([], "a condition is a mapping"),
        ({"waters": []}, "'waters' takes one option or a list of options"),
        ({"waters": ""}, "'waters' takes one option or a list of options"),
        ({"waters": [["coast"]]}, "'waters' takes one option or a list of options"),
        ({"waters": ["coast", "coast"]}, "'waters' names an option twice"),
        ({"waters": {"none": ["coast"]}}, "'waters' takes options, or one of any_of, all_of, none_of"),
        ({"waters": {}}, "'waters' takes options, or one of any_of, all_of, none_of"),
        (
            {"waters": {"any_of": "coast", "none_of": "sea"}},
            "'waters' takes options, or one of any_of, all_of, none_of",
        ),
        ({"all": []}, "'all' takes a list of conditions"),
        ({"any": {"waters": "coast"}}, "'any' takes a list of conditions"),
        ({"not": []}, "a condition is a mapping"),
        ({"all": ["coast"]}, "a condition is a mapping"),
        ({"at_least": [{"waters": "coast"}]}, "'at_least' takes {count: 2, of: [conditions]}"),
        ({"at_least": {"count": "1"}}, "'at_least' takes {count: 2, of: [conditions]}"),
        ({"at_least": {"count": "0", "of": [{"waters": "coast"}]}}, "is a whole number from 1 to 1, not 0"),
        ({"at_least": {"count": "2", "of": [{"waters": "coast"}]}}, "is a whole number from 1 to 1, not 2"),
        ({"at_least": {"count": "-1", "of": [{"waters": "coast"}]}}, "is a whole number from 1 to 1, not -1"),
        ({"at_least": {"count": "two", "of": [{"waters": "coast"}]}}, "is a whole number from 1 to 1, not two"),
        ({"at_least": {"count": "1.5", "of": [{"waters": "coast"}]}}, "is a whole number from 1 to 1, not 1.5"),
    ],
)
def test_a_wrong_condition_is_told_what_to_write(data: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match="^.*" + sentence.replace("{", r"\{").replace("[", r"\[")):
        parse(data)


def test_every_test_inside_a_condition_is_found_in_writing_order() -> None:
    written = {
        "a": "x",
        "all": [{"b": "x"}, {"not": {"c": "x"}}],
        "any": [{"d": "x"}, {"at_least": {"count": 1, "of": [{"e": "x"}, {"f": "x"}]}}],
    }
    assert [test.question for test in conditions.tests(parse(written))] == list("abcdef")
    assert not list(conditions.tests(None))


@pytest.mark.parametrize(
    "written",
    [
        {"waters": ["coast", "sea"]},
        {"waters": {"none_of": ["coast"]}},
        {"not": {"any": [{"waters": ["coast"]}, {"crew": ["alone"]}]}},
        {"all": [{"waters": ["coast"]}, {"at_least": {"count": 1, "of": [{"crew": ["alone"]}]}}]},
    ],
)
def test_a_condition_can_be_written_down_again(written: Any) -> None:
    assert plain(parse(written)) == written


def test_no_condition_is_written_as_nothing() -> None:
    assert plain(None) is None


def test_a_dropped_test_takes_the_groups_with_it_that_have_nothing_left() -> None:
    condition = parse({"waters": "sea", "any": [{"crew": "many"}, {"not": {"crew": "pair"}}]})
    assert map_tests(condition, lambda test: None if test.question == "crew" else test) == All((SEA,))
    assert map_tests(condition, lambda _: None) is None


def test_a_count_never_asks_for_more_parts_than_are_left() -> None:
    condition = parse({"at_least": {"count": 2, "of": [{"waters": "sea"}, {"crew": "many"}]}})
    assert map_tests(condition, lambda test: None if test.question == "crew" else test) == AtLeast(1, (SEA,))


def test_every_part_can_be_put_back_and_gives_the_same_condition() -> None:
    condition = parse({"all": [{"waters": "sea"}, {"not": {"any": [{"crew": "many"}, {"crew": "pair"}]}}]})
    parts = list(parts_within(condition))
    assert [part for part, _ in parts if isinstance(part, conditions.Test)] == list(conditions.tests(condition))
    assert all(put(part) == condition for part, put in parts)


def test_a_test_below_not_is_wanted_to_fail() -> None:
    condition = parse({"all": [{"waters": "sea"}, {"not": {"crew": "many"}}]})
    assert [(test.question, holds) for test, holds in signed_tests(condition)] == [("waters", True), ("crew", False)]


@pytest.mark.parametrize(
    ("given", "option", "after"),
    [
        (("coast",), "sea", ("coast", "sea")),
        (("coast", "sea"), "coast", ("sea",)),
        (("coast",), "none", ("none",)),
        (("none",), "sea", ("sea",)),
        (("unsure",), "sea", ("sea",)),
        (("sea",), "sea", ()),
    ],
)
def test_an_option_is_added_or_taken_back_and_what_stands_alone_replaces_the_rest(
    given: tuple[str, ...], option: str, after: tuple[str, ...]
) -> None:
    assert question("waters", "coast", "sea", "none", "unsure", kind="many").toggled(given, option) == after
