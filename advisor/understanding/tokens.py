"""A text as words, each with its place, so that whatever is understood can quote what it came from."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

LONGEST = 10_000
"""Letters that are read of a text; what somebody types is shorter, and a document comes in pieces."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STROKED = str.maketrans("łøđı", "lodi")
"""Letters that no accent can be taken from."""
_STEMMER = snowballstemmer.stemmer("english")


class Token(NamedTuple):
    """`start` and `end`: where it stands in the text. `plain`: in small letters, without accents and apostrophes."""

    start: int
    end: int
    plain: str
    stem: str


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in their order."""
    return tuple(_token(found) for found in _WORD.finditer(text[:LONGEST]))


def plain_words(text: str) -> list[str]:
    """Only the words, for phrases that are looked for."""
    return [plain(found[0]) for found in _WORD.finditer(text)]


def _token(found: re.Match[str]) -> Token:
    word = plain(found[0])
    return Token(found.start(), found.end(), word, stem(word))


@lru_cache(maxsize=40_000)
def plain(word: str) -> str:
    """In small letters, without accents and apostrophes; "ß" is "ss"."""
    if word.isascii():
        return word.lower().replace("'", "")
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_STROKED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter) and letter not in "'’")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of an English word have in common; a number is its own."""
    return word if word.isdigit() else str(_STEMMER.stemWord(word))
