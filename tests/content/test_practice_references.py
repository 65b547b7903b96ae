"""What is told of getting a certificate names things and sources that exist, and has a source for each line."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from advisor.content.practice_references import check_practices
from advisor.reading.record import Record
from tests.support.invented import practice, rules, thing

BADGE, PENNANT = thing("badge"), thing("pennant")


def complaints(*records: Record) -> list[str]:
    return [mistake.text for mistake in check_practices(rules(BADGE, PENNANT, *records))]


def test_what_names_only_what_exists_passes() -> None:
    assert not complaints(practice("badge"), practice("flags", "pennant", steps=["Sail.", "Ask."]))


@pytest.mark.parametrize(
    "more",
    [
        *({"of": "bagde"}, {"source": "almanach"}, {"source": None}, {"checked": None}),
        {"cost": {"say": "A fee.", "source": "almanach"}},
    ],
)
def test_a_practice_is_told_each_name_that_does_not_exist_and_each_line_without_a_source(more: dict[str, Any]) -> None:
    assert len(complaints(practice("badge", **more))) == 1


def test_two_practices_about_one_thing_are_both_told_so() -> None:
    assert len(complaints(practice("badge"), practice("flags", "badge", "pennant"))) == 2


def test_a_practice_that_says_nothing_needs_a_reason() -> None:
    with pytest.raises(ValidationError):
        practice("badge", issued_by=None)
    assert not complaints(practice("badge", issued_by=None, left_out="Nobody gives it."))


def test_a_line_takes_from_the_entry_what_it_leaves_out_but_no_clause_of_another_source() -> None:
    own = {"say": "A week.", "source": "chart", "confidence": "low"}
    entry = practice("badge", cite=["§ 1"], confidence="medium", lasts=own, cost=["A fee.", "A feast."])
    lines = {part: (line.source, line.cite, line.confidence) for part, line in entry.lines()}
    assert lines == {
        "issued_by": ("almanac", ("§ 1",), "medium"),
        "lasts": ("chart", (), "low"),
        "cost": ("almanac", ("§ 1",), "medium"),
    }
