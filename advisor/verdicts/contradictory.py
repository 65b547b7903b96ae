"""Answers that contradict each other, so that the conversation can ask once, calmly, which of them is right."""

from advisor.rules.changes_model import Contradiction
from advisor.verdicts.evaluated import Evaluated


def contradictions(evaluated: Evaluated) -> tuple[Contradiction, ...]:
    """Those that certainly hold between answers that apply, in the order of the content."""
    ruleset, aside, certain = evaluated.ruleset, evaluated.set_aside, evaluated.planes.certain
    given = {question for question, options in evaluated.answers.items() if options and question not in aside}
    found = zip(ruleset.contradictions, evaluated.planes.program.contradicts, strict=True)
    return tuple(each for each, node in found if certain[node] & 1 and given.issuperset(each.settle))
