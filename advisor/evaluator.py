"""Evaluates every condition for one case or a hundred thousand at once, with "not known" as a third value.

Each (question, option) is a column: an int whose bit i is case i. Each condition becomes a pair of ints:
in which cases it certainly holds, and in which it possibly holds. One case is the chat; as many cases as
there are single edits is "what would change this". Same code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from advisor.conditions import All, AnyOf, AtLeast, Condition, Not, Test
from advisor.model import Answers, Obligation, Ruleset

TRUE = 0
"""The node that always holds."""


class Node(NamedTuple):
    """One step of the program. `parts` point to earlier nodes; a test points to whether its question applies."""

    kind: str
    parts: tuple[int, ...] = ()
    question: int = -1
    options: tuple[str, ...] = ()
    at_least: int = 0


@dataclass(frozen=True, eq=False)
class Program:
    """A ruleset compiled to nodes in the order of their evaluation; equal conditions share a node.

    `applies`, `fires` and `explains` give the node of each question's `ask_if`, each obligation and each note;
    `shown` gives per question the nodes of its options' `show_if`; `rows` the node of each
    jurisdiction's `option`; `beaten_by` gives, per obligation, the indices of the obligations
    that override it, and `weakened_by` those that would leave less behind, directly or by overriding an overrider.
    """

    ruleset: Ruleset
    nodes: tuple[Node, ...]
    applies: tuple[int, ...]
    fires: tuple[int, ...]
    explains: tuple[int, ...]
    shown: tuple[tuple[int, ...], ...]
    rows: tuple[int, ...]
    beaten_by: tuple[tuple[int, ...], ...]
    weakened_by: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=32)
def compiled(ruleset: Ruleset) -> Program:
    """Compile once per ruleset. Ids must be known: the library has checked them."""
    builder = _Builder(ruleset)
    applies = tuple(builder.question(question.ask_if) for question in ruleset.questions)
    fires = tuple(builder.firing(o.when, o.unless) for o in ruleset.obligations)
    explains = tuple(builder.firing(n.when, n.unless) for n in ruleset.notes)
    shown = tuple(tuple(builder.firing(o.show_if, None) for o in q.options) for q in ruleset.questions)
    rows = tuple(builder.row(j.option) for j in ruleset.jurisdictions.values())
    beaten_by = [
        tuple(i for i, winner in enumerate(ruleset.obligations) if obligation.id in winner.overrides)
        for obligation in ruleset.obligations
    ]
    return Program(
        ruleset,
        tuple(builder.nodes),
        applies,
        fires,
        explains,
        shown,
        rows,
        beaten_by=tuple(beaten_by),
        weakened_by=tuple(_weakened_by(ruleset, beaten_by, i) for i in range(len(beaten_by))),
    )


def _weakened_by(ruleset: Ruleset, beaten_by: Sequence[tuple[int, ...]], loser: int) -> tuple[int, ...]:
    """The overriders, and the overriders of those, that would leave less than the loser in its standard and place."""
    reached: set[int] = set()
    stack = list(beaten_by[loser])
    while stack:
        if (winner := stack.pop()) not in reached:
            reached.add(winner)
            stack += beaten_by[winner]
    own = ruleset.obligations[loser]
    return tuple(sorted(w for w in reached if _weaker(ruleset.obligations[w], own)))


def _weaker(winner: Obligation, loser: Obligation) -> bool:
    same_place = (winner.standard, winner.jurisdiction) == (loser.standard, loser.jurisdiction)
    return not same_place or winner.basis.rank < loser.basis.rank


class _Builder:
    def __init__(self, ruleset: Ruleset) -> None:
        self.nodes: list[Node] = [Node("true")]
        self._known: dict[Node, int] = {self.nodes[0]: TRUE}
        self._questions = {question.id: i for i, question in enumerate(ruleset.questions)}
        self._applies: list[int] = []

    def question(self, ask_if: Condition | None) -> int:
        node = TRUE if ask_if is None else self._node(ask_if)
        self._applies.append(node)
        return node

    def firing(self, when: Condition | None, unless: Condition | None) -> int:
        parts = [] if when is None else [self._node(when)]
        if unless is not None:
            parts.append(self._add(Node("not", (self._node(unless),))))
        return self._all(parts)

    def row(self, option: Condition | None) -> int:
        """Without an option a jurisdiction has no row of its own unless something is found in it."""
        return self._add(Node("not", (TRUE,))) if option is None else self._node(option)

    def _all(self, parts: list[int]) -> int:
        parts = [part for part in dict.fromkeys(parts) if part != TRUE]
        if len(parts) < 2:
            return parts[0] if parts else TRUE
        return self._add(Node("all", tuple(parts)))

    def _node(self, condition: Condition) -> int:
        match condition:
            case Test(question, mode, options):
                at = self._questions[question]
                return self._add(Node(mode, (self._applies[at],), question=at, options=options))
            case All(parts):
                return self._all([self._node(part) for part in parts])
            case AnyOf(parts):
                return self._add(Node("any", tuple(self._node(part) for part in parts)))
            case AtLeast(count, parts):
                return self._add(Node("at_least", tuple(self._node(part) for part in parts), at_least=count))
            case Not(part):
                return self._add(Node("not", (self._node(part),)))

    def _add(self, node: Node) -> int:
        if node not in self._known:
            self._known[node] = len(self.nodes)
            self.nodes.append(node)
        return self._known[node]


@dataclass
class Columns:
    """Answers of many cases, transposed. Bit i of every int is case i."""

    width: int
    chosen: list[dict[str, int]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)

    @property
    def full(self) -> int:
        return (1 << self.width) - 1


@lru_cache(maxsize=32)
def _unknown_options(ruleset: Ruleset) -> dict[str, tuple[int, frozenset[str]]]:
    """Question id → its place, and the options that mean "I don't know"."""
    return {q.id: (i, frozenset(o.id for o in q.options if o.unknown)) for i, q in enumerate(ruleset.questions)}


def columns(ruleset: Ruleset, cases: Sequence[Answers]) -> Columns:
    """Transpose cases. An unanswered question, or an "I don't know", is unknown. Unknown ids are ignored."""
    places = _unknown_options(ruleset)
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
        for winner in self.program.beaten_by[obligation]:
            possible &= ~self.certain[self.program.fires[winner]]
        for weaker in self.program.weakened_by[obligation]:
            certain &= ~self.possible[self.program.fires[weaker]]
        return certain & possible, possible

    def may_be_overridden(self, obligation: int) -> int:
        """The cases in which some overrider possibly fires."""
        winners = self.program.beaten_by[obligation]
        return reduce(or_, (self.possible[self.program.fires[winner]] for winner in winners), 0)


def evaluate(program: Program, cases: Columns) -> Planes:
    """Evaluate every node once, in order."""
    full = cases.full
    certain: list[int] = []
    possible: list[int] = []
    columns_of, unknown = cases.chosen, cases.unknown
    for node in program.nodes:
        kind, parts, question, options, _ = node
        if kind == "all":
            c = p = full
            for part in parts:
                c &= certain[part]
                p &= possible[part]
                if not p:  # what is not possible is not certain either
                    break
        elif kind == "any_of":
            c = p = 0
            if applies := possible[parts[0]]:
                chosen, hit = columns_of[question], 0
                for option in options:
                    hit |= chosen.get(option, 0)
                c, p = hit & certain[parts[0]], (hit | unknown[question]) & applies
        else:
            c, p = _rarer(node, cases, certain, possible)
        certain.append(c)
        possible.append(p)
    return Planes(program, cases, certain, possible)


def _rarer(node: Node, cases: Columns, certain: list[int], possible: list[int]) -> tuple[int, int]:
    """The kinds of nodes that are not worth a place in the inner loop."""
    full = cases.full
    if node.kind == "not":
        return full & ~possible[node.parts[0]], full & ~certain[node.parts[0]]
    if node.kind == "true":
        return full, full
    if node.kind in ("any", "at_least"):
        count = max(node.at_least, 1)
        return (
            _count([certain[part] for part in node.parts], count, full),
            _count([possible[part] for part in node.parts], count, full),
        )
    hit = _all_of(node, cases) if node.kind == "all_of" else _none_of(node, cases)
    return hit & certain[node.parts[0]], (hit | cases.unknown[node.question]) & possible[node.parts[0]]


def _all_of(node: Node, cases: Columns) -> int:
    hit = cases.full
    for option in node.options:
        hit &= cases.chosen[node.question].get(option, 0)
    return hit


def _none_of(node: Node, cases: Columns) -> int:
    hit = cases.full & ~cases.unknown[node.question]
    for option in node.options:
        hit &= ~cases.chosen[node.question].get(option, 0)
    return hit


def _count(parts: list[int], count: int, full: int) -> int:
    """The cases in which at least `count` of the parts hold."""
    reached = [full] + [0] * count
    for part in parts:
        for have in range(count, 0, -1):
            reached[have] |= reached[have - 1] & part
    return reached[count]


def evaluate_one(ruleset: Ruleset, answers: Answers) -> Planes:
    """Evaluate a single case: bit 0 of every int."""
    return evaluate(compiled(ruleset), columns(ruleset, [answers]))
