"""Whether a deadline leaves time for a first certificate is said beside it, with the months of the road map."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advisor.assessment.assessment import Assessment, VisitorFigures
from advisor.effort.ranges import Range
from advisor.rules.model import Answers
from advisor.summary.ahead import what_it_takes
from advisor.summary.answer_text import answer_of
from advisor.summary.wording import amount
from tests.support.visitor import BOUND, content
from tests.support.wording import says

DAY = date(2026, 11, 29)
WORDS = content().words


def made(answers: Answers, typed: date | None = None) -> Assessment:
    return Assessment(content(), DAY, answers, VisitorFigures(deadline=typed))


def note(answers: Answers, typed: date | None = None) -> str:
    answer = answer_of(made(answers, typed))
    return next(need.when_note for need in (*answer.needs, *answer.later) if need.kind == "certificate")


def months() -> Range:
    found = made(BOUND).effort.months
    assert found
    return found


def test_a_deadline_before_the_least_it_takes_is_called_too_short() -> None:
    assert note(BOUND) == WORDS("need.too-short", months=amount(months(), "unit.month", WORDS))


def test_without_a_size_the_least_is_told_or_that_it_depends_on_the_size() -> None:
    unsized = {question: given for question, given in BOUND.items() if question != "size"}
    assert says(note(unsized), WORDS, "need.too-short-at-least")
    assert says(note({**unsized, "demand-by": ("six",)}), WORDS, "need.tight-by-size")


def test_between_the_least_and_the_most_it_is_tight_and_later_it_is_not_said() -> None:
    assert says(note(BOUND, DAY + timedelta(days=31 * int(months().low))), WORDS, "need.tight")
    assert not says(note(BOUND, DAY + timedelta(days=3000)), WORDS, "need.tight")


@pytest.mark.parametrize("typed", [None, DAY + timedelta(days=40)])
def test_the_road_map_says_the_same_months(typed: date | None) -> None:
    told = what_it_takes(made(BOUND, typed)).road_map
    assert told
    assert says(told.sentence, WORDS, "roadmap.missed")
    assert amount(months(), "unit.month", WORDS) in told.sentence


def test_who_holds_a_certificate_that_is_in_order_reads_no_such_note() -> None:
    held = {**BOUND, "held": ("iso-9001",), "held-state": ("fine",)}
    answer = answer_of(made(held))
    noted = [need.when_note for need in (*answer.needs, *answer.later)]
    assert not [text for text in noted if says(text, WORDS, "need.too-short")]


def test_where_an_audit_is_booked_nobody_says_how_long_it_takes() -> None:
    booked = {**BOUND, "held": ("under-way",)}
    assert made(booked).effort.months is None
    assert what_it_takes(made(booked)).road_map is None
    assert note(booked) == ""
