"""Compiles a ruleset into its program: each condition once, whoever names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor.rules.conditions import All, AnyOf, AtLeast, Condition, Not, Test
from advisor.rules.program import TRUE, Node, Program

if TYPE_CHECKING:
    from advisor.rules.model import Obligation, Option, Question
    from advisor.rules.ruleset import Ruleset


def compiled(ruleset: Ruleset) -> Program:
    """Ask `ruleset.program`, which is compiled once."""
    builder = _Builder(ruleset)
    applies = tuple(map(builder.question, ruleset.questions))
    fires = tuple(builder.firing(o.when, o.unless) for o in ruleset.obligations)
    explains = tuple(builder.firing(n.when, n.unless) for n in ruleset.notes)
    shown = tuple(tuple(builder.shown[q.id, o.id] for o in q.options) for q in ruleset.questions)
    rows = tuple(builder.row(j.option) for j in ruleset.jurisdictions.values())
    wants = tuple(builder.firing(n.when, n.unless) for n in ruleset.needs)
    stands = {t.id: tuple(builder.firing(rule.when, None) for rule in t.stands) for t in ruleset.things.values()}
    says = tuple(builder.firing(a.when, a.unless) for a in ruleset.answers)
    usual = tuple(tuple(builder.usual(o) for o in q.options) for q in ruleset.questions)
    contradicts = tuple(builder.firing(c.when, None) for c in ruleset.contradictions)
    told = ruleset.situation
    situation = (builder.row(told.on_market), builder.row(told.unresearched), builder.row(told.asked_about))
    places = {obligation.id: i for i, obligation in enumerate(ruleset.obligations)}
    winners = ruleset.depends.winners
    beaten_by = [tuple(places[winner] for winner in winners[obligation.id]) for obligation in ruleset.obligations]
    return Program(
        ruleset,
        tuple(builder.nodes),
        applies,
        fires,
        explains,
        shown,
        usual,
        rows,
        wants,
        stands,
        says,
        situation,
        beaten_by=tuple(beaten_by),
        weakened_by=tuple(_weakened_by(ruleset, beaten_by, i) for i in range(len(beaten_by))),
        contradicts=contradicts,
    )


def _weakened_by(ruleset: Ruleset, beaten_by: Sequence[tuple[int, ...]], loser: int) -> tuple[tuple[int, ...], ...]:
    """The chains of overriders at whose end less would be left in the loser's standard and place."""
    own = ruleset.obligations[loser]
    chains: list[tuple[int, ...]] = []
    stack: list[tuple[int, ...]] = [(winner,) for winner in beaten_by[loser]]
    while stack:
        chain = stack.pop()
        if _weaker(ruleset.obligations[chain[-1]], own):
            chains.append(chain)
        else:
            stack += [(*chain, further) for further in beaten_by[chain[-1]] if further not in chain]
    return tuple(sorted(chains))


def _weaker(winner: Obligation, loser: Obligation) -> bool:
    """Nothing is less than "not needed", wherever it is said."""
    if winner.standard != loser.standard:
        return True
    elsewhere = winner.jurisdiction != loser.jurisdiction and loser.basis.asks
    return elsewhere or winner.basis.rank < loser.basis.rank


class _Builder:
    def __init__(self, ruleset: Ruleset) -> None:
        self.nodes: list[Node] = [Node("true")]
        self._known: dict[Node, int] = {self.nodes[0]: TRUE}
        self._questions = {question.id: i for i, question in enumerate(ruleset.questions)}
        self._applies: list[int] = []
        self._read: dict[int, int] = {}
        """Identity of a condition → its node. One with a name, or that settles an answer, is one object everywhere."""
        self.shown: dict[tuple[str, str], int] = {}
        """(question id, option id) → the node of the option's `show_if`."""
        self._spoken = {(q.id, o.id) for q in ruleset.questions for o in q.options if o.spoken}

    def question(self, question: Question) -> int:
        node = TRUE if question.ask_if is None else self._node(question.ask_if)
        self._applies.append(node)
        for option in question.options:
            self.shown[question.id, option.id] = TRUE if option.show_if is None else self._node(option.show_if)
        return node

    def _test(self, test: Test) -> int:
        at = self._questions[test.question]
        shown = tuple(self.shown.get((test.question, option), TRUE) for option in test.options)
        if test.mode == "any_of" and all((test.question, option) in self._spoken for option in test.options):
            return self._add(Node("any_spoken", (self._applies[at],), question=at, options=test.options))
        if test.mode == "any_of" and TRUE not in shown:  # what is hidden is not what an "I don't know" may mean
            return self._add(Node("any_shown", (self._applies[at], *shown), question=at, options=test.options))
        return self._add(Node(test.mode, (self._applies[at],), question=at, options=test.options))

    def firing(self, when: Condition | None, unless: Condition | None) -> int:
        parts = [] if when is None else [self._node(when)]
        if unless is not None:
            parts.append(self._add(Node("not", (self._node(unless),))))
        return self._all(parts)

    def usual(self, option: Option) -> int:
        """An option that is not usual by itself is one where its `usual_if` holds."""
        return TRUE if option.usual else self.row(option.usual_if)

    def row(self, option: Condition | None) -> int:
        """Without an option a jurisdiction has no row of its own unless something is found in it."""
        return self._add(Node("not", (TRUE,))) if option is None else self._node(option)

    def _all(self, parts: list[int]) -> int:
        parts = [part for part in dict.fromkeys(parts) if part != TRUE]
        if len(parts) < 2:
            return parts[0] if parts else TRUE
        return self._add(Node("all", tuple(parts)))

    def _node(self, condition: Condition) -> int:
        if (node := self._read.get(id(condition))) is None:
            node = self._read[id(condition)] = self._new_node(condition)
        return node

    def _new_node(self, condition: Condition) -> int:
        match condition:
            case Test():
                return self._test(condition)
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
