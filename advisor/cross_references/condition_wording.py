"""Says a condition in plain words, as an indented list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.content.words import Words
from advisor.rules.conditions import All, AnyOf, AtLeast, Condition, Not, Test
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset

SAID_KEYS = {"condition.{}": ("any-of", "all-of", "none-of")}


@dataclass(frozen=True)
class ConditionLine:
    """`depth`: 0 for the outermost."""

    depth: int
    text: str


def in_words(condition: Condition | None, ruleset: Ruleset, words: Words) -> tuple[ConditionLine, ...]:
    """One line a test, one heading a group, one line an option where there are several."""
    if condition is None:
        return (ConditionLine(0, words["condition.always"]),)
    questions = {question.id: question for question in ruleset.questions}
    return tuple(_lines(condition, 0, questions, words))


def _lines(
    condition: Condition, depth: int, questions: Mapping[str, Question], words: Words
) -> Iterator[ConditionLine]:
    match condition:
        case Test():
            yield from _test(condition, depth, questions[condition.question], words)
        case All((part,)) | AnyOf((part,)) | AtLeast(1, (part,)):
            yield from _lines(part, depth, questions, words)
        case Not(part):
            yield ConditionLine(depth, words["condition.not"])
            yield from _lines(part, depth + 1, questions, words)
        case All(parts) | AnyOf(parts) | AtLeast(_, parts):
            yield ConditionLine(depth, _heading(condition, words))
            for part in parts:
                yield from _lines(part, depth + 1, questions, words)


def _heading(group: All | AnyOf | AtLeast, words: Words) -> str:
    if isinstance(group, AtLeast):
        return words.count("condition.at-least", group.count)
    return words["condition.all" if isinstance(group, All) else "condition.any"]


def _test(test: Test, depth: int, question: Question, words: Words) -> Iterator[ConditionLine]:
    labels = [_label(question, option) for option in _named(test, question)]
    if len(labels) == 1:
        key = "none-of-one" if test.mode == "none_of" else "one"
        yield ConditionLine(depth, words(f"condition.{key}", question=question.ask, option=labels[0]))
        return
    many = (test.mode, question.kind) == ("any_of", "many")
    mode = "any-of-many" if many else test.mode.replace("_", "-")
    yield ConditionLine(depth, words(f"condition.{mode}", question=question.ask))
    yield from (ConditionLine(depth + 1, label) for label in labels)


def _named(test: Test, question: Question) -> Iterator[str]:
    """Without the parts of what is named: whoever reads of the region knows its countries."""
    for name in test.options:
        option = question.option(name)
        if test.mode == "all_of" or not option or option.within not in test.options:
            yield name


def _label(question: Question, option_id: str) -> str:
    option = question.option(option_id)
    return option.label if option else option_id


def answers_in_words(answers: Answers, ruleset: Ruleset) -> tuple[tuple[str, str], ...]:
    """Each question and its answers, as a visitor reads them, in asking order."""
    return tuple(
        (question.ask, " · ".join(_label(question, option) for option in answers[question.id]))
        for question in ruleset.questions
        if answers.get(question.id)
    )
