"""A ruleset as a short program: equal conditions share a node, and parts come before the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from advisor.rules.reach import Reach, Read, reader
from advisor.rules.schedule import NodeRun, schedule

if TYPE_CHECKING:
    from advisor.rules.ruleset import Ruleset

TRUE = 0
"""The node that always holds."""


class Readers(NamedTuple):
    """What reads the nodes of a program that are looked at together; `free`: of the rules about no obligation."""

    fires: Read
    explains: Read
    rows: Read
    says: Read
    free: Read


class Node(NamedTuple):
    """One step of the program. `parts` point to earlier nodes; a test points to whether its question applies."""

    kind: str
    parts: tuple[int, ...] = ()
    question: int = -1
    options: tuple[str, ...] = ()
    at_least: int = 0


@dataclass(frozen=True, eq=False)
class Program:
    """A ruleset compiled to nodes, parts before what they are part of; equal conditions share a node.

    `applies`, `fires` and `explains` give the node of each question's `ask_if`, each obligation and each note;
    `shown` and `usual` give per question the nodes of its options' `show_if` and `usual_if`; `rows` the node
    of each jurisdiction's `option`; `wants` that of each rule of needs, `stands` per thing those of its
    standings, `says` that of each pattern of answers, `contradicts` that of each contradiction; `beaten_by`
    gives, per obligation, the indices of the obligations that override it, and `weakened_by` the chains of
    overriders at whose end less would be left behind.
    """

    ruleset: Ruleset
    nodes: tuple[Node, ...]
    applies: tuple[int, ...]
    fires: tuple[int, ...]
    explains: tuple[int, ...]
    shown: tuple[tuple[int, ...], ...]
    usual: tuple[tuple[int, ...], ...]
    rows: tuple[int, ...]
    wants: tuple[int, ...]
    stands: dict[str, tuple[int, ...]]
    says: tuple[int, ...]
    situation: tuple[int, int, int]
    """Whether the company is on the market, is not researched, and is asked for something."""
    beaten_by: tuple[tuple[int, ...], ...]
    weakened_by: tuple[tuple[tuple[int, ...], ...], ...]
    contradicts: tuple[int, ...]

    @cached_property
    def runs(self) -> tuple[NodeRun, ...]:
        """The order of their evaluation."""
        return schedule(self.nodes)

    @cached_property
    def read(self) -> Readers:
        """One step instead of one per node."""
        free = [self.wants[place] for place in self.ruleset.free_rules]
        return Readers(*map(reader, (self.fires, self.explains, self.rows, self.says, free)))

    def rules_within(self, plane: Sequence[int], names: Iterable[str]) -> list[int]:
        """Places of the rules of needs that hold in a plane: those about one of these obligations, or about none."""
        about, wants = self.ruleset.rules_about, self.wants
        found = {place for name in names for place in about.get(name, ()) if plane[wants[place]]}
        return sorted(found.union(compress(self.ruleset.free_rules, self.read.free(plane))))

    @cached_property
    def reach(self) -> Reach:
        """Which questions can be asked through which node."""
        return Reach(self)

    @cached_property
    def asked_about(self) -> tuple[int, ...]:
        """The nodes of the notes that ask."""
        notes = zip(self.explains, self.ruleset.notes, strict=True)
        return tuple(node for node, note in notes if note.ask)

    @cached_property
    def unknown_options(self) -> dict[str, tuple[int, frozenset[str]]]:
        """Question id → its place, and the options that mean "I don't know"."""
        questions = enumerate(self.ruleset.questions)
        return {q.id: (i, frozenset(o.id for o in q.options if o.unknown)) for i, q in questions}

    @cached_property
    def shown_at(self) -> list[dict[str, int]]:
        """Per question: option id → the node of its `show_if`."""
        questions = zip(self.ruleset.questions, self.shown, strict=True)
        return [{o.id: node for o, node in zip(q.options, nodes, strict=True)} for q, nodes in questions]

    @cached_property
    def deciding(self) -> Program:
        """As much of it as decides verdicts; what explains them and names rows comes after that."""
        shown = (node for nodes in self.shown for node in nodes)
        return replace(self, nodes=self.nodes[: max((*self.applies, *self.fires, *shown), default=0) + 1])
