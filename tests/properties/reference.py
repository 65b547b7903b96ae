"""The evaluator written once more in the most obvious way: one case, one condition at a time, no bits.

A state is True, False or None for "not known".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from advisor.rules import conditions
from advisor.rules.basis import Basis
from advisor.rules.conditions import All, AnyOf, AtLeast, Condition, Not
from advisor.rules.model import Obligation, Question, Statement
from advisor.rules.ruleset import Ruleset
from tests.properties.rulesets import Given, choices
from tests.support.invented import LEVEL

State = bool | None


def holds(condition: Condition | None, ruleset: Ruleset, answers: Given) -> State:
    """Whether a condition holds."""
    match condition:
        case None:
            return True
        case conditions.Test():
            return _test(condition, ruleset, answers)
        case Not(part):
            state = holds(part, ruleset, answers)
            return None if state is None else not state
        case All(parts):
            return every([holds(part, ruleset, answers) for part in parts])
        case AnyOf(parts):
            return some([holds(part, ruleset, answers) for part in parts])
        case AtLeast(count, parts):
            states = [holds(part, ruleset, answers) for part in parts]
            if states.count(True) >= count:
                return True
            return None if states.count(True) + states.count(None) >= count else False


def every(states: list[State]) -> State:
    if False in states:
        return False
    return None if None in states else True


def some(states: list[State]) -> State:
    if True in states:
        return True
    return None if None in states else False


def _test(test: conditions.Test, ruleset: Ruleset, answers: Given) -> State:
    """What was not asked is false; what was not answered is not known."""
    question = ruleset.question(test.question)
    assert question is not None
    asked = holds(question.ask_if, ruleset, answers)
    chosen = given(question, answers)
    if chosen is None:
        hidden = test.mode == "any_of" and not any(may_be_shown(question, o, ruleset, answers) for o in test.options)
        return every([asked, False if hidden else None])
    hits = [option in chosen for option in test.options]
    fits = {"any_of": any(hits), "all_of": all(hits), "none_of": not any(hits)}
    return every([asked, fits[test.mode]])


def may_be_shown(question: Question, option_id: str, ruleset: Ruleset, answers: Given) -> bool:
    """Whether an option may be on offer; what is hidden is not what an open answer means."""
    option = question.option(option_id)
    return option is None or holds(option.show_if, ruleset, answers) is not False


def has_options(question: Question, ruleset: Ruleset, answers: Given, *, knowing: bool = False) -> bool:
    """Whether anything may be on offer, "I don't know" apart from who is `knowing`; where all is hidden, nobody can
    answer, and the check of content says so."""
    options = (option for option in question.options if not (knowing and option.unknown))
    return any(may_be_shown(question, option.id, ruleset, answers) for option in options)


def can_be_given(ruleset: Ruleset, answers: Given) -> bool:
    """Whether each answer that says something is one to a question of which something may be on offer."""
    asked = [question for question in ruleset.questions if question.id in answers]
    return all(has_options(question, ruleset, answers, knowing=True) for question in asked)


def offered(question: Question, ruleset: Ruleset, answers: Given, *, knowing: bool = False) -> list[tuple[str, ...]]:
    """Every answer that a visitor can give now; all of them where everything is hidden."""
    fitting = [
        chosen
        for chosen in choices(question, knowing=knowing)
        if all(may_be_shown(question, option, ruleset, answers) for option in chosen)
    ]
    return fitting or choices(question, knowing=knowing)


def given(question: Question, answers: Given) -> tuple[str, ...] | None:
    """The answer to a question, or None if there is none or it is "I don't know"."""
    chosen = answers.get(question.id)
    unknown = {option.id for option in question.options if option.unknown}
    return None if not chosen or unknown & set(chosen) else chosen


def fires(statement: Statement, ruleset: Ruleset, answers: Given) -> State:
    unless = holds(statement.unless, ruleset, answers) if statement.unless else False
    return every([holds(statement.when, ruleset, answers), None if unless is None else not unless])


def stands(obligation: Obligation, ruleset: Ruleset, answers: Given) -> State:
    """It fires, nothing that overrides it does, and nothing that would leave less behind possibly does."""
    if any(fires(winner, ruleset, answers) is True for winner in overriders(obligation, ruleset)):
        return False
    open_ = may_be_weakened(obligation, obligation, ruleset, answers)
    return every([fires(obligation, ruleset, answers), None if open_ else True])


def may_be_weakened(loser: Obligation, by: Obligation, ruleset: Ruleset, answers: Given) -> bool:
    """Whether overriders of `by` that possibly fire could, one after the other, leave less than the loser did."""
    possible = [w for w in overriders(by, ruleset) if fires(w, ruleset, answers) is not False]
    return any(_leaves_less(w, loser) or may_be_weakened(loser, w, ruleset, answers) for w in possible)


def overriders(obligation: Obligation, ruleset: Ruleset) -> list[Obligation]:
    return [other for other in ruleset.obligations if obligation.id in other.overrides]


def _leaves_less(winner: Obligation, loser: Obligation) -> bool:
    if winner.standard != loser.standard:
        return True
    elsewhere = winner.jurisdiction != loser.jurisdiction and loser.basis is not LEVEL["not-needed"]
    return elsewhere or winner.basis.rank < loser.basis.rank


def named(ruleset: Ruleset, answers: Given) -> set[str]:
    """Ids of the certificates that no open exception can take back."""
    return {
        o.certificate.id
        for o in standing(ruleset, answers)
        if o.certificate and all(fires(w, ruleset, answers) is False for w in overriders(o, ruleset))
    }


def standing(ruleset: Ruleset, answers: Given) -> list[Obligation]:
    """The obligations that stand for certain."""
    return [o for o in ruleset.obligations if stands(o, ruleset, answers) is True]


def strongest(obligations: list[Obligation]) -> Basis:
    return max((o.basis for o in obligations), key=lambda basis: basis.rank, default=LEVEL["not-needed"])


def completions(ruleset: Ruleset, answers: Given) -> Iterator[Given]:
    """Every way in which what is not known could turn out."""
    open_ = [question for question in ruleset.questions if given(question, answers) is None]
    for chosen in product(*(choices(question, knowing=True) for question in open_)):
        completion = answers | {question.id: options for question, options in zip(open_, chosen, strict=True)}
        if all(completion[q.id] in offered(q, ruleset, completion, knowing=True) for q in open_):
            yield completion
