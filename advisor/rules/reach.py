"""What hangs below the nodes of a program, worked out once: it shows where a walk down need not go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from advisor.rules.needs_model import NeedRule
    from advisor.rules.program import Program

Read = Callable[[Sequence[int]], Sequence[int]]
"""Takes the values of some nodes out of a plane."""


def reader(nodes: Sequence[int]) -> Read:
    """One step instead of one per node."""
    if len(nodes) > 1:
        return itemgetter(*nodes)
    return lambda plane: [plane[node] for node in nodes]


class Duty(NamedTuple):
    """An obligation as a walk meets it. `start`: the nodes on which hangs whether it stands, its own first.

    `asks`: bits of the questions below them. `paper`: the certificate that it names, as one of its `things`, which
    are pairs of jurisdiction and id. `settles`: whether an open cell alone is reason enough to ask.
    """

    start: tuple[int, ...]
    asks: int
    rank: int
    standard: str
    cell: tuple[str, str]
    things: tuple[tuple[str, str], ...]
    paper: tuple[str, str] | None
    settles: bool

    @property
    def beaten(self) -> bool:
        """Whether something overrides it."""
        return len(self.start) > 1


class Wish(NamedTuple):
    """A rule of needs as a walk meets it. `of`: the places of the obligations that it speaks for.

    `asks`: bits of the questions below its node, none where it is not reason enough to ask; `each`: the place of the
    question of whose options it makes needs, or none.
    """

    rule: NeedRule
    node: int
    of: tuple[int, ...]
    asks: int
    each: int | None


class Reach:
    """Of one program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @cached_property
    def below(self) -> list[int]:
        """Per node the questions that are tested in it or in its parts, one bit each."""
        found: list[int] = []
        for node in self._program.nodes:
            own = 1 << node.question if node.question >= 0 else 0
            for part in node.parts:
                own |= found[part]
            found.append(own)
        return found

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """One per obligation."""
        return tuple(map(self._duty, range(len(self._program.fires))))

    def _duty(self, place: int) -> Duty:
        program, ruleset = self._program, self._program.ruleset
        start = tuple(program.fires[at] for at in (place, *program.beaten_by[place]))
        asks = 0
        for node in start:
            asks |= self.below[node]
        obligation = ruleset.obligations[place]
        where = obligation.jurisdiction
        jurisdiction = ruleset.jurisdictions.get(where)
        return Duty(
            start,
            asks,
            obligation.basis.rank,
            obligation.standard,
            obligation.cell,
            tuple((where, thing) for thing, _ in obligation.things),
            (where, obligation.certificate.id) if obligation.certificate else None,
            jurisdiction is None or jurisdiction.settle,
        )

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """One per rule of needs, but for those of which no obligation is in force."""
        wanted = zip(self._program.ruleset.needs, self._program.wants, strict=True)
        wishes = (self._wish(rule, node) for rule, node in wanted)
        return tuple(wish for wish in wishes if wish.of or not wish.rule.of)

    @cached_property
    def read_wishes(self) -> Read:
        """Takes their values out of a plane."""
        return reader([wish.node for wish in self.wishes])

    def _wish(self, rule: NeedRule, node: int) -> Wish:
        places, questions = self._program.ruleset.place_of, self._program.unknown_options
        of = tuple(places[name] for name in rule.of if name in places)
        each = questions[rule.each][0] if rule.each else None
        return Wish(rule, node, of, self.below[node] if rule.settle else 0, each)
