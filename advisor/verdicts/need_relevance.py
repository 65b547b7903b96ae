"""Finds which questions could still change a need: whether there is one, how the company stands, when it is due."""

from collections.abc import Iterator
from itertools import compress

from advisor.rules.reach import Wish
from advisor.verdicts.open_walk import OpenWalk
from advisor.verdicts.relevance import Bounds


def look_for_needs(walk: OpenWalk, so_far: Bounds) -> None:
    """Find the questions on whose answers the list of needs still hangs."""
    if walk.asks:
        _NeedsWalk(walk, so_far).go()


class _NeedsWalk:
    """`things`: id of what is needed → the cases. `told`: place of a question of which options are told → the cases."""

    def __init__(self, walk: OpenWalk, so_far: Bounds) -> None:
        self.walk, self.planes, self.so_far = walk, walk.planes, so_far
        self.program, self.certain, self.possible = walk.planes.program, walk.planes.certain, walk.planes.possible
        self.things: dict[str, int] = {}
        self.told: dict[int, int] = {}
        self.in_force = self.timed = 0

    def go(self) -> None:
        self._obligations()
        self.walk.down(list(self._rules()))
        self.walk.down(
            (node, cases) for thing, cases in self.things.items() for node in self.program.stands.get(thing, ())
        )
        self.walk.down([(self.program.situation[0], self.in_force)])
        self._answers()

    def _obligations(self) -> None:
        """What stands: what it asks for, whether some sell for less long than it is in force, whether it has a day."""
        for (_, thing), cases in self.so_far.things.items():
            self.things[thing] = self.things.get(thing, 0) | cases
        for place, cases in self.so_far.stands.items():
            obligation = self.program.ruleset.obligations[place]
            self.in_force |= cases if obligation.since else 0
            self.timed |= cases if obligation.basis.asker == "buyer" and obligation.basis.owes != "nothing" else 0

    def _rules(self) -> Iterator[tuple[int, int]]:
        """The nodes of those that are undecided and worth a question; of the others what they tell is noted."""
        reach = self.program.reach
        for wish in compress(reach.wishes, reach.read_wishes(self.possible)):
            if self.certain[wish.node] or wish.asks & self.walk.asks or wish.each is not None:
                within = self._within(wish)
                self._note(wish, within)
                yield wish.node, within if wish.asks else 0

    def _within(self, wish: Wish) -> int:
        """The cases in which one of the obligations that it speaks for may stand; all where it speaks for none."""
        if not wish.of:
            return -1
        within = 0
        for place in wish.of:
            within |= self.so_far.may(place)
        return within

    def _note(self, wish: Wish, within: int) -> None:
        if wish.each is not None:
            self.told[wish.each] = self.told.get(wish.each, 0) | self.possible[wish.node] & within
        if sure := self.certain[wish.node] & within:
            rule = wish.rule
            if rule.thing:
                self.things[rule.thing] = self.things.get(rule.thing, 0) | sure
            self.in_force |= sure if rule.time.since else 0
            self.timed |= sure if rule.time.deadline else 0

    def _answers(self) -> None:
        """The questions whose options are told, as far as they may apply, and what their `ask_if` hangs on."""
        deadline = self.program.ruleset.situation.deadline
        if deadline and self.timed:
            place = self.program.unknown_options[deadline][0]
            self.told[place] = self.told.get(place, 0) | self.timed
        for place, cases in self.told.items():
            applies = self.program.applies[place]
            if open_ := cases & self.planes.columns.unknown[place] & self.possible[applies]:
                self.walk.meet(place, open_)
                self.walk.down([(applies, open_)])
