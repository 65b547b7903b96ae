"""Dates, numbers, amounts and lists follow the language that the words name."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.content.words import LOCALE, Words
from advisor.effort.ranges import Range
from advisor.summary.summary_data import clean
from advisor.summary.wording import amount, day, listed, month, number
from tests.support.invented_words import WORDS
from tests.support.visitor import content

GERMAN = Words({**WORDS, LOCALE: "de"})
MARCH = date(2027, 3, 5)


def test_dates_and_lists_are_written_in_the_language_of_the_words() -> None:
    assert (day(MARCH, WORDS), month(MARCH, WORDS)) == ("5 March 2027", "March 2027")
    assert (day(MARCH, GERMAN), month(MARCH, GERMAN)) == ("5. März 2027", "März 2027")
    assert (listed(["a", "b", "c"], WORDS), listed(["a", "b", "c"], GERMAN)) == ("a, b and c", "a, b und c")


@pytest.mark.parametrize(
    ("value", "english", "german"), [(4.0, "4", "4"), (1.5, "1.5", "1,5"), (12345.6, "12\u2009345.6", "12\u2009345,6")]
)
def test_thousands_are_parted_by_a_thin_space_everywhere(value: float, english: str, german: str) -> None:
    assert (number(value, WORDS), number(value, GERMAN)) == (english, german)


@pytest.mark.parametrize(
    ("found", "form"), [(Range(1, 1), "one"), (Range(2, 2), "other"), (Range(1, 4), "other"), (Range(1, None), "other")]
)
def test_one_person_or_month_is_not_said_as_several(found: Range, form: str) -> None:
    assert amount(found, "unit.person", WORDS).startswith(f"unit.person.{form} ")
    assert amount(found, "unit.month", WORDS).startswith(f"unit.month.{form} ")


@pytest.mark.parametrize("parted", ["Acme\tGmbH", "Acme\r\nGmbH", "Acme\u2028GmbH", " Acme \x0b\x85 GmbH "])
def test_a_tab_or_line_break_in_what_a_visitor_types_parts_words(parted: str) -> None:
    assert clean(parted, 60) == "Acme GmbH"


def test_none_at_all_has_words_of_its_own_where_they_are_written() -> None:
    left = {"left.zero": "nothing", "left.one": "{count} left", "left.other": "{count} left", LOCALE: "en"}
    words = Words(left)
    assert [words.count("left", number) for number in (0, 1, 2)] == ["nothing", "1 left", "2 left"]
    assert Words({**left, LOCALE: "fr"}).count("left", 0) == "nothing"


def test_the_real_words_have_every_plural_of_their_language() -> None:
    words = content().words
    counted = {key.rpartition(".")[0] for key in words if key.endswith(".other")} - {"duty"}
    assert counted
    for key in counted:
        assert all(f"{key}.{form}" in words for form in words.locale.plural_form.tags)
