"""Says what is wrong with a condition over the questions that are known."""

from collections.abc import Collection, Iterator, Mapping

from advisor.reading.reader import nearest, unknown
from advisor.rules.conditions import Condition, tests
from advisor.rules.model import Question


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
