"""Words of the trade are found whole, in whatever form they are written, and each stands in some question."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.content.glossary import FILE, Term, TermFinder, unseen
from advisor.content.library import load
from advisor.reading.reader import ContentError
from tests.support import harbour
from tests.support.invented import option, question, rules

MATE = Term(word="mate", also=("mates",), meaning="Who helps the skipper.")
FIRST = Term(word="first mate", meaning="Who helps most.")
AIS = Term(word="AIS", meaning="Says where a boat is.")
FIND = TermFinder([MATE, FIRST, AIS])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask the mate.", [MATE]),
        ("Mates know it", [MATE]),
        ("The mate's berth, the mates and the mate", [MATE]),
        ("The first mate knows", [FIRST]),
        ("AIS, then the mate", [AIS, MATE]),
        ("Is ais written so? A checkmate, a mate-ship, a room-mate", []),
        ("", []),
    ],
)
def test_a_term_is_found_as_a_whole_word(text: str, found: list[Term]) -> None:
    assert list(FIND(text)) == found


def test_without_terms_nothing_is_found() -> None:
    assert TermFinder([])("the mate") == ()


def test_a_term_that_stands_in_no_question_is_named() -> None:
    asked = rules(question("crew", option("alone", help="Without AIS"), "many", kind="one"))
    assert [mistake.about for mistake in unseen([MATE, AIS], asked)] == ["mate"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{word: coast, meaning: Land at sea.}", ""),
        ("{word: coast, meaning: Land., source: sea-law, checked: '2026-01-01'}", ""),
        ("{word: coast, meaning: Land., source: sea-lore, checked: '2026-01-01'}", "sea-lore"),
        ("{word: coast, meaning: Land., source: sea-law}", "checked"),
        ("{word: coast, also: [coast], meaning: Land.}", "more than once"),
        ("{word: coast, meaning: Land.}\n- {word: shore, also: [coast], meaning: Land.}", "more than once"),
    ],
)
def test_terms_are_read_with_the_content_and_their_faults_named(tmp_path: Path, entry: str, said: str) -> None:
    folder = harbour.write(tmp_path)
    (folder / FILE).write_text(f"- {entry}\n", "utf-8")
    if not said:
        assert [term.word for term in load(folder).terms] == ["coast"]
        return
    with pytest.raises(ContentError, match=said) as error:
        load(folder)
    assert {mistake.file for mistake in error.value.mistakes} == {FILE}
