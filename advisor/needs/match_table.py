"""Every description of a need that the patterns of answers hold, as bits: one look at a need tells which it meets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from advisor.needs.need import Need
from advisor.rules.needs_model import AnswerPattern, Match, is_brief
from advisor.rules.ruleset import Ruleset

SAYS: dict[str, Callable[[Need], tuple[object, ...]]] = {
    "id": lambda need: (need.id, need.rule.id) if need.rule else (need.id,),
    "kind": lambda need: (need.kind,),
    "thing": lambda need: (need.thing.id,) if need.thing else (),
    "wanted": lambda need: (need.wanted,),
    "firm": lambda need: (need.firm,),
    "stands": lambda need: (need.stand.standing,),
    "time": lambda need: (need.due.moment,),
    "who": lambda need: (need.who,),
    "reported": lambda need: (need.reported,),
    "brief": lambda need: (bool(need.thing and is_brief(need.thing.name)),),
    "frank": lambda need: (bool(need.rule and need.rule.frank),),
}
"""Line of a description → what a need says there; one of that must be what the line lists."""


class MatchLine(NamedTuple):
    """`listed`: what a need may say → the descriptions that list it. `free`: those that are silent here."""

    says: Callable[[Need], tuple[object, ...]]
    listed: dict[object, int]
    free: int

    def met(self, need: Need) -> int:
        met = self.free
        for said in self.says(need):
            met |= self.listed.get(said, 0)
        return met


class Wanting(NamedTuple):
    """A pattern and the bits of its descriptions; 0 where it has none."""

    pattern: AnswerPattern
    first: int
    has: int
    lacks: int


class MatchTable:
    """The patterns of a ruleset, in order, and what their descriptions are about."""

    def __init__(self, patterns: Iterable[AnswerPattern]) -> None:
        self._bits: dict[Match, int] = {}
        self.wanting = tuple(
            Wanting(pattern, self._bit(pattern.first), self._bit(pattern.has), self._bit(pattern.lacks))
            for pattern in patterns
        )
        lines = (self._line(name, says) for name, says in SAYS.items())
        self._lines = tuple(line for line in lines if line.listed)
        self._every = (1 << len(self._bits)) - 1

    def met(self, need: Need) -> int:
        """The descriptions that this need meets by itself."""
        met = self._every
        for line in self._lines:
            met &= line.met(need)
        return met

    def _bit(self, match: Match | None) -> int:
        return self._bits.setdefault(match, 1 << len(self._bits)) if match else 0

    def _line(self, name: str, says: Callable[[Need], tuple[object, ...]]) -> MatchLine:
        listed: dict[object, int] = {}
        free = 0
        for match, bit in self._bits.items():
            values = getattr(match, name)
            values = values if isinstance(values, tuple) else () if values is None else (values,)
            free |= 0 if values else bit
            for value in values:
                listed[value] = listed.get(value, 0) | bit
        return MatchLine(says, listed, free)


@lru_cache(maxsize=8)
def match_table(ruleset: Ruleset) -> MatchTable:
    """Made once for the rules of a day."""
    return MatchTable(ruleset.answers)
