"""How something is got is told of what is really needed and not there yet, once and with its sources."""

from __future__ import annotations

from typing import Any

from advisor.reading.record import Record
from advisor.summary.practice_text import MOST, practice_of
from advisor.summary.summary_data import PracticeText
from tests.support.invented import need, practice, thing
from tests.support.invented_needs import assessed
from tests.support.invented_words import WORDS

WANTED: dict[str, Any] = {"when": {"crew": "many"}, "thing": "badge"}


def told(*records: Record, **answers: tuple[str, ...]) -> tuple[PracticeText, ...]:
    return practice_of(assessed(*records, **answers))


def ids(*records: Record, **answers: tuple[str, ...]) -> list[str]:
    return [each.id for each in told(*records, **answers)]


def test_what_is_needed_and_missing_is_told_by_its_name_with_a_capital() -> None:
    badge = thing("badge").model_copy(update={"name": "badge of rank"})
    (said,) = told(badge, need("have", **WANTED), practice("badge"))
    assert said.name == "Badge of rank"
    assert [line.label for line in said.lines] == [WORDS["practice.issued_by"]]


def test_nothing_is_told_of_what_is_held_another_must_have_may_be_left_or_has_no_practice() -> None:
    badge, got = thing("badge"), practice("badge")
    held = thing("badge", stands=[({"held": "badge"}, "met")])
    assert not ids(held, need("have", **WANTED), got, held=("badge",))
    assert not ids(badge, need("have", **WANTED, who="maker"), got)
    assert not ids(badge, need("have", **WANTED, firm="own"), got)
    assert not ids(badge, need("ask", **WANTED, kind="clarify"), got)
    assert not ids(badge, need("have", **WANTED))
    assert not ids(badge, need("have", **WANTED), practice("badge", issued_by=None, left_out="Nobody knows."))


def test_what_does_not_count_is_told_like_what_is_missing() -> None:
    old = thing("badge", stands=[({"held": "old-badge"}, "defect")])
    assert ids(old, need("have", **WANTED), practice("badge"), held=("old-badge",)) == ["badge"]


def test_the_first_needs_are_told_and_no_more_than_a_few() -> None:
    names = [f"b{place}" for place in range(MOST + 1)]
    needs = [need(f"n{name}", {"crew": "many"}, thing=name) for name in names]
    assert ids(*map(thing, names), *needs, *map(practice, names)) == names[:MOST]


def test_things_that_are_got_in_one_way_are_told_once() -> None:
    both = [need(f"n{name}", {"crew": "many"}, thing=name) for name in ("badge", "pennant")]
    assert ids(thing("badge"), thing("pennant"), *both, practice("flags", "badge", "pennant")) == ["flags"]


def test_a_source_is_listed_once_for_each_way_in_which_it_is_known() -> None:
    sure, doubtful = {"say": "A week.", "cite": "§ 2"}, {"say": "A fee.", "confidence": "low"}
    got = practice("badge", cite="§ 1", lasts=sure, cost=doubtful)
    (said,) = told(thing("badge"), need("have", **WANTED), got)
    assert [reference.cite for reference in said.references] == [("§ 1", "§ 2"), ("§ 1",)]
    marked = [(line.origin, bool(line.reported)) for line in said.lines]
    assert marked == [(1, False), (1, False), (2, True)]
