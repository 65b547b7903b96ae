"""Answers that contradict each other, so that the conversation can ask once, calmly, which of them is right."""

from advisor.rules.changes_model import Contradiction
from advisor.rules.condition_states import holding
from advisor.verdicts.evaluated import Evaluated


def contradictions(evaluated: Evaluated) -> tuple[Contradiction, ...]:
    """Those that certainly hold between answers that apply, in the order of the content."""
    ruleset, aside = evaluated.ruleset, evaluated.set_aside
    given = {question for question, options in evaluated.answers.items() if options and question not in aside}
    states = holding(ruleset, ruleset.contradictions, evaluated.answers)
    return tuple(found for found, state in states if state and given.issuperset(found.settle))
