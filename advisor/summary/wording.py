"""Dates, numbers, amounts and lists as the language of the words writes them; answers as the visitor read them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, get_group_symbol

from advisor.content.words import Words
from advisor.effort.ranges import Range
from advisor.rules.model import Answers, Question

THIN_SPACE = "\u2009"


def number(value: float, words: Words) -> str:
    """At most one decimal. A thin space parts thousands, for a comma there is a decimal sign to many a reader."""
    text = format_decimal(value, "#,##0.#", words.locale)
    return text.replace(get_group_symbol(words.locale), THIN_SPACE)


def span(found: Range, words: Words) -> str:
    """4 to 6, 4 or more, or 4."""
    if found.high is None:
        return words("effort.from", low=number(found.low, words))
    if found.high == found.low:
        return number(found.low, words)
    return words("effort.range", low=number(found.low, words), high=number(found.high, words))


def amount(found: Range, unit: str, words: Words) -> str:
    """A range with its unit, by the key of the unit: 4 to 6 months, or 1 month."""
    most = found.low + 1 if found.high is None else found.high
    return words.count(unit, most, amount=span(found, words))


def day(when: date, words: Words) -> str:
    """5 March 2027."""
    return format_date(when, "long", words.locale)


def month(when: date, words: Words) -> str:
    """March 2027: a day would promise too much."""
    return format_skeleton("yMMMM", when, locale=words.locale)


def listed(parts: Iterable[str], words: Words, style: Literal["standard", "or"] = "standard") -> str:
    """Keel, Sail and Mast; or Keel, Sail or Mast."""
    return format_list(list(parts), style, locale=words.locale)


def chosen(questions: Iterable[Question], answers: Answers) -> Iterator[str]:
    """The labels of the chosen options, in the order of the questions and of their options."""
    for question in questions:
        options = answers.get(question.id, ())
        yield from (option.label for option in question.options if option.id in options)
