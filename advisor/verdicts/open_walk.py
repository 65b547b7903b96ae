"""Walks through what is undecided, down to the questions on whose answers it hangs."""

from collections.abc import Iterable

from advisor.rules.evaluator import Planes

Cases = dict[int, int]
"""The place of a question, obligation or node → the cases that are meant, one bit each."""


class OpenWalk:
    """Of the questions that are `wanted`, finds those that are reached, and in which cases.

    A test pulls in what its question's `ask_if` hangs on, since that is a part of it. What leads to no question that
    is still to be found is passed over.
    """

    def __init__(self, planes: Planes, wanted: Cases) -> None:
        self.planes = planes
        self.found: Cases = {}
        self.missing = dict(wanted)
        self.asks = sum(1 << place for place in self.missing)
        """Bits of the questions that are missing in some case."""
        self._seen: Cases = {}

    def down(self, start: Iterable[tuple[int, int]]) -> None:
        """From these nodes in these cases, through undecided ones only."""
        program, certain, possible = self.planes.program, self.planes.certain, self.planes.possible
        nodes, below, unknown, seen = program.nodes, program.reach.below, self.planes.columns.unknown, self._seen
        stack = [(at, cases) for at, cases in start if below[at] & self.asks]
        while stack:
            at, cases = stack.pop()
            before = seen.get(at, 0)
            cases &= (certain[at] ^ possible[at]) & ~before
            if not cases or not below[at] & self.asks:
                continue
            seen[at] = before | cases
            node = nodes[at]
            if node.question in self.missing:
                self.meet(node.question, cases if node.kind == "open" else cases & unknown[node.question])
            stack += [(part, cases) for part in node.parts if below[part] & self.asks]

    def meet(self, question: int, cases: int) -> None:
        """Note that a question is reached in these cases."""
        if hit := self.missing.get(question, 0) & cases:
            self.found[question] = self.found.get(question, 0) | hit
            self.missing[question] ^= hit
            if not self.missing[question]:
                del self.missing[question]
                self.asks ^= 1 << question
