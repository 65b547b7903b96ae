"""Proves that the conversation hangs together: every question and every option can be reached."""

from collections.abc import Iterator

from advisor.check.problem import Problem, problem
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Prover, choosing
from advisor.check.solver.subset import part_of
from advisor.rules.model import Question


def reachable(prover: Prover) -> Iterator[Problem]:
    """Questions that are never asked, options that are never shown, questions without any option to choose."""
    for question in prover.ruleset.questions:
        own = Prover(part_of(prover.ruleset, questions=[question.id]))
        yield from _reached(own, len(own.ruleset.questions) - 1, question)
        prover.helped_by(own.open)


def _reached(prover: Prover, place: int, question: Question) -> Iterator[Problem]:
    asked, rules = needs(question.ask_if), prover.ruleset
    # Among the open cases, because a question without an option left has no complete ones.
    if not prover.open.can(prover.open.asked(place)):
        yield contradiction("unreachable-question", question, f"'{question.id}' is never asked", rules, asked)
        return
    hidden = prover.show(lambda cases: [cases.asked(place), *(~shown for shown in cases.shown(place))])
    if hidden is not None:
        text = f"'{question.id}' can be asked while none of its options is shown"
        yield problem("no-option-left", question, text, hidden)
    for option in question.options:
        if not option.unknown and option.show_if is not None and not prover.can(choosing(place, option.id)):
            said = f"option '{option.id}' of '{question.id}' is never shown"
            yield contradiction("unreachable-option", question, said, rules, [*asked, *needs(option.show_if)])
