"""What the check says of words: all that is wrong, and each thing once."""

from __future__ import annotations

from pathlib import Path

from advisor.content.word_problems import check_words
from advisor.content.words import LOCALE, Words
from tests.support.invented import BASES
from tests.support.invented_words import WORDS


def test_a_language_that_nobody_knows_is_one_mistake(tmp_path: Path) -> None:
    own = [m.about for m in check_words(Words({**WORDS, LOCALE: "deutsch"}), tmp_path, BASES)]
    assert own == [LOCALE]
