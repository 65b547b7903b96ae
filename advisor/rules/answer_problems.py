"""Says what is wrong with answers and with conditions on them: unknown ids, too many options, and what never fits."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from advisor.reading.reader import nearest, unknown
from advisor.rules.conditions import Condition, tests
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


def check_condition(
    condition: Condition | None, known: Mapping[str, Question], later: Collection[str] = ()
) -> Iterator[str]:
    """What is wrong with a condition over the known questions, one sentence each."""
    for test in tests(condition):
        question = known.get(test.question)
        if question is None:
            late = f"'{test.question}' is not answered yet: a condition may only look back"
            yield from [late] if test.question in later else unknown("question", [test.question], known)
            continue
        options = {option.id: option for option in question.options}
        for option in test.options:
            if option not in options:
                yield f"question '{question.id}' has no option '{option}'{nearest(option, options)}"
            elif options[option].unknown:
                yield f"'{option}' of '{question.id}' means I don't know and cannot be tested"
        if question.kind == "one" and test.mode == "all_of":
            yield f"'{question.id}' takes one answer, so all_of makes no sense"
