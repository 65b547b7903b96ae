"""A question is not asked where nothing could be chosen but "none of these" or "I don't know"."""

from dataclasses import replace

from advisor.rules.conditions import All, AnyOf, Condition
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset


def with_choices_only(ruleset: Ruleset) -> Ruleset:
    """The same ruleset; a question is asked only where one of its options that say something is shown."""
    return replace(ruleset, questions=tuple(map(_asked_with_a_choice, ruleset.questions)))


def _asked_with_a_choice(question: Question) -> Question:
    shown = [option.show_if for option in question.options if option.id not in question.alone]
    if None in shown:
        return question
    some = AnyOf(tuple(condition for condition in shown if condition))
    both: Condition = All((question.ask_if, some)) if question.ask_if else some
    return question.model_copy(update={"ask_if": both})
