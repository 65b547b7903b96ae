"""The headings of a question hold each option that needs one, once; so does the check of its words."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.content.group_references import check_groups
from advisor.rules.model import Question
from tests.support.invented import question

PORTS = question("ports", "north", "south", "east", "none", "unsure", kind="many")


def grouped(*groups: tuple[str, Any]) -> Question:
    plain = [{"title": title, "options": options} for title, options in groups]
    return Question.model_validate(PORTS.model_dump() | {"groups": plain})


def test_a_question_without_headings_passes() -> None:
    assert list(check_groups(PORTS)) == []


def test_headings_that_hold_each_ordinary_option_once_pass() -> None:
    assert list(check_groups(grouped(("Cold", ["north"]), ("Warm", ["south", "east"])))) == []


@pytest.mark.parametrize(
    ("groups", "named"),
    [
        ([("Cold", ["north", "wst"]), ("Warm", ["south", "east"])], "wst"),
        ([("Cold", ["north", "south"]), ("Warm", ["south", "east"])], "south"),
        ([("Cold", ["north", "north"]), ("Warm", ["south", "east"])], "north"),
        ([("Cold", ["north", "none"]), ("Warm", ["south", "east"])], "none"),
        ([("Cold", ["north", "unsure"]), ("Warm", ["south", "east"])], "unsure"),
        ([("Cold", "north"), ("Warm", "south")], "east"),
        ([("Cold", ["north"]), ("Cold", ["south", "east"])], "Cold"),
    ],
)
def test_an_option_that_stands_wrong_is_named(groups: list[tuple[str, Any]], named: str) -> None:
    (said,) = check_groups(grouped(*groups))
    assert f"'{named}'" in said
