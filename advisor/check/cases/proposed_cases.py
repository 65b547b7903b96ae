"""Proposes the cases that the examples still miss, with the verdicts that the content gives them today."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from advisor.check.cases.case_goals import Goal, both_ways, cover, edges, exactly
from advisor.check.cases.mutants import mutants
from advisor.check.problem import Given
from advisor.check.proofs.prove import Progress, silent
from advisor.check.readable_content import read_what_can_be_read
from advisor.check.solver.prover import Prover
from advisor.check.unread_files import schema_line
from advisor.content.people import Example
from advisor.rules.conditions import on_one_line
from advisor.rules.model import Obligation
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import Recommendation, judge

_HEAD = f"""\
{schema_line("content/examples/proposed.yaml")}
# Proposed by `python -m advisor scenarios`: cases that no example covers yet, with the verdicts that the content gives
# today. Whoever knows the law reads each, corrects it or the content, and removes `confirmed: false`. Until then a case
# does not count. `visit: false`: it joins what no single company is. `fires` names everything that must fire, `silent`
# what comes near and must not.
"""


class Scenario(NamedTuple):
    """`reaches`: how many goals it reaches first. `near`: ids that come near to firing and must not."""

    answers: Given
    recommendation: Recommendation
    fires: tuple[Obligation, ...]
    near: tuple[str, ...]
    reaches: int


class Missing(NamedTuple):
    """`goals`: how many there are at all; `reached`: by the confirmed examples."""

    goals: int
    reached: int
    scenarios: tuple[Scenario, ...]


def propose(root: Path, today: date, plain: bool = False, progress: Progress = silent) -> Missing:
    """The cases that are missing. `plain`: one option a question where that is enough, which makes more cases."""
    draft = read_what_can_be_read(root)
    rules = draft.ruleset.on(today)
    variants = [mutant for mutant in mutants(rules) if mutant.kind != "change a basis"]
    prover = Prover(rules, [(mutant.obligation.when, mutant.obligation.unless) for mutant in variants])
    goals = [*edges(prover), *both_ways(prover, variants)]
    cases = prover.complete
    progress(f"{len(goals):,} goals; replaying {len(draft.examples)} examples")
    confirmed = [example for example in draft.examples if example.confirmed]
    reached = _reached(prover, goals, confirmed)
    left = [goal for place, goal in enumerate(goals) if place not in reached and cases.can(goal.wire)]
    found = []
    for answers, on in cover(cases, [goal.wire for goal in left], progress, plain):
        about = {left[place].about for place in on}
        found.append(_scenario(rules, answers, about, len(on)))
    return Missing(len(reached) + len(left), len(reached), tuple(found))


def _reached(prover: Prover, goals: Sequence[Goal], examples: Sequence[Example]) -> set[int]:
    """The places of goals that an example reaches, and where it would notice another behaviour of the obligation."""
    cases, found = prover.complete, set[int]()
    for example in examples:
        if not cases.can(*exactly(cases, example.answers)):
            continue
        on = cases.circuit.model()
        sharp = _sharp(prover.ruleset, example)
        of_them = ((place, goal.about) for place, goal in enumerate(goals) if int(goal.wire) in on)
        found |= {place for place, about in of_them if about is None or about in sharp}
    return found


def _sharp(rules: Ruleset, example: Example) -> set[int]:
    """The obligations on which an example insists: it names them, or they alone make its verdict, or would raise it."""
    named = {*example.fires, *example.silent, *(name for names in example.decided_by.values() for name in names)}
    verdicts = judge(rules, example.answers).verdicts
    alone = {v.decided_by[0].obligation.id for v in verdicts.values() if len(v.decided_by) == 1}
    fired = {finding.obligation.id for verdict in verdicts.values() for finding in verdict.findings}
    return {
        place
        for place, o in enumerate(rules.obligations)
        if o.id in named | alone or (o.id not in fired and o.basis.rank > verdicts[o.standard].basis.rank)
    }


def _scenario(rules: Ruleset, answers: Given, about: set[int | None], reaches: int) -> Scenario:
    recommendation = judge(rules, answers)
    fired = {finding.obligation.id for verdict in recommendation.verdicts.values() for finding in verdict.findings}
    fires = tuple(obligation for obligation in rules.obligations if obligation.id in fired)
    near = tuple(o.id for place, o in enumerate(rules.obligations) if place in about and o.id not in fired)
    return Scenario(answers, recommendation, fires, near, reaches)


def as_yaml(missing: Missing) -> str:
    """Entries for a file in content/examples/."""
    return _HEAD + "".join(line for n, s in enumerate(missing.scenarios, 1) for line in _entry(n, s))


def _entry(number: int, scenario: Scenario) -> Iterator[str]:
    verdicts = scenario.recommendation.verdicts
    said = ", ".join(f"{standard} {verdict.basis}" for standard, verdict in verdicts.items())
    yield f"- name: Proposed case {number}, {said}; reaches {scenario.reaches} goals that no other example reaches\n"
    yield f"  answers: {on_one_line(scenario.answers)}\n"
    yield "  expect: {" + ", ".join(f"{name}: {verdict.basis}" for name, verdict in verdicts.items()) + "}\n"
    if deciding := {n: tuple(f.obligation.id for f in v.decided_by) for n, v in verdicts.items() if v.decided_by}:
        yield f"  decided_by: {on_one_line(deciding)}\n"
    yield f"  fires: [{', '.join(obligation.id for obligation in scenario.fires)}]\n"
    if scenario.near:
        yield f"  silent: [{', '.join(scenario.near)}]\n"
    first = (verdict.decided_by[0].obligation for verdict in verdicts.values() if verdict.decided_by)
    cited = "; ".join(f"{obligation.source} {', '.join(obligation.cite[:1])}" for obligation in first)
    yield f"  provision: {json.dumps(cited or 'none', ensure_ascii=False)}\n"
    yield "  visit: false\n"
    yield "  confirmed: false\n"
