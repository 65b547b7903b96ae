"""What a lever promises: it is a change that a visitor could make, it does what it says, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, strategies as st

from advisor.rules.basis import Basis
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.journey import visible_options, walk
from advisor.verdicts.verdict import judge
from advisor.whatif.lever_search import Lever, levers
from tests.properties.rulesets import Given, cases

Change = dict[str, tuple[str, ...]]
"""Question id → the new answer."""
Found = tuple[str, str, Basis, frozenset[tuple[str, frozenset[str]]]]


def said(question: Question, answers: Given) -> set[str]:
    """What was chosen besides "none of these" and "I don't know"."""
    alone = {option.id for option in question.options if option.exclusive or option.unknown}
    return set(answers.get(question.id, ())) - alone


def single(question: Question, answers: Given, steps: int = 1) -> Iterator[tuple[str, ...]]:
    """Every answer that lies this many steps away."""
    now = set(answers.get(question.id, ()))
    alone = [option.id for option in question.options if option.exclusive]
    plain = [option.id for option in question.options if not (option.exclusive or option.unknown)]
    if steps == 1:
        yield from ((option,) for option in (alone if question.kind == "many" else alone + plain) if now != {option})
    for turned in combinations(plain, steps) if question.kind == "many" else ():
        chosen = said(question, answers) ^ set(turned)
        if chosen:
            yield tuple(option for option in plain if option in chosen)


def changes(ruleset: Ruleset, answers: Given, steps: int) -> Iterator[Change]:
    """Every change of one step, or of two."""
    for question in ruleset.questions:
        yield from ({question.id: chosen} for chosen in single(question, answers, steps))
    for one, other in combinations(ruleset.questions, 2) if steps == 2 else ():
        for first in single(one, answers):
            yield from ({one.id: first, other.id: second} for second in single(other, answers))


def can_be_made(ruleset: Ruleset, answers: Given, change: Change) -> bool:
    """Whether the conversation would ask these questions and offer these options after the change."""
    after = answers | change
    for name, chosen in change.items():
        question = ruleset.question(name)
        assert question is not None
        elsewhere = {key: options for key, options in after.items() if key != name}
        offered = {option.id for option in visible_options(ruleset, question, elsewhere)}
        if not applies(ruleset, question, after) or set(chosen) - set(answers.get(name, ())) - offered:
            return False
    return True


def applies(ruleset: Ruleset, question: Question, answers: Given) -> bool:
    answered = answers | {question.id: (question.options[0].id,)}
    return any(step.question.id == question.id for step in walk(ruleset, answered).steps)


def effect(ruleset: Ruleset, before: Given, after: Given, standard: str) -> tuple[str, Basis] | None:
    old, new = (judge(ruleset, answers).verdicts[standard] for answers in (before, after))
    if new.basis.rank > old.basis.rank:
        return "raises", new.basis
    if new.at_most.rank < old.basis.rank:
        return "lowers", new.basis
    if new.at_most.rank > old.at_most.rank:
        return "may-raise", new.at_most
    return ("may-lower", new.basis) if new.basis.rank < old.basis.rank else None


def touched(ruleset: Ruleset, answers: Given, change: Change) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for name, chosen in change.items():
        question = ruleset.question(name)
        assert question is not None
        found |= {(name, option) for option in said(question, answers) ^ said(question, answers | change) or chosen}
    return found


def brute_force(ruleset: Ruleset, answers: Given, most_steps: int = 2) -> set[Found]:
    """Every change made one by one and judged."""
    found: set[Found] = set()
    for standard in (s.id for s in ruleset.standards):
        basis = judge(ruleset, answers).verdicts[standard].basis
        reached: set[Basis] = {basis}
        for steps in range(1, most_steps + 1):
            hits = []
            for change in changes(ruleset, answers, steps):
                if not can_be_made(ruleset, answers, change):
                    continue
                does = effect(ruleset, answers, answers | change, standard)
                if does and (steps == 1 or (does[0] in ("raises", "lowers") and does[1] not in reached)):
                    hits.append((*does, change))
            reached |= {basis for name, basis, _ in hits if name in ("raises", "lowers")}
            for name, basis, change in hits:
                own = touched(ruleset, answers, change)
                rivals = [c for n, b, c in hits if (n, b) == (name, basis)]
                if not any(touched(ruleset, answers, rival) < own for rival in rivals):
                    found.add((standard, name, basis, frozenset((q, frozenset(o)) for q, o in change.items())))
    return found


def told(lever: Lever) -> Found:
    edits = frozenset((edit.question.id, frozenset(edit.after)) for edit in lever.edits)
    return lever.standard.id, lever.effect, lever.reached, edits


@given(cases(questions_at_most=4, obligations_at_most=5))
def test_levers_are_all_the_smallest_changes_that_brute_force_finds(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = case
    found = levers(ruleset, answers)
    assert {told(lever) for lever in found} == brute_force(ruleset, answers)
    assert len({told(lever) for lever in found}) == len(found)


@given(cases())
def test_a_lever_does_what_it_says(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = case
    for lever in levers(ruleset, answers):
        after = lever.apply(answers)
        verdict = judge(ruleset, after).verdicts[lever.standard.id]
        assert (lever.after.basis, lever.after.at_most) == (verdict.basis, verdict.at_most)
        assert set(lever.set_aside) == set(walk(ruleset, after).set_aside) - set(walk(ruleset, answers).set_aside)


@given(cases())
def test_what_a_lever_opens_is_asked_then_and_was_not_before(case: tuple[Ruleset, Given]) -> None:
    ruleset, answers = case
    for lever in levers(ruleset, answers):
        for question in lever.opens:
            after = lever.apply(answers)
            assert not after.get(question.id)
            assert applies(ruleset, question, after)


@given(st.data())
def test_levers_without_pairs_are_those_of_one_step(data: st.DataObject) -> None:
    ruleset, answers = data.draw(cases())
    assert levers(ruleset, answers, pairs=False) == tuple(v for v in levers(ruleset, answers) if v.steps == 1)
