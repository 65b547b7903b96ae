"""The solver against trying out every set of answers, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings, strategies as st

from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, asking, choosing, firing, getting, standing
from advisor.check.solver.witnesses import Visitors
from advisor.rules.evaluator import evaluate_one
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import judge
from tests.properties.rulesets import Given, choices, rulesets

small = rulesets(questions_at_most=3, obligations_at_most=4)


def complete(ruleset: Ruleset, answers: Given | None = None, place: int = 0) -> Iterator[Given]:
    """Every complete set of answers that a visitor can give, found by walking from question to question."""
    answers = answers or {}
    if place == len(ruleset.questions):
        yield answers
        return
    question = ruleset.questions[place]
    planes = evaluate_one(ruleset, answers)
    if not planes.certain[planes.program.applies[place]]:
        yield from complete(ruleset, answers, place + 1)
        return
    nodes = zip(question.options, planes.program.shown[place], strict=True)
    hidden = {option.id for option, node in nodes if not planes.possible[node]}
    for choice in choices(question, knowing=True):
        if hidden.isdisjoint(choice):
            yield from complete(ruleset, answers | {question.id: choice}, place + 1)


def partial(ruleset: Ruleset, answers: Given | None = None, place: int = 0) -> Iterator[Given]:
    """The same with any question left open; what is answered certainly applies."""
    answers = answers or {}
    if place == len(ruleset.questions):
        yield answers
        return
    yield from partial(ruleset, answers, place + 1)
    question = ruleset.questions[place]
    planes = evaluate_one(ruleset, answers)
    if planes.certain[planes.program.applies[place]]:
        nodes = zip(question.options, planes.program.shown[place], strict=True)
        hidden = {option.id for option, node in nodes if not planes.possible[node]}
        for choice in choices(question, knowing=True):
            if hidden.isdisjoint(choice):
                yield from partial(ruleset, answers | {question.id: choice}, place + 1)


def assumed(cases: AllAnswers, answers: Given) -> list[int]:
    """Wires that say: exactly these answers."""
    wires = []
    for question, options in zip(cases.ruleset.questions, cases.chosen, strict=True):
        chosen = answers.get(question.id, ())
        wires += [wire if name in chosen else ~wire for name, wire in options.items()]
    return wires


@given(small, st.booleans(), st.data())
def test_the_wires_have_the_states_that_the_evaluator_gives(ruleset: Ruleset, open_: bool, data: st.DataObject) -> None:
    possible = list(partial(ruleset) if open_ else complete(ruleset))
    if not possible:
        return
    answers = data.draw(st.sampled_from(possible))
    cases = AllAnswers(ruleset, open_)
    assert cases.can(*assumed(cases, answers))
    on = cases.circuit.model()
    planes = evaluate_one(ruleset, answers)
    for wires, bits in ((cases.planes.certain, planes.certain), (cases.planes.possible, planes.possible)):
        assert [int(cases.circuit.wire_of(wire)) in on for wire in wires] == [bool(bit) for bit in bits]


@given(small)
@settings(max_examples=60)
def test_the_solver_finds_a_case_exactly_if_one_exists(ruleset: Ruleset) -> None:
    all_ = list(complete(ruleset))
    prover = Prover(ruleset, visitors=Visitors(ruleset))
    planes = [evaluate_one(ruleset, answers) for answers in all_]
    for place, question in enumerate(ruleset.questions):
        asked = [p for p in planes if p.certain[p.program.applies[place]]]
        assert prover.can(asking(place)) == bool(asked)
        for option in question.options:
            if not option.unknown:
                chosen = [a for a in all_ if option.id in a.get(question.id, ())]
                assert prover.can(choosing(place, option.id)) == bool(chosen)
    for place in range(len(ruleset.obligations)):
        assert prover.can(firing(place)) == any(p.certain[p.program.fires[place]] for p in planes)
        assert prover.can(standing(place)) == any(p.finding(place)[0] for p in planes)


@given(small)
@settings(max_examples=40)
def test_verdicts_are_reachable_exactly_if_somebody_gets_them(ruleset: Ruleset) -> None:
    prover = Prover(ruleset, visitors=Visitors(ruleset))
    got = {(s, v.basis) for answers in complete(ruleset) for s, v in judge(ruleset, answers).verdicts.items()}
    for standard in ruleset.standards:
        for basis in {o.basis for o in ruleset.obligations}:
            assert prover.can(getting(standard.id, basis)) == ((standard.id, basis) in got)


@given(small)
@settings(max_examples=60)
def test_no_shorter_answers_show_the_same(ruleset: Ruleset) -> None:
    prover = Prover(ruleset)
    for place in range(len(ruleset.obligations)):
        shown = [a for a in partial(ruleset) if evaluate_one(ruleset, a).finding(place)[0] & 1]
        found = prover.show(standing(place))
        assert (found is None) == (not shown)
        if found is not None:
            assert found in shown
            assert len(found) == min(map(len, shown))
