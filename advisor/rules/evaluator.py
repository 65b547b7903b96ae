"""Evaluates every condition for one case or a hundred thousand at once, with "not known" as a third value.

Each (question, option) is a column: an int whose bit i is case i. Each condition becomes a pair of ints:
in which cases it certainly holds, and in which it possibly holds. One case is the chat; as many cases as
there are single edits is "what would change this". Same code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_, or_

from advisor.rules.model import Answers
from advisor.rules.program import TRUE, Node, Program
from advisor.rules.ruleset import Ruleset
from advisor.rules.schedule import NodeRun

ANY = ("any_of", "any_shown", "any_spoken", "open")
"""Tests for any of some options. An "I don't know" may mean less: what is shown, or nothing. "Open" is never sure."""


@dataclass
class Columns:
    """Answers of many cases, transposed. Bit i of every int is case i."""

    width: int
    chosen: list[dict[str, int]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    unsure: dict[int, int] = field(default_factory=dict)
    """Question → where its answer is "I don't know"; a part of what is unknown."""

    @property
    def full(self) -> int:
        return (1 << self.width) - 1


def columns(ruleset: Ruleset, cases: Sequence[Answers]) -> Columns:
    """Transpose cases. An unanswered question, or an "I don't know", is unknown. Unknown ids are ignored."""
    places = ruleset.program.unknown_options
    full = (1 << len(cases)) - 1
    result = Columns(len(cases), [{} for _ in ruleset.questions], [full] * len(ruleset.questions))
    for case, answers in enumerate(cases):
        bit = 1 << case
        for question, options in answers.items():
            place = places.get(question)
            if place is None or not options:
                continue
            if not place[1].isdisjoint(options):
                result.unsure[place[0]] = result.unsure.get(place[0], 0) | bit
                continue
            chosen = result.chosen[place[0]]
            result.unknown[place[0]] &= ~bit
            for option in options:
                chosen[option] = chosen.get(option, 0) | bit
    return result


@dataclass(frozen=True)
class Planes:
    """For each node: the cases in which it certainly holds, and in which it possibly holds."""

    program: Program
    columns: Columns
    certain: Sequence[int]
    possible: Sequence[int]

    def finding(self, obligation: int) -> tuple[int, int]:
        """Certain and possible cases in which an obligation fires and nothing overrides it.

        It possibly stands where it may fire and no overrider certainly fires. It certainly stands where it
        fires, no overrider certainly fires, and none that would leave less behind possibly fires: an
        exception at least as strong takes its part only once it is certain, since the verdict cannot fall
        below the general rule until then. An overrider beats even if it is itself overridden.
        """
        node = self.program.fires[obligation]
        certain, possible = self.certain[node], self.possible[node]
        if not possible:
            return 0, 0
        for winner in self.program.beaten_by[obligation]:
            possible &= ~self.certain[self.program.fires[winner]]
        for chain in self.program.weakened_by[obligation]:
            certain &= ~reduce(and_, (self.possible[self.program.fires[winner]] for winner in chain))
        return certain & possible, possible

    def may_be_overridden(self, obligation: int) -> int:
        """The cases in which some overrider possibly fires."""
        winners = self.program.beaten_by[obligation]
        return reduce(or_, (self.possible[self.program.fires[winner]] for winner in winners), 0)


def evaluate(program: Program, cases: Columns) -> Planes:
    """Evaluate every node once, without those that cannot be possible."""
    full = cases.full
    certain, possible = [0] * len(program.nodes), [0] * len(program.nodes)
    certain[TRUE] = possible[TRUE] = full
    for run in program.runs:
        if not possible[run.guard]:
            continue
        if run.question >= 0:
            _tests(run, cases, certain, possible)
        elif run.kind == "all":
            _all(run, certain, possible)
        elif run.kind == "any":
            _any(run, certain, possible)
        elif run.kind == "not":
            _not(run, full, certain, possible)
        else:
            _at_least(run, full, certain, possible)
    return Planes(program, cases, certain, possible)


def _tests(run: NodeRun, cases: Columns, certain: list[int], possible: list[int]) -> None:
    """Tests of one question that may apply."""
    sure = 0 if run.kind == "open" else certain[run.guard]
    maybe, open_ = possible[run.guard], cases.unknown[run.question]
    if cases.chosen[run.question]:
        hits = _named(run, cases) if run.kind in ANY else _rarer(run, cases)
        for at, hit in hits:
            certain[at] |= hit & sure
            possible[at] |= hit & maybe
    if run.kind == "any_spoken":
        open_ &= ~cases.unsure.get(run.question, 0)
    if open_ := open_ & maybe:
        for at, node in run.nodes:
            possible[at] |= open_ & _shown(node, possible) if run.kind == "any_shown" else open_


def _shown(node: Node, possible: list[int]) -> int:
    """Where some option of the test may be shown: the others are not what an "I don't know" may mean."""
    return reduce(or_, (possible[part] for part in node.parts[1:]))


def _named(run: NodeRun, cases: Columns) -> Iterator[tuple[int, int]]:
    """Of tests for any of some options, those that name one that is chosen, and in which cases it is."""
    for option, chosen in cases.chosen[run.question].items():
        for at in run.by_option.get(option, ()):
            yield at, chosen


def _rarer(run: NodeRun, cases: Columns) -> Iterator[tuple[int, int]]:
    """Tests for all or for none of some options, and in which cases the answer is known and meets them."""
    given, full = cases.chosen[run.question], cases.full
    for at, node in run.nodes:
        if run.kind == "all_of":
            hit = full
            for option in node.options:
                hit &= given.get(option, 0)
        else:
            hit = full & ~cases.unknown[run.question]
            for option, chosen in given.items():
                if option in node.options:
                    hit &= ~chosen
        yield at, hit


def _all(run: NodeRun, certain: list[int], possible: list[int]) -> None:
    """What is not possible is not certain either, and stays so from the start."""
    sure, maybe = certain[run.guard], possible[run.guard]
    for at, first, further in run.parts:
        if p := possible[first] & maybe:
            c = certain[first] & sure
            for part in further:
                p &= possible[part]
                c &= certain[part]
            certain[at], possible[at] = c, p


def _any(run: NodeRun, certain: list[int], possible: list[int]) -> None:
    for at, first, further in run.parts:
        p = possible[first]
        for part in further:
            p |= possible[part]
        if p:
            c = certain[first]
            for part in further:
                c |= certain[part]
            certain[at], possible[at] = c, p


def _not(run: NodeRun, full: int, certain: list[int], possible: list[int]) -> None:
    for at, part, _ in run.parts:
        certain[at], possible[at] = full & ~possible[part], full & ~certain[part]


def _at_least(run: NodeRun, full: int, certain: list[int], possible: list[int]) -> None:
    for at, node in run.nodes:
        maybe = [possible[part] for part in node.parts if possible[part]]
        if len(maybe) >= node.at_least:
            sure = [certain[part] for part in node.parts if certain[part]]
            certain[at], possible[at] = _count(sure, node.at_least, full), _count(maybe, node.at_least, full)


def _count(parts: list[int], count: int, full: int) -> int:
    """The cases in which at least `count` of the parts hold."""
    reached = [full] + [0] * count
    for part in parts:
        for have in range(count, 0, -1):
            reached[have] |= reached[have - 1] & part
    return reached[count]


def evaluate_one(ruleset: Ruleset, answers: Answers) -> Planes:
    """Evaluate a single case: bit 0 of every int. Kept as bytes, since each visit keeps it: a tenth of the lists."""
    planes = evaluate(ruleset.program, columns(ruleset, [answers]))
    return replace(planes, certain=bytes(planes.certain), possible=bytes(planes.possible))
