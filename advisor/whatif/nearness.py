"""Finds by which pairs of edits a condition could come to hold or to fail, without trying them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_

from advisor.rules.program import TRUE, Node
from advisor.whatif.tried_edits import Places, TriedEdits

Way = tuple[Places, Places]
"""Two sets of edits: it takes one edit of each. `ANY` where nothing is needed."""
ANY: Places = -1
FREE: tuple[Way, ...] = ((ANY, ANY),)


class Nearness:
    """By which pairs of edits a node could come to hold, or come to fail, from the answers as they are (case 0).

    A pair that is in none of the ways cannot do it; one that is in a way may.
    """

    def __init__(self, single: TriedEdits) -> None:
        self.planes = single.planes
        self.at: list[Places] = [0] * len(self.planes.program.applies)
        """Per question, its edits."""
        self._adding: dict[tuple[int, str], Places] = {}
        for i, edit in enumerate(single.edits):
            self.at[edit.place] |= 1 << i
            for option in edit.added:
                self._adding[edit.place, option] = self._adding.get((edit.place, option), 0) | 1 << i
        self._hold: dict[int, tuple[Way, ...]] = {}
        self._fail: dict[int, tuple[Way, ...]] = {}

    def to_hold(self, at: int) -> tuple[Way, ...]:
        if at not in self._hold:
            self._hold[at] = FREE if self.planes.certain[at] & 1 else self._to_hold(at)
        return self._hold[at]

    def to_fail(self, at: int) -> tuple[Way, ...]:
        if at not in self._fail:
            self._fail[at] = self._to_fail(at) if self.planes.possible[at] & 1 else FREE
        return self._fail[at]

    def _to_hold(self, at: int) -> tuple[Way, ...]:
        node = self.planes.program.nodes[at]
        if node.kind == "not":
            return self.to_fail(node.parts[0])
        if node.kind in _GROUPS:
            return _of(node.parts, _GROUPS[node.kind](node), self.to_hold)
        applies = self.to_hold(node.parts[0])
        return applies if self._says(node) else _both(applies, ((self._saying(node), ANY),))

    def _to_fail(self, at: int) -> tuple[Way, ...]:
        node = self.planes.program.nodes[at]
        if at == TRUE:
            return ()
        if node.kind == "not":
            return self.to_hold(node.parts[0])
        if node.kind in _GROUPS:
            return _of(node.parts, len(node.parts) - _GROUPS[node.kind](node) + 1, self.to_fail)
        return _either([((self.at[node.question], ANY),), *map(self.to_fail, node.parts)])

    def _says(self, node: Node) -> bool:
        """Whether the answer to the question of a test is as the test wants it, be the question asked or not."""
        columns = self.planes.columns
        if columns.unknown[node.question] & 1:
            return False
        chosen = [bool(columns.chosen[node.question].get(option, 0) & 1) for option in node.options]
        return all(chosen) if node.kind == "all_of" else not any(chosen) if node.kind == "none_of" else any(chosen)

    def _saying(self, node: Node) -> Places:
        """The edits that may bring an answer nearer to what a test wants."""
        if node.kind == "none_of":
            return self.at[node.question]
        return reduce(or_, (self._adding.get((node.question, option), 0) for option in node.options))


_GROUPS: dict[str, Callable[[Node], int]] = {
    "all": lambda node: len(node.parts),
    "any": lambda _: 1,
    "at_least": lambda node: node.at_least,
}
"""How many of its parts a node needs."""


def _of(parts: Sequence[int], count: int, ways: Callable[[int], tuple[Way, ...]]) -> tuple[Way, ...]:
    """The ways to `count` of the parts."""
    if count == 1:
        return _either(map(ways, parts))
    if count == len(parts):
        return _all(map(ways, parts))
    reached: list[tuple[Way, ...]] = [FREE, *[()] * count]
    for found in map(ways, parts):
        for have in range(count, 0, -1):
            reached[have] = _either((reached[have], _both(reached[have - 1], found)))
    return reached[count]


def _all(parts: Iterable[tuple[Way, ...]]) -> tuple[Way, ...]:
    found = FREE
    for part in parts:
        found = _both(found, part)
        if not found:
            break
    return found


def _both(some: tuple[Way, ...], others: tuple[Way, ...]) -> tuple[Way, ...]:
    if others == FREE:
        return some
    if some == FREE:
        return others
    return _merged(way for a, b in some for c, d in others for way in ((a & c, b & d), (a & d, b & c)))


def _either(several: Iterable[tuple[Way, ...]]) -> tuple[Way, ...]:
    """All of the ways, those with one side in common as one."""
    some = [ways for ways in several if ways]
    if len(some) < 2:
        return some[0] if some else ()
    return FREE if FREE in some else _merged(way for ways in some for way in ways)


def _merged(ways: Iterable[Way]) -> tuple[Way, ...]:
    merged: dict[Places, Places] = {}
    for one, other in ways:
        if one and other:
            least, most = (one, other) if one < other else (other, one)
            merged[least] = merged.get(least, 0) | most
    return tuple(merged.items())
