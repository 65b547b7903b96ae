"""Companies that nobody thought of: complete answers of random visitors."""

from __future__ import annotations

from advisor.check.solver.random_visitors import sample
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset


def companies(rules: Ruleset, count: int, seed: int = 0) -> list[Answers]:
    """So many; the same seed gives the same."""
    given = sample(rules, count, seed)
    return [_of(case, rules, given.chosen) for case in range(count)]


def _of(case: int, rules: Ruleset, chosen: list[dict[str, int]]) -> Answers:
    answers = {
        question.id: tuple(option for option, cases in taken.items() if cases >> case & 1)
        for question, taken in zip(rules.questions, chosen, strict=True)
    }
    return {question: options for question, options in answers.items() if options}
