"""Words are found where they stand, whatever they are written with."""

from __future__ import annotations

from advisor.understanding.tokens import LONGEST, tokens


def test_a_word_is_found_where_it_stands() -> None:
    text = "Wir sind 12 Leute in Köln, don't worry."
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Wir",
        "sind",
        "12",
        "Leute",
        "in",
        "Köln",
        "don't",
        "worry",
    ]


def test_accents_case_and_apostrophes_make_no_difference() -> None:
    assert [token.plain for token in tokens("KÖLN Straße don’t")] == ["koln", "strasse", "dont"]


def test_forms_of_a_word_have_a_stem_in_common_and_a_number_is_its_own() -> None:
    selling, sells, number = tokens("selling sells 13485")
    assert selling.stem == sells.stem
    assert number.stem == "13485"


def test_a_text_is_read_so_far_and_no_further() -> None:
    assert len(tokens("a " * LONGEST)) == LONGEST // 2
    assert tokens("") == ()
    assert [token.plain for token in tokens("🙂 مرحبا !!")] == ["مرحبا"]
