"""Evaluates every condition for one case or a hundred thousand at once, with "not known" as a third value.

Each (question, option) is a column: an int whose bit i is case i. Each condition becomes a pair of ints:
in which cases it certainly holds, and in which it possibly holds. One case is the chat; as many cases as
there are single edits is "what would change this". Same code.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from advisor.rules.model import Answers
from advisor.rules.program import TRUE, Node, Program
from advisor.rules.ruleset import Ruleset
from advisor.rules.schedule import NodeRun


@dataclass
class Columns:
    """Answers of many cases, transposed. Bit i of every int is case i."""

    width: int
    chosen: list[dict[str, int]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)

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
            if place is None or not options or not place[1].isdisjoint(options):
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
    certain: list[int]
    possible: list[int]

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
        if run.kind in ("any_of", "any_shown"):
            _any_of(run, cases, certain, possible)
        elif run.kind == "all":
            _all(run, full, certain, possible)
        elif run.kind == "any":
            _any(run, certain, possible)
        elif run.kind == "not":
            _not(run, full, certain, possible)
        else:
            for at, node in run.nodes:
                certain[at], possible[at] = _rarer(node, cases, certain, possible)
    return Planes(program, cases, certain, possible)


def _any_of(run: NodeRun, cases: Columns, certain: list[int], possible: list[int]) -> None:
    """Tests of one question that may apply: only those are visited that name what is chosen.

    What an "I don't know" may mean are the options that may be shown; those of `any_shown` have conditions.
    """
    sure, maybe = certain[run.guard], possible[run.guard]
    for option, chosen in cases.chosen[run.question].items():
        for at in run.by_option.get(option, ()):
            certain[at] |= chosen & sure
            possible[at] |= chosen & maybe
    if open_ := cases.unknown[run.question] & maybe:
        for at, node in run.nodes:
            shown = reduce(or_, (possible[part] for part in node.parts[1:]), 0) if node.parts[1:] else open_
            possible[at] |= open_ & shown


def _all(run: NodeRun, full: int, certain: list[int], possible: list[int]) -> None:
    for at, parts in run.parts:
        c = p = full
        for part in parts:
            c &= certain[part]
            p &= possible[part]
            if not p:  # what is not possible is not certain either
                break
        certain[at], possible[at] = c, p


def _any(run: NodeRun, certain: list[int], possible: list[int]) -> None:
    for at, parts in run.parts:
        c = p = 0
        for part in parts:
            p |= possible[part]
            c |= certain[part]
        certain[at], possible[at] = c, p


def _not(run: NodeRun, full: int, certain: list[int], possible: list[int]) -> None:
    for at, (part,) in run.parts:
        certain[at], possible[at] = full & ~possible[part], full & ~certain[part]


def _rarer(node: Node, cases: Columns, certain: list[int], possible: list[int]) -> tuple[int, int]:
    """The kinds of nodes that are not worth a place in the inner loop."""
    full = cases.full
    if node.kind == "at_least":
        maybe = [possible[part] for part in node.parts if possible[part]]
        if len(maybe) < node.at_least:
            return 0, 0
        sure = [certain[part] for part in node.parts if certain[part]]
        return _count(sure, node.at_least, full), _count(maybe, node.at_least, full)
    hit, applies = _hit(node, cases), node.parts[0]
    return hit & certain[applies], (hit | cases.unknown[node.question]) & possible[applies]


def _hit(node: Node, cases: Columns) -> int:
    """The cases whose answer is known and meets a test."""
    given, full = cases.chosen[node.question], cases.full
    if node.kind == "all_of":
        return reduce(and_, (given.get(option, 0) for option in node.options), full) if given else 0
    some = 0
    for option, chosen in given.items():
        if option in node.options:
            some |= chosen
    return full & ~cases.unknown[node.question] & ~some


def _count(parts: list[int], count: int, full: int) -> int:
    """The cases in which at least `count` of the parts hold."""
    reached = [full] + [0] * count
    for part in parts:
        for have in range(count, 0, -1):
            reached[have] |= reached[have - 1] & part
    return reached[count]


def evaluate_one(ruleset: Ruleset, answers: Answers) -> Planes:
    """Evaluate a single case: bit 0 of every int."""
    return evaluate(ruleset.program, columns(ruleset, [answers]))
