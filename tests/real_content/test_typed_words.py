"""What people type finds the answer that means it: trade words, standards, and each country of the world.

The field itself also forgives typing errors; here a word counts only as it is, or as its beginning.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from babel import Locale

from advisor.rules.model import Option, Question
from advisor.rules.search_words import folded
from tests.support.visitor import content

TYPED: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("typed_words.yaml").read_text("utf-8"))
NO_COUNTRY = "EU EZ UN QO XA XB ZZ AQ"
SMALL = (
    "AC AG AI AS AW AX BB BL BM BN BQ BS BT BV BZ CC CK CP CQ CV CW CX DG DM EA EH FJ FK FM FO GD GF GG GI GL GP GS GU"
    " HM IC IM IO JE KI KM KN KY LC MF MH MP MQ MS NC NF NR NU PF PM PN PW RE SB SC SH SJ ST SX TA TC TF TK TO TV UM VA"
    " VC VG VI VU WF WS YT"
)
"""Territories with fewer than a million people, and parts of other countries."""


def question(name: str) -> Question:
    found = content().ruleset.question(name)
    assert found is not None, name
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[.'’]", "", folded(text)))


def fit(option: Option, typed: str) -> tuple[int, int] | None:
    """How well an option fits, the smaller the better; None if a typed word stands nowhere in it.

    A label or a word of `also` that is all that was typed comes first, then whole words, then beginnings of words.
    """
    if words(typed) in [words(text) for text in (option.label, *option.also)]:
        return 0, 0
    texts = (option.label, " ".join(option.also), option.help)
    known = [(word, place) for place, text in enumerate(texts) for word in words(text)]
    each = [[(1 + (word != part), place) for word, place in known if word.startswith(part)] for part in words(typed)]
    best = [min(fits, default=(9, 0)) for fits in each]
    worst = max(how for how, _ in best)
    return (worst, sum(place for _, place in best)) if worst < 9 else None


def found(name: str, typed: str) -> list[str]:
    """The options that fit, best first."""
    fits = [(how, option.id) for option in question(name).options if (how := fit(option, typed)) is not None]
    return [option for _, option in sorted(fits, key=lambda one: one[0])]


@pytest.mark.parametrize(
    ("name", "text", "option"), [(name, text, option) for name, rows in TYPED.items() for text, option in rows.items()]
)
def test_what_is_typed_finds_its_answer_first(name: str, text: str, option: str) -> None:
    assert found(name, text)[:1] == [option]


def countries() -> dict[str, str]:
    """ISO code → the first name of each country with a million people or in the European Economic Area."""
    names = {code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
    kept = {code: name for code, name in names.items() if code not in (*NO_COUNTRY.split(), *SMALL.split())}
    return {code: re.split(r" \(| & | SAR | - ", name)[0] for code, name in kept.items()}


@pytest.mark.parametrize("name", ["places", "markets", "claim-place"])
def test_each_country_of_the_world_is_found(name: str) -> None:
    assert [country for country in countries().values() if not found(name, country)] == []


@pytest.mark.parametrize("name", ["places", "markets", "claim-place"])
def test_a_country_with_an_answer_of_its_own_finds_that_first(name: str) -> None:
    own = {option.id: option.label for option in question(name).options}
    known = {code.lower(): country for code, country in countries().items() if country in own.get(code.lower(), "")}
    assert known
    assert {code: found(name, country)[0] for code, country in known.items()} == {code: code for code in known}


@pytest.mark.parametrize("name", ["places", "markets", "claim-place"])
def test_each_country_that_a_region_covers_finds_a_part_of_that_region(name: str) -> None:
    """The jurisdictions say which countries a region has: its own answer, or one within it, must stand first."""
    options = {option.id: option for option in question(name).options}
    names, wrong = countries(), {}
    for jurisdiction in content().ruleset.jurisdictions.values():
        for code in jurisdiction.covers:
            if jurisdiction.id in options and code in names:
                first = found(name, names[code])[0]
                if jurisdiction.id not in (first, options[first].within):
                    wrong[names[code]] = first
    assert wrong == {}
