"""A text as words that know which sentence and which part of it they stand in, with slips of the keyboard mended."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from advisor.understanding.tokens import LONGEST, Token, tokens

_SENTENCE = re.compile(r"[.!?](?=\s|$)|[\n;•|]")
_PART = re.compile(r"[,()–—/&+]|\s-\s")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|ca|approx|incl|etc|ltd|inc|co|no|nr|st|dr)$", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Passage:
    """`text`: as it was typed. `words`: its tokens in their order. `turns`: words that open another part."""

    text: str
    words: tuple[Token, ...]
    turns: frozenset[str] = frozenset()

    @cached_property
    def sentence(self) -> tuple[int, ...]:
        """For each word the number of its sentence."""
        return self._numbered(lambda gap, at: self._ends(gap, at))

    @cached_property
    def part(self) -> tuple[int, ...]:
        """For each word the number of its part: what stands between commas, brackets and words such as "but"."""
        return self._numbered(lambda gap, at: self._ends(gap, at) or self._turns(gap, at))

    def between(self, left: int, right: int) -> str:
        """What stands between two words."""
        return self.text[self.words[left].end : self.words[right].start]

    def quote(self, first: int, last: int) -> tuple[int, int]:
        return self.words[first].start, self.words[last].end

    def written(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last].end]

    def _ends(self, gap: str, at: int) -> bool:
        found = _SENTENCE.search(gap)
        before = self.text[: self.words[at - 1].end]
        return bool(found) and not (found and found[0] == "." and _SHORT.search(before[-8:]))

    def _turns(self, gap: str, at: int) -> bool:
        return bool(_PART.search(gap)) or self.words[at].plain in self.turns

    def _numbered(self, ends: Callable[[str, int], bool]) -> tuple[int, ...]:
        number, numbers = 0, []
        for at in range(len(self.words)):
            number += bool(at and ends(self.between(at - 1, at), at))
            numbers.append(number)
        return tuple(numbers)


def passage(text: str, mended: Callable[[Token], Token], turns: frozenset[str]) -> Passage:
    """Reads a text; what is longer than anybody types is not read to its end."""
    return Passage(text[:LONGEST], tuple(mended(token) for token in tokens(text)), turns)
