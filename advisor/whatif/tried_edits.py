"""Evaluates every single edit of the answers, or chosen pairs of them, as the cases of one batch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from advisor.rules.basis import Basis
from advisor.rules.evaluator import Planes, evaluate
from advisor.rules.model import Answers, Standard
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.open_walk import OpenWalk
from advisor.verdicts.relevance import look_for
from advisor.whatif.edits import Edit, compatible, edited_columns, single_edits


class VerdictRange(NamedTuple):
    """What is certain at least, and what open answers leave possible at most.

    `reported`: all that makes it certain is only reported, not confirmed; `reported_at_most`: so is all that makes
    the most possible.
    """

    basis: Basis
    at_most: Basis
    reported: bool = False
    reported_at_most: bool = False


@dataclass(frozen=True, eq=False)
class TriedEdits:
    """Bit i of each int is case i; `made` says what is edited in it. `real`: those that somebody could bring about.

    `findings`: per obligation the cases in which it certainly, and in which it possibly stands.
    `offers`: per edit the cases in which it could be made.
    """

    planes: Planes
    edits: tuple[Edit, ...]
    real: int
    findings: tuple[tuple[int, int], ...]
    offers: tuple[int, ...]

    def made(self, case: int) -> tuple[Edit, ...]:
        """The edits of a case: a square of rows and columns, in each of which the first edits nothing."""
        return tuple(self.edits[i - 1] for i in divmod(case, len(self.edits) + 1) if i)

    def spans(self, standard: Standard) -> Iterator[tuple[VerdictRange, int]]:
        """Each span that some real case has, and the cases that have it."""
        ruleset = self.planes.program.ruleset
        sure, firm, maybe, believed = ([0] * len(ruleset.bases) for _ in range(4))
        for place, obligation in ruleset.by_standard[standard.id]:
            rank, (certain, possible) = obligation.basis.rank, self.findings[place]
            sure[rank] |= certain
            maybe[rank] |= possible
            if obligation.confidence != "low":
                firm[rank] |= certain
                believed[rank] |= possible
        mosts = list(_heard(ruleset.bases, maybe, believed, self.real))
        for basis, heard, at_least in _heard(ruleset.bases, sure, firm, self.real):
            for at_most, heard_at_most, at_best in mosts:
                if cases := at_least & at_best:
                    yield VerdictRange(basis, at_most, heard, heard_at_most), cases

    def applies(self, place: int, case: int) -> bool:
        """Whether a question applies for certain in a case."""
        return bool(self.planes.certain[self.planes.program.applies[place]] >> case & 1)

    def open(self, case: int, standard: Standard, above: Basis) -> list[int]:
        """Places of the questions that apply and on which it hangs whether the standard gets more than this basis."""
        own, bit = self._undecided[standard.id], 1 << case
        undecided = {i: bit for i, rank, cases in own if rank > above.rank and cases & bit}
        if not undecided:
            return []
        walk = OpenWalk(self.planes, {i: bit for i in range(len(self.planes.program.applies)) if self.applies(i, case)})
        look_for(walk, undecided, notes=False)
        return sorted(walk.found)

    @cached_property
    def _undecided(self) -> dict[str, list[tuple[int, int, int]]]:
        """Standard id → place and rank of its obligations that are open in some case, and those cases."""
        open_ = [certain ^ possible for certain, possible in self.findings]
        by_standard = self.planes.program.ruleset.by_standard.items()
        return {standard: [(i, o.basis.rank, open_[i]) for i, o in own if open_[i]] for standard, own in by_standard}


def _heard(bases: Sequence[Basis], stands: list[int], firm: list[int], cases: int) -> Iterator[tuple[Basis, bool, int]]:
    """Each basis that is the strongest in some case, whether it is only reported there, and those cases."""
    for rank, (basis, strongest) in enumerate(zip(bases, _strongest(stands, cases), strict=True)):
        hearsay = stands[rank] & ~firm[rank]
        for heard, part in ((False, strongest & ~hearsay), (True, strongest & hearsay)):
            if part:
                yield basis, heard, part


def _strongest(stands: list[int], cases: int) -> list[int]:
    """Per basis, weakest first, the cases in which it is the strongest; the weakest where there is none."""
    strongest = [0] * len(stands)
    for rank in reversed(range(len(stands))):
        strongest[rank] = stands[rank] & cases if rank else cases
        cases &= ~strongest[rank]
    return strongest


def singles(ruleset: Ruleset, answers: Answers) -> TriedEdits:
    """Case 0 is the answers as they are, case i + 1 makes edit i, be it real by itself or only after another."""
    edits = single_edits(ruleset, answers)
    whole = sum(2 << i for i, edit in enumerate(edits) if edit.after)
    return _tried(ruleset, answers, edits, [2 << i for i in range(len(edits))], whole | 1, len(edits) + 1)


def pairs(ruleset: Ruleset, answers: Answers, edits: Sequence[Edit]) -> TriedEdits:
    """Every two of these edits that fit together, as a square: one edit made in each row, one in each column."""
    side = len(edits) + 1
    row, column = (1 << side) - 1, sum(1 << side * i for i in range(side))
    masks = [row << side * i | column << i for i in range(1, side)]
    real = sum(fitting << side * i for i, fitting in enumerate(_partners(edits), 1))
    return _tried(ruleset, answers, edits, masks, real, side * side)


def _partners(edits: Sequence[Edit]) -> Iterator[int]:
    """Per edit the columns of the later ones that fit to it; the edits of one question stand side by side."""
    whole = sum(2 << i for i, edit in enumerate(edits) if edit.after)
    for i, edit in enumerate(edits):
        end = next((j for j in range(i, len(edits)) if edits[j].place != edit.place), len(edits))
        elsewhere = whole >> end + 1 << end + 1 if edit.after else 0
        yield elsewhere | sum(2 << j for j in range(i + 1, end) if compatible(edit, edits[j]))


def _tried(
    ruleset: Ruleset, answers: Answers, edits: Sequence[Edit], masks: Sequence[int], real: int, width: int
) -> TriedEdits:
    """`masks`: per edit the cases that make it."""
    made = list(zip(edits, masks, strict=True))
    planes = evaluate(ruleset.program.deciding, edited_columns(ruleset, answers, made, width))
    offers = tuple(_offered(planes, edit) for edit in edits)
    for offer, mask in zip(offers, masks, strict=True):
        real &= offer | ~mask
    fires, possible = planes.program.fires, planes.possible
    findings = tuple(planes.finding(place) if possible[node] else (0, 0) for place, node in enumerate(fires))
    return TriedEdits(planes, tuple(edits), real, findings, offers)


def _offered(planes: Planes, edit: Edit) -> int:
    """The cases in which the edit could be made: its question applies for certain, what it adds is on offer."""
    cases = planes.certain[planes.program.applies[edit.place]]
    if cases:
        shown = planes.program.shown_at[edit.place]
        for option in edit.added:
            cases &= planes.possible[shown[option]]
    return cases


def bits(places: int) -> Iterator[int]:
    """The places in a set, the lowest first."""
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest
