"""A date that is over is told as past, from the answer that names it to what the visitor reads."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from advisor.assessment.assessment import Assessment, VisitorFigures
from advisor.summary.answer_data import NeedText
from advisor.summary.answer_text import answer_of
from tests.support.invented import obligation, option, pattern, question, rules, situation, thing
from tests.support.invented_words import WORDS

TODAY = date(2026, 6, 1)
RULES = rules(
    question("asked", "keel", "nobody"),
    question("by", option("over", months="0"), option("half-year", months="6"), "no-date"),
    obligation("contract", "contractual", {"asked": "keel"}),
    thing("keel"),
    situation(deadline="by"),
    pattern("late", first={"time": "past"}, say="Too late: ask for more time."),
    pattern("in-time", say="In time."),
)


def first(by: str, typed: date | None = None) -> tuple[str, NeedText]:
    content: Any = SimpleNamespace(ruleset=RULES, words=WORDS)
    answers = {"asked": ("keel",), "by": (by,)}
    answer = answer_of(Assessment(content, TODAY, answers, VisitorFigures(deadline=typed)))
    return answer.sentence, answer.needs[0]


def test_a_band_that_is_over_is_told_as_past() -> None:
    sentence, need = first("over")
    assert (sentence, need.when) == ("Too late: ask for more time.", WORDS["need.when-past"])


def test_a_day_that_is_over_is_told_with_the_day() -> None:
    sentence, need = first("no-date", date(2026, 3, 5))
    assert sentence == "Too late: ask for more time."
    assert need.when == WORDS("need.when-past-day", day="5 March 2026")
    assert need.when_note == ""


def test_a_day_that_the_visitor_types_counts_before_the_band() -> None:
    assert first("over", date(2026, 9, 1))[0] == "In time."


def test_today_is_not_past() -> None:
    assert first("no-date", TODAY)[0] == "In time."
