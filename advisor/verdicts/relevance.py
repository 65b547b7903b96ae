"""Finds which questions could still change the outcome, in each of the cases that were evaluated together.

An obligation matters while it is undecided and could raise a verdict, fill or raise an open cell of the
matrix, or make something necessary that nothing else makes necessary for certain. A note matters if it asks for it.
A rule of needs matters while it is undecided, and so does where the company stands to what it needs.
"""

from functools import reduce
from operator import or_
from typing import NamedTuple

from advisor.rules.evaluator import Planes
from advisor.rules.reach import Duty
from advisor.verdicts.open_walk import Cases, OpenWalk


class Bounds(NamedTuple):
    """What is certain so far. Each int holds the cases in which it is so, one bit each.

    `stands`, `open`: the places of the obligations that certainly stand, and of those that are undecided.
    `verdicts`, `cells`: per standard, and per (jurisdiction, standard), where each rank is reached. `things`: per
    jurisdiction and id where it is asked for.
    """

    stands: Cases
    open: Cases
    verdicts: dict[str, list[int]]
    cells: dict[tuple[str, str], list[int]]
    things: dict[tuple[str, str], int]

    def may(self, place: int) -> int:
        """Where this obligation stands or may stand."""
        return self.stands.get(place, 0) | self.open.get(place, 0)


def bounds(planes: Planes) -> Bounds:
    """Collect what certainly stands."""
    program = planes.program
    fires = zip(program.read.fires(planes.certain), program.read.fires(planes.possible), strict=True)
    so_far = Bounds({}, {}, {}, {}, {})
    for place, (duty, (sure, maybe)) in enumerate(zip(program.reach.duties, fires, strict=True)):
        if maybe:
            if duty.beaten:
                sure, maybe = planes.finding(place)
            if sure:
                so_far.stands[place] = sure
                _collect(planes, so_far, duty, place)
            if open_ := maybe & ~sure:
                so_far.open[place] = open_
    return so_far


def _collect(planes: Planes, so_far: Bounds, duty: Duty, place: int) -> None:
    cases, ranks = so_far.stands[place], [0] * len(planes.program.ruleset.bases)
    verdict, cell = so_far.verdicts.setdefault(duty.standard, [*ranks]), so_far.cells.setdefault(duty.cell, [*ranks])
    for reached in range(duty.rank + 1):
        verdict[reached] |= cases
        cell[reached] |= cases
    for thing in duty.things:
        spared = planes.may_be_overridden(place) if duty.beaten and thing == duty.paper else 0
        if asked := cases & ~spared:
            so_far.things[thing] = so_far.things.get(thing, 0) | asked


def mattering(planes: Planes, so_far: Bounds, asks: int = -1) -> Cases:
    """The places of the obligations that could still change something, and in which cases.

    `asks`: bits of the questions to look for; an obligation on which none of them bears is left out.
    """
    duties, found = planes.program.reach.duties, {}
    for place, open_ in so_far.open.items():
        if duties[place].asks & asks and (cases := open_ & _raises(duties[place], so_far)):
            found[place] = cases
    for place, stands in so_far.stands.items():
        if duties[place].beaten and duties[place].asks & asks:
            spared = stands & planes.may_be_overridden(place) & _unnamed(duties[place], so_far)
            if spared:
                found[place] = found.get(place, 0) | spared
    return found


def _raises(duty: Duty, so_far: Bounds) -> int:
    """Where it would say more than what stands, were it to stand."""
    rank, reached = duty.rank, so_far.verdicts.get(duty.standard)
    raised = _unnamed(duty, so_far)
    if rank:
        raised |= ~reached[rank] if reached else -1
    if duty.settles:
        cell = so_far.cells.get(duty.cell)
        raised |= ~cell[rank] if cell else -1
    return raised


def _unnamed(duty: Duty, so_far: Bounds) -> int:
    """Where it asks for something that nothing else asks for. Of one that stands: were it not for an open exception."""
    return reduce(or_, (~so_far.things.get(thing, 0) for thing in duty.things), 0)


def look_for(walk: OpenWalk, obligations: Cases, *, notes: bool = True) -> None:
    """Find the questions on whose answers these obligations, and the notes that ask, still hang."""
    program = walk.planes.program
    duties = program.reach.duties
    walk.down((node, cases) for place, cases in obligations.items() for node in duties[place].start)
    if notes:
        walk.down((node, -1) for node in program.asked_about)
