"""Puts the nodes of a program into runs that are passed over at once where the one thing that all need is impossible.

Most of a program speaks of what a single visitor is not: markets where they do not sell, trades that are not theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from advisor.rules.program import Node


class NodeRun(NamedTuple):
    """Nodes of one kind that are impossible where the node `guard` is, and of which none is a part of another.

    Each with its place in the program; `parts`: the place, one part and the further ones of each that has any, the
    guard of an "all" left out. Tests in one run are about the same question; `by_option`: the places of those that
    name an option.
    """

    guard: int
    kind: str
    question: int
    nodes: tuple[tuple[int, Node], ...]
    parts: tuple[tuple[int, int, tuple[int, ...]], ...]
    by_option: Mapping[str, Sequence[int]]


def schedule(nodes: Sequence[Node]) -> tuple[NodeRun, ...]:
    """Every node but the first, which always holds; each after its parts."""
    depths: list[int] = []
    for node in nodes:
        depths.append(1 + max((depths[part] for part in node.parts), default=0))
    wanted = Counter(part for node in nodes if node.kind == "all" for part in node.parts)
    keys = [(depths[at], node.kind, _guard(node, wanted), node.question, at) for at, node in enumerate(nodes) if at]
    return tuple(
        _run(guard, kind, question, [(at, nodes[at]) for *_, at in run])
        for (_, kind, guard, question), run in groupby(sorted(keys), key=lambda key: key[:4])
    )


def _run(guard: int, kind: str, question: int, nodes: Sequence[tuple[int, Node]]) -> NodeRun:
    by_option: dict[str, list[int]] = {}
    for at, node in nodes:
        for option in node.options:
            by_option.setdefault(option, []).append(at)
    return NodeRun(guard, kind, question, tuple(nodes), tuple(_parts(guard, nodes)), by_option)


def _parts(guard: int, nodes: Sequence[tuple[int, Node]]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    for at, node in nodes:
        parts = tuple(part for part in node.parts if part != guard) if node.kind == "all" else node.parts
        if parts:
            yield at, parts[0], parts[1:]


def _guard(node: Node, wanted: Counter[int]) -> int:
    """A part without which a node is impossible: of several the one that most others need, too; else what is true."""
    if node.kind == "all":
        return max(node.parts, key=lambda part: (wanted[part], -part))
    return node.parts[0] if node.question >= 0 else 0
