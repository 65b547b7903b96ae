"""Until when a clause wants something: the words as they stand, and the day or the months that they mean."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from advisor.understanding.clause_reading import SentenceWords

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAMES = {name[:length]: at for at, name in enumerate(_MONTHS, 1) for length in (3, len(name))} | {"sept": 9}
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_DAY_FIRST = re.compile(rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{_NAME}) (?P<y>\d{{4}}) ")
_MONTH_FIRST = re.compile(rf"(?P<m>{_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<y>\d{{4}}) ")
_YEAR_FIRST = re.compile(r"(?P<y>20\d\d) (?P<m>\d{2}) (?P<d>\d{2}) ")
_FIGURES = re.compile(r"(?P<d>\d{1,2}) (?P<m>\d{1,2}) (?P<y>20\d\d) ")
_MONTH_ONLY = re.compile(rf"(?:the end of |end of )?(?P<m>{_NAME}) (?P<y>20\d\d) ")
_YEAR_ONLY = re.compile(r"(?:the )?end of (?P<y>20\d\d) ")
_NUMBERS = {
    word: at
    for at, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_PERIOD = re.compile(
    rf"(?:a period of )?(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?:\d{{1,3}} )?(?P<unit>months?|years?|weeks?) "
)
_DATES = (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _FIGURES, _MONTH_ONLY, _YEAR_ONLY)


class Deadline(NamedTuple):
    """`text`: verbatim. `months`: of a period that runs from something which the document knows."""

    text: str
    day: date | None = None
    months: int | None = None


def deadline(words: SentenceWords, text: str) -> Deadline | None:
    """The first day of a sentence, else its first period, else its first event."""
    found = [each for start in words.ends_of("deadlines") for each in _after(words, *start)]
    if not found:
        return None
    _, (start, end), day, months = min(found, key=lambda each: each[0])
    first, last = words.place(start, end)
    return Deadline(text[first:last], day, months)


_Known = tuple[int, tuple[int, int], date | None, int | None]
"""How good it is, the least being the best; where it stands; what it means."""


def _after(words: SentenceWords, start: int, at: int) -> Iterator[_Known]:
    """What a word such as "by" leads to."""
    for form in _DATES:
        if found := form.match(words.plain, at):
            yield 0, (start, found.end()), _day(found), None
            return
    if found := _PERIOD.match(words.plain, at):
        yield 1, (start, found.end()), None, _months(found)
    elif event := words.event_at(at):
        yield 2, (start, event), None, None


def _day(found: re.Match[str]) -> date | None:
    """None for a day that no calendar has. Of a month alone its 28th, of a year alone that of December."""
    parts = {"m": "december"} | found.groupdict()
    named = parts["m"]
    try:
        return date(int(found["y"]), _NAMES.get(named) or int(named), int(parts.get("d") or 28))
    except ValueError:
        return None


def _months(found: re.Match[str]) -> int:
    count = _NUMBERS.get(found["n"]) or int(found["n"])
    if found["unit"].startswith("year"):
        return count * 12
    return max(1, round(count / 4.35)) if found["unit"].startswith("week") else count
