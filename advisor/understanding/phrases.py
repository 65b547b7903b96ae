"""Finds phrases of a lexicon in a text, in one or in several, the longest first."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from advisor.understanding.passage import Passage
from advisor.understanding.tokens import plain_words

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """`first` and `last`: the words of the text. `value`: what the lexicon says of the phrase."""

    first: int
    last: int
    value: T


def singular(word: str) -> str:
    """A word without the "s" of several. Stems are wider: "organic" and "organ" are one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Phrases(Generic[T]):
    """A phrase with "~" in front is found inside a word, for compounds; one with "=" only as it is written.

    No phrase reaches from one sentence into the next.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}
        self._inside: list[tuple[str, T]] = []
        for phrase, value in entries:
            self._add(phrase, value)
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def _add(self, phrase: str, value: T) -> None:
        words = plain_words(phrase)
        if phrase.startswith("~"):
            self._inside.append((words[0], value))
        elif words:
            exact = phrase.removeprefix("=") if phrase.startswith("=") else ""
            forms = tuple(map(singular, words))
            self._by_first.setdefault(forms[0], []).append((forms, exact, value))

    def hits(self, passage: Passage) -> Iterator[Hit[T]]:
        """In the order of the text. A phrase within a longer one does not count; equal ones count all."""
        end = -1
        forms = [singular(word.plain) for word in passage.words]
        for at in range(len(passage.words)):
            found = list(self._at(passage, forms, at))
            longest = max((hit.last for hit in found), default=-1)
            if longest > end:
                yield from {id(hit.value): hit for hit in found if hit.last == longest}.values()
                end = longest

    def _at(self, passage: Passage, forms: list[str], at: int) -> Iterator[Hit[T]]:
        word = passage.words[at]
        for phrase, exact, value in self._by_first.get(forms[at], ()):
            last = at + len(phrase) - 1
            if (
                tuple(forms[at : last + 1]) == phrase
                and passage.sentence[at] == passage.sentence[last]
                and (not exact or passage.written(at, last) == exact)
            ):
                yield Hit(at, last, value)
        if len(word.plain) > 6:
            yield from (Hit(at, at, value) for part, value in self._inside if part in word.plain)
