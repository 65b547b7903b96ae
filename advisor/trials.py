"""Evaluates every single edit of the answers, or every two of them, as the cases of one batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from advisor.edits import Edit, compatible, edited_columns, joined, single_edits
from advisor.evaluator import Planes, columns, evaluate
from advisor.model import Answers, Basis, Ruleset, Standard
from advisor.program import Program, compiled
from advisor.relevance import open_questions

_BASES = tuple(Basis)


@dataclass(frozen=True)
class Span:
    """What is certain at least, and what open answers leave possible at most.

    `reported`: all that makes it certain is only reported, not confirmed.
    """

    basis: Basis
    at_most: Basis
    reported: bool = False


@dataclass(frozen=True, eq=False)
class Trials:
    """Singles: case 0 is the answers as they are, case i the edit i - 1. Pairs: case i * n + j is edits i and j.

    `real`: the cases that a visitor could bring about.
    """

    planes: Planes
    edits: tuple[Edit, ...]
    paired: bool
    real: int
    findings: tuple[tuple[int, int], ...]

    def made(self, case: int) -> tuple[Edit, ...]:
        """The edits of a case, one per question."""
        if not self.paired:
            return (self.edits[case - 1],) if case else ()
        one, other = (self.edits[i] for i in divmod(case, len(self.edits)))
        return (joined(one, other),) if one.place == other.place else (one, other)

    def spans(self, standard: Standard) -> Iterator[tuple[Span, int]]:
        """Each span that some real case has, and the cases that have it."""
        sure, firm, maybe = ([0] * len(_BASES) for _ in range(3))
        reported = _only_reported(self.planes.program.ruleset)
        for place, rank in _ranks(self.planes.program.ruleset)[standard.id]:
            certain, possible = self.findings[place]
            sure[rank] |= certain
            firm[rank] |= 0 if place in reported else certain
            maybe[rank] |= possible
        strongest = _strongest(maybe, self.real)
        for rank, (basis, at_least) in enumerate(zip(_BASES, _strongest(sure, self.real), strict=True)):
            hearsay = sure[rank] & ~firm[rank]
            for at_most, at_best in zip(_BASES, strongest, strict=True):
                cases = at_least & at_best
                for heard, part in ((False, cases & ~hearsay), (True, cases & hearsay)):
                    if part:
                        yield Span(basis, at_most, heard), part

    def applies(self, place: int, case: int) -> bool:
        """Whether a question applies for certain in a case."""
        return bool(self.planes.certain[self.planes.program.applies[place]] >> case & 1)

    def open(self, case: int, standard: Standard, above: Basis) -> list[int]:
        """Places of the questions that apply and on which it hangs whether the standard gets more than this basis."""
        least = above.rank
        undecided = [place for place, rank, cases in self._undecided[standard.id] if rank > least and cases >> case & 1]
        hangs = open_questions(self.planes, undecided, with_notes=False, case=case) if undecided else ()
        return [place for place in sorted(hangs) if self.applies(place, case)]

    @cached_property
    def _undecided(self) -> dict[str, list[tuple[int, int, int]]]:
        """Standard id → place and rank of its obligations that are open in some case, and those cases."""
        found: dict[str, list[tuple[int, int, int]]] = {}
        for standard, own in _ranks(self.planes.program.ruleset).items():
            either = [(place, rank, self.findings[place][0] ^ self.findings[place][1]) for place, rank in own]
            found[standard] = [entry for entry in either if entry[2]]
        return found

    def within_reach(self, answers: Answers) -> list[Edit]:
        """The edits that could be made now or after some other single one."""
        all_ = single_edits(self.planes.program.ruleset, answers, range(len(self.planes.program.applies)))
        return [edit for edit in all_ if _offered(self.planes, edit) & self.real]


@lru_cache(maxsize=8)
def _ranks(ruleset: Ruleset) -> dict[str, list[tuple[int, int]]]:
    """Standard id → the place of each of its obligations and the rank of its basis."""
    found: dict[str, list[tuple[int, int]]] = {standard.id: [] for standard in ruleset.standards}
    for place, obligation in enumerate(ruleset.obligations):
        found[obligation.standard].append((place, obligation.basis.rank))
    return found


@lru_cache(maxsize=8)
def _only_reported(ruleset: Ruleset) -> frozenset[int]:
    """Places of the obligations of low confidence."""
    return frozenset(place for place, obligation in enumerate(ruleset.obligations) if obligation.confidence == "low")


def _strongest(stands: list[int], cases: int) -> list[int]:
    """Per basis, weakest first, the cases in which it is the strongest; the weakest where there is none."""
    strongest = [0] * len(stands)
    for rank in reversed(range(len(stands))):
        strongest[rank] = stands[rank] & cases if rank else cases
        cases &= ~strongest[rank]
    return strongest


def singles(ruleset: Ruleset, answers: Answers) -> Trials:
    """An edit never decides whether its own question applies, so only questions that apply now are looked at."""
    asking = _asking(compiled(ruleset))
    now = evaluate(asking, columns(ruleset, [answers]))
    applying = [place for place, at in enumerate(asking.applies) if now.certain[at]]
    edits = [edit for edit in single_edits(ruleset, answers, applying) if edit.after]
    masks = [(edit, 1 << i) for i, edit in enumerate(edits, start=1)]
    return _tried(ruleset, answers, edits, masks, paired=False, real=(1 << (len(edits) + 1)) - 1)


@lru_cache(maxsize=8)
def _asking(program: Program) -> Program:
    """As much of the program as says which questions apply; their nodes come first."""
    return replace(program, nodes=program.nodes[: max(program.applies, default=0) + 1])


def pairs(ruleset: Ruleset, answers: Answers, edits: Sequence[Edit]) -> Trials:
    """Every two of these edits that fit together."""
    size = len(edits)
    row = (1 << size) - 1
    column = sum(1 << i * size for i in range(size))
    masks = [(edit, row << i * size | column << i) for i, edit in enumerate(edits)]
    whole = sum(1 << i for i, edit in enumerate(edits) if edit.after)
    real = sum(_partners(edits, i, whole) << i * size for i in range(size))
    return _tried(ruleset, answers, edits, masks, paired=True, real=real)


def _partners(edits: Sequence[Edit], first: int, whole: int) -> int:
    """The later edits that can be made together with this one, a bit for each; edits of one question are neighbours."""
    last = first
    while last + 1 < len(edits) and edits[last + 1].place == edits[first].place:
        last += 1
    partners = sum(1 << i for i in range(first + 1, last + 1) if compatible(edits[first], edits[i]))
    return partners | (whole & -(2 << last) if edits[first].after else 0)


def _tried(
    ruleset: Ruleset,
    answers: Answers,
    edits: Sequence[Edit],
    masks: Sequence[tuple[Edit, int]],
    *,
    paired: bool,
    real: int,
) -> Trials:
    program = compiled(ruleset)
    width = len(edits) ** 2 if paired else len(edits) + 1
    planes = evaluate(program, edited_columns(ruleset, answers, masks, width))
    for edit, mask in masks:
        real &= _offered(planes, edit) | ~mask
    findings = tuple(planes.finding(place) for place in range(len(program.fires)))
    return Trials(planes, tuple(edits), paired, real, findings)


def _offered(planes: Planes, edit: Edit) -> int:
    """The cases in which the edit could be made: its question applies for certain, what it adds is on offer."""
    shown = _shown(planes.program)
    cases = planes.certain[planes.program.applies[edit.place]]
    for option in edit.added:
        cases &= planes.possible[shown[edit.place][option]]
    return cases


@lru_cache(maxsize=8)
def _shown(program: Program) -> list[dict[str, int]]:
    """Per question: option id → the node of its `show_if`."""
    questions = zip(program.ruleset.questions, program.shown, strict=True)
    return [{o.id: node for o, node in zip(q.options, nodes, strict=True)} for q, nodes in questions]
