"""Finds which questions could still change the outcome of one case.

An obligation matters while it is undecided and could raise a verdict, fill or raise an open cell of the
matrix, or make something necessary that nothing else makes necessary for certain. A note matters if it asks for it.
A rule of needs matters while it is undecided, and so does where the company stands to what it needs.
"""

from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from advisor.rules.evaluator import Planes

NOTHING = -1
"""Rank of a cell in which nothing has been found yet."""


class Bounds(NamedTuple):
    """What is certain so far: ranks per standard and per (jurisdiction, standard), and what is needed.

    `stands`, `open`: indices of the obligations that certainly stand, and of those that are undecided.
    """

    stands: tuple[int, ...]
    open: tuple[int, ...]
    verdicts: dict[str, int]
    cells: dict[tuple[str, str], int]
    things: frozenset[tuple[str, str]]
    """Jurisdiction and id of each thing that is asked for."""


def bounds(planes: Planes) -> Bounds:
    """Collect what certainly stands."""
    obligations = planes.program.ruleset.obligations
    maybe = compress(range(len(obligations)), planes.program.read.fires(planes.possible))
    findings = [(i, *planes.finding(i)) for i in maybe]
    stands = tuple(i for i, certain, _ in findings if certain)
    verdicts: dict[str, int] = {}
    cells: dict[tuple[str, str], int] = {}
    things = set()
    for i in stands:
        obligation = obligations[i]
        rank, standard = obligation.basis.rank, obligation.standard
        verdicts[standard] = max(rank, verdicts.get(standard, 0))
        cells[obligation.cell] = max(rank, cells.get(obligation.cell, NOTHING))
        spared = obligation.certificate.id if obligation.certificate and planes.may_be_overridden(i) & 1 else ""
        things |= {(obligation.jurisdiction, thing) for thing, _ in obligation.things if thing != spared}
    open_ = tuple(i for i, certain, possible in findings if possible and not certain)
    return Bounds(stands, open_, verdicts, cells, frozenset(things))


def mattering(planes: Planes, so_far: Bounds) -> list[int]:
    """Indices of the obligations that could still change something."""
    stands = set(so_far.stands)
    return [i for i in sorted((*so_far.stands, *so_far.open)) if _matters(planes, so_far, i, i in stands)]


def _matters(planes: Planes, so_far: Bounds, index: int, stands: bool) -> bool:
    """One that stands matters if it would name a certificate, were it not for an exception that is still open."""
    ruleset = planes.program.ruleset
    obligation, rank = ruleset.obligations[index], ruleset.obligations[index].basis.rank
    unnamed = any((obligation.jurisdiction, thing) not in so_far.things for thing, _ in obligation.things)
    if stands:
        return unnamed and bool(planes.may_be_overridden(index) & 1)
    if unnamed or rank > so_far.verdicts.get(obligation.standard, 0):
        return True
    jurisdiction = ruleset.jurisdictions.get(obligation.jurisdiction)
    settles = jurisdiction is None or jurisdiction.settle
    return settles and rank > so_far.cells.get(obligation.cell, NOTHING)


def open_questions(planes: Planes, obligations: Iterable[int], with_notes: bool = True, case: int = 0) -> set[int]:
    """Indices of the questions on whose answers these obligations, and the notes that ask, still hang in a case."""
    program = planes.program
    start = [program.fires[place] for i in obligations for place in (i, *program.beaten_by[i])]
    if with_notes:
        start += program.asked_about
    return undecided_tests(planes, start, case)


def undecided_tests(planes: Planes, start: list[int], case: int = 0) -> set[int]:
    """Walk down from nodes through undecided ones only; a test pulls in what its question's `ask_if` hangs on."""
    nodes, certain, possible = planes.program.nodes, planes.certain, planes.possible
    found: set[int] = set()
    seen: set[int] = set()
    stack = list(start)
    while stack:
        at = stack.pop()
        if at in seen or not (certain[at] ^ possible[at]) >> case & 1:
            continue
        seen.add(at)
        node = nodes[at]
        if node.question >= 0 and (node.kind == "open" or planes.columns.unknown[node.question] >> case & 1):
            found.add(node.question)
        stack.extend(node.parts)
    return found
