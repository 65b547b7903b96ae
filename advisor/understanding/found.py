"""What was found in a text, each with the words that it came from."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from advisor.understanding.passage import Passage
from advisor.understanding.phrases import Hit

PlacePart = Literal["home", "market", "supplier", "excluded", "unsaid"]
StandardState = Literal["held", "demanded", "planned", "lapsed", "denied", "named"]


class FoundFact(NamedTuple):
    """`fact`: "kind.name". `denied`: the text says that it is not so. `aside`: it is the customer's, not theirs."""

    fact: str
    start: int
    end: int
    weight: float = 2.0
    denied: bool = False
    aside: bool = False
    sure: bool = True

    @property
    def kind(self) -> str:
        return self.fact.partition(".")[0]

    @property
    def name(self) -> str:
        return self.fact.partition(".")[2]


class FoundPlace(NamedTuple):
    codes: tuple[str, ...]
    part: PlacePart
    start: int
    end: int
    sure: bool = True


class FoundPeople(NamedTuple):
    """How many people work there, at least and at most."""

    low: int
    high: int
    start: int
    end: int
    sure: bool = True


class FoundStandard(NamedTuple):
    standard: str
    state: StandardState
    start: int
    end: int
    sure: bool = True


class Cues:
    """The words of a text that say how others are meant."""

    def __init__(self, passage: Passage, hits: Iterable[Hit[str]]) -> None:
        self.passage = passage
        self.hits = tuple(hits)

    def before(self, at: int, *cues: str, reach: int = 99, across: bool = False) -> Hit[str] | None:
        """The nearest of these cues before a word: in its part, or `across` parts in its sentence."""
        near = (hit for hit in reversed(self.hits) if hit.value in cues and at - reach <= hit.last < at)
        return next((hit for hit in near if self._together(hit.last, at, across)), None)

    def after(self, at: int, *cues: str, reach: int = 99, across: bool = False) -> Hit[str] | None:
        """The nearest of these cues after a word."""
        near = (hit for hit in self.hits if hit.value in cues and at < hit.first <= at + reach)
        return next((hit for hit in near if self._together(hit.first, at, across)), None)

    def within(self, first: int, last: int, *cues: str) -> Hit[str] | None:
        return next((hit for hit in self.hits if hit.value in cues and first <= hit.first <= last), None)

    def denied(self, at: int, reach: int = 6) -> bool:
        """Whether a "not" reaches this word."""
        found = self.before(at, "not", "only", reach=reach)
        return bool(found and found.value == "not")

    def _together(self, one: int, other: int, across: bool) -> bool:
        groups = self.passage.sentence if across else self.passage.part
        return groups[one] == groups[other]
