"""Other people's flows in our formats: decision tables with their hit policies, and graphs of questions that point on.

A table is written as text: a head with the inputs and the output, then one row a rule; `-` stands for any value and
`a/b` for either. Outputs are listed weakest first, as our bases are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import judge
from tests.support import invented

BASES = invented.BASES


@dataclass(frozen=True)
class Table:
    """`policy`: unique, any, priority, maximum, first or rule-order. `values`: input → its values."""

    policy: str
    values: dict[str, tuple[str, ...]]
    outputs: tuple[str, ...]
    rows: tuple[tuple[dict[str, tuple[str, ...]], str], ...]

    def cases(self) -> list[dict[str, tuple[str, ...]]]:
        """Every combination of values."""
        return [dict(zip(self.values, ((v,) for v in case), strict=True)) for case in product(*self.values.values())]

    def hits(self, case: Answers) -> list[str]:
        """The outputs of the rows that hit, in row order: the table read by hand."""
        return [
            output
            for when, output in self.rows
            if all(case[question][0] in options for question, options in when.items())
        ]


def table(policy: str, outputs: tuple[str, ...], text: str) -> Table:
    head, *lines = [line.split() for line in text.strip().splitlines()]
    inputs = head[:-1]
    values: dict[str, list[str]] = {name: [] for name in inputs}
    rows = []
    for line in lines:
        when = {}
        for name, cell in zip(inputs, line[:-1], strict=True):
            if cell != "-":
                when[name] = tuple(cell.split("/"))
                values[name] += [value for value in when[name] if value not in values[name]]
        rows.append((when, line[-1]))
    others = {name: tuple(found) if len(found) > 1 else (*found, "other") for name, found in values.items()}
    return Table(policy, others, outputs, tuple(rows))


def as_rules(own: Table) -> Ruleset:
    """A question for each input, an obligation for each row; the policy says who overrides whom."""
    questions = [invented.question(name, *values) for name, values in own.values.items()]
    names = [f"row-{number}" for number, _ in enumerate(own.rows, start=1)]
    obligations = [
        invented.obligation(
            names[i],
            str(BASES[own.outputs.index(output)]),
            {name: list(options) for name, options in when.items()} or None,
            overrides=names[i + 1 :] if own.policy == "first" else (),
            together="strongest" if own.policy in ("maximum", "priority", "rule-order") else None,
        )
        for i, (when, output) in enumerate(own.rows)
    ]
    return invented.rules(*questions, *obligations)


def decided(own: Table, rules: Ruleset, case: Answers) -> str | list[str] | None:
    """What our engine says, in the words of the table; None where no row hits."""
    findings = judge(rules, case).verdicts["keel"].findings
    if own.policy == "rule-order":
        order = {obligation.id: place for place, obligation in enumerate(rules.obligations)}
        found = sorted((f.obligation for f in findings), key=lambda o: order[o.id])
        return [own.outputs[BASES.index(obligation.basis)] for obligation in found]
    return own.outputs[BASES.index(findings[0].obligation.basis)] if findings else None


def expected(own: Table, case: Answers) -> str | list[str] | None:
    hits = own.hits(case)
    if own.policy == "rule-order":
        return hits
    if own.policy == "first":
        return hits[0] if hits else None
    return max(hits, key=own.outputs.index, default=None)


Graph = dict[str, dict[str, str]]
"""Question → option → the next question or an outcome, as a flow with pages writes it."""


def flow(graph: Graph) -> Ruleset:
    """The graph from behind: a question is asked, and an outcome given, after the answers that lead there."""
    into: dict[str, list[dict[str, list[str]]]] = {}
    for name, nexts in graph.items():
        for target in dict.fromkeys(nexts.values()):
            into.setdefault(target, []).append({name: [o for o, to in nexts.items() if to == target]})
    questions = [
        invented.question(name, *nexts, ask_if={"any": into[name]} if name in into else None)
        for name, nexts in graph.items()
    ]
    outcomes = [name for name in into if name not in graph]
    return invented.rules(*questions, *(invented.obligation(name, when={"any": into[name]}) for name in outcomes))


def paths(graph: Graph, at: str, so_far: dict[str, str] | None = None) -> list[tuple[dict[str, str], str]]:
    """Every way through the graph: question → option in asking order, and the outcome."""
    so_far = so_far or {}
    if at not in graph:
        return [(so_far, at)]
    return [path for option, to in graph[at].items() for path in paths(graph, to, so_far | {at: option})]
