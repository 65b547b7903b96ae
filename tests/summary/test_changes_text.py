"""What would change it, in sentences of the content that name only what comes or goes."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.content.words import Words
from advisor.reading.record import Record
from advisor.rules.model import Answers
from advisor.summary.answer_data import ChangeText
from advisor.summary.changes_text import changes_of
from tests.support.invented import change, jurisdiction, need, option, question, rules
from tests.support.invented_words import WORDS

PLACES = jurisdiction("sea", option={"waters": "sea"}, short="the sea"), jurisdiction("lake", option={"waters": "lake"})
LEAVE = change("leave", {"waters": {"drop": "{option}"}}, each="waters", say="Leave {option}: no {gone}.")


def flags(count: int, water: str = "sea") -> list[Record]:
    return [need(f"flag-{place}", {"waters": water}, kind="approval", what=f"flag-{place}") for place in range(count)]


def told(
    *records: Record, answers: Answers | None = None, named: str = "", words: Words = WORDS
) -> tuple[ChangeText, ...]:
    sea = option("sea") | ({"name": named} if named else {})
    waters = question("waters", sea, "lake", "coast", kind="many")
    content: Any = SimpleNamespace(ruleset=rules(waters, *PLACES, *records), words=words)
    return changes_of(Assessment(content, date(2026, 1, 1), answers or {"waters": ("sea", "coast")}))


def test_a_market_is_called_as_in_a_sentence() -> None:
    (text,) = told(LEAVE, *flags(1))
    assert (text.id, text.sentence) == ("leave-sea", "Leave the sea: no flag-0.")
    assert (text.answers, text.gone, text.come, text.kind) == ({"waters": ("coast",)}, ("flag-0",), (), "eases")


def test_an_option_may_have_a_name_of_its_own() -> None:
    assert told(LEAVE, *flags(1), named="salt water")[0].sentence == "Leave salt water: no flag-0."


def test_a_rule_with_names_is_about_these_options_only() -> None:
    named = LEAVE.model_copy(update={"names": {"sea": "the open sea"}})
    assert told(named, *flags(1))[0].sentence == "Leave the open sea: no flag-0."
    assert told(named, *flags(1, "coast"), answers={"waters": ("coast", "lake")}) == ()


def test_what_has_no_name_is_called_by_its_label() -> None:
    (text,) = told(LEAVE, *flags(1, "coast"), answers={"waters": ("coast", "lake")})
    assert text.sentence == "Leave Coast: no flag-0."


def test_the_first_two_are_named_and_the_others_counted() -> None:
    (text,) = told(LEAVE, *flags(4))
    assert len(text.gone) == 4
    assert "flag-0, flag-1" in text.sentence
    assert "flag-2" not in text.sentence
    assert WORDS.count("change.others", 2) in text.sentence


def test_what_comes_is_named_too() -> None:
    bind = change("sail-out", {"waters": {"set": "sea"}}, {"waters": "coast"}, say="Then {come}.", kind="binds")
    (text,) = told(bind, *flags(1), answers={"waters": ("coast",)})
    assert (text.sentence, text.come) == ("Then flag-0.", ("flag-0",))


def test_what_stands_in_brackets_or_after_a_comma_is_left_out() -> None:
    flag = need(
        "flag", {"waters": "sea"}, kind="approval", what="flag (with a crown (of gold)) of the harbour, by daylight"
    )
    assert told(LEAVE, flag)[0].sentence == "Leave the sea: no flag of the harbour."


def test_content_without_changes_tells_none() -> None:
    assert told(*flags(1)) == ()
