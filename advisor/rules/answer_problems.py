"""Says what is wrong with answers: unknown ids, too many options, options that exclude each other."""

from collections.abc import Iterator, Mapping, Sequence

from advisor.reading.reader import unknown
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset


def check_answers(ruleset: Ruleset, answers: Mapping[str, Sequence[str]]) -> list[str]:
    """What is wrong with these answers, one sentence each: unknown ids, too many options, options that exclude."""
    problems: list[str] = []
    for question_id, options in answers.items():
        problems += ruleset.unknown("question", [question_id])
        if question := ruleset.question(question_id):
            problems += [f"{question_id}: {problem}" for problem in _choice(question, options)]
    return problems


def _choice(question: Question, options: Sequence[str]) -> Iterator[str]:
    known = [option.id for option in question.options]
    yield from unknown("option", options, known)
    if not options:
        yield "an answer needs at least one option"
    if question.kind == "one" and len(options) > 1:
        yield "takes one option only"
    if len(set(options)) < len(options):
        yield "names an option twice"
    alone = [name for name in question.alone if name in options]
    if alone and len(options) > 1:
        yield f"'{alone[0]}' cannot be combined with other options"
