"""Mends slips of the keyboard: a word that nobody knows becomes the known word nearest to it."""

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from advisor.understanding.phrases import singular
from advisor.understanding.tokens import Token, stem

SHORTEST = 5


class Spelling:
    """`right`: words that are looked for. `known`: words that are never taken for a slip."""

    def __init__(self, right: Collection[str], known: Collection[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for word in right:
            if len(word) >= SHORTEST and word.isalpha():
                self._by_first.setdefault(word[0], []).append(word)
        self._known = frozenset(known) | frozenset(right)
        self._singulars = frozenset(map(singular, right))
        self._mend = lru_cache(maxsize=5_000)(self._nearest)

    def mended(self, token: Token) -> Token:
        word = self._mend(token.plain) if SHORTEST <= len(token.plain) <= 30 and token.plain.isalpha() else token.plain
        return token if word == token.plain else Token(token.start, token.end, word, stem(word))

    def _nearest(self, word: str) -> str:
        """The word itself where it is known, or where two words are as near."""
        if word in self._known or singular(word) in self._singulars:
            return word
        slips = 1 if len(word) < 9 else 2
        near = extract(word, self._by_first.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=2)
        if not near or (len(near) > 1 and near[0][1] == near[1][1] and singular(near[0][0]) != singular(near[1][0])):
            return word
        return str(near[0][0])
