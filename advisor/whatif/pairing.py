"""Finds which pairs of edits could reach a basis that no single edit reaches, so that only those are tried.

It leaves out no pair that does, which follows from two facts. Whatever stands after one edit and must not stand
after both has to be changed by the other. And what stands after both but after neither alone depends on both, and
on an edit of every question without which it cannot stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import chain
from operator import or_

from advisor.rules.model import Basis, Standard
from advisor.rules.program import Program
from advisor.whatif.nearness import Nearness
from advisor.whatif.tried_edits import Places, TriedEdits, VerdictRange, bits, ranks


class Pairing:
    """The pairs worth trying after every single edit was tried."""

    def __init__(self, single: TriedEdits) -> None:
        self.single = single
        self.nearness = Nearness(single)
        self.at = self.nearness.at
        self.depends = _depends(single.planes.program)
        self.near: Places = sum(1 << i for i, cases in enumerate(single.offers) if cases & single.real)
        self._edits: dict[Places, Places] = {}

    def candidates(self, standard: Standard, span: VerdictRange, bases: Iterable[Basis]) -> set[tuple[int, int]]:
        """Pairs of places of edits, the lower one first, that could bring the standard from its span to a basis."""
        return {
            (i, j) if i < j else (j, i)
            for basis in bases
            for i, partners in self._partners(standard, span, basis)
            for j in bits(partners & ~(1 << i))
        }

    def _partners(self, standard: Standard, span: VerdictRange, basis: Basis) -> Iterator[tuple[int, Places]]:
        obligations = ranks(self.single.planes.program.ruleset)[standard.id]
        own = [place for place, rank in obligations if rank == basis.rank]
        stands = self.near if basis is Basis.NOT_NEEDED else self._standing(own)
        reaching = [place for place in own if self._within_two(place)]
        if not (stands or reaching):
            return
        must = self._must_change(obligations, span, basis)
        for i in bits(stands & self.near):
            needed = must.get(i)
            yield i, self.near & (needed if needed is not None else self._makes_real(i))
        for place in reaching:
            yield from self._towards(place, must)

    def _standing(self, obligations: Iterable[int]) -> Places:
        """The edits after which one of these stands already."""
        return reduce(or_, (self.single.findings[place][0] for place in obligations), 0) >> 1

    def _must_change(
        self, obligations: Iterable[tuple[int, int]], span: VerdictRange, basis: Basis
    ) -> dict[int, Places]:
        """Edit → the edits that could change all of what still stands in the way after it."""
        must: dict[int, Places] = {}
        wanted, present = basis.rank, span.basis.rank
        for place, rank in obligations:
            certain, possible = self.single.findings[place]
            blocks = certain if rank > wanted else 0
            if wanted < present <= rank:
                blocks |= possible
            if blocks := (blocks >> 1) & self.near:
                changing = self._edits_at(self.depends[place])
                for i in bits(blocks):
                    must[i] = must.get(i, self.near) & changing
        return must

    def _makes_real(self, i: int) -> Places:
        """The edits that could let this one be made, if it cannot be made by itself."""
        if self.single.real >> (i + 1) & 1:
            return 0
        place = self.single.edits[i].place
        return self.at[place] | self._edits_at(_offers(self.single.planes.program)[place])

    def _towards(self, obligation: int, must: Mapping[int, Places]) -> Iterator[tuple[int, Places]]:
        """Pairs after which it may stand, though it stands after neither alone."""
        program = self.single.planes.program
        changing = self._edits_at(self.depends[obligation]) & self.near & ~(self.single.findings[obligation][0] >> 1)
        for one, other in self.nearness.to_hold(program.fires[obligation]):
            partners = other & changing
            for i in bits(one & changing if partners else 0):
                yield i, partners & must.get(i, partners)

    def _within_two(self, obligation: int) -> bool:
        return bool(self.nearness.to_hold(self.single.planes.program.fires[obligation]))

    def _edits_at(self, questions: Places) -> Places:
        if questions not in self._edits:
            self._edits[questions] = reduce(or_, (self.at[place] for place in bits(questions)), 0)
        return self._edits[questions]


@lru_cache(maxsize=8)
def _depends(program: Program) -> list[Places]:
    """Per obligation the questions on which it may depend whether it stands."""
    supports = _supports(program)
    found: list[Places] = []
    for at, beaten, weakened in zip(program.fires, program.beaten_by, program.weakened_by, strict=True):
        winners = {*beaten, *chain.from_iterable(weakened)}
        found.append(reduce(or_, (supports[program.fires[winner]] for winner in winners), supports[at]))
    return found


@lru_cache(maxsize=8)
def _offers(program: Program) -> list[Places]:
    """Per question the questions on which it may depend whether it is asked and what it offers."""
    supports = _supports(program)
    both = zip(program.applies, program.shown, strict=True)
    return [reduce(or_, (supports[node] for node in shown), supports[applies]) for applies, shown in both]


@lru_cache(maxsize=8)
def _supports(program: Program) -> list[Places]:
    """Per node the questions whose answers it depends on."""
    found: list[Places] = []
    for node in program.nodes:
        own = 1 << node.question if node.question >= 0 else 0
        found.append(reduce(or_, (found[part] for part in node.parts), own))
    return found
