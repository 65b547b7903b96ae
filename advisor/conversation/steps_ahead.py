"""What comes next for each answer to a question, found for all of its options at once.

The element shows it in the next frame, before the server has confirmed the answer, so it must be exactly what an
assessment of these answers says.
"""

from collections.abc import Iterator
from typing import NamedTuple

from advisor.assessment.assessment import Assessment
from advisor.rules.evaluator import Planes, columns, evaluate
from advisor.rules.model import Question
from advisor.verdicts.on_offer import Options, first, visible
from advisor.verdicts.open_walk import Cases
from advisor.verdicts.questions_ahead import questions_ahead
from advisor.verdicts.relevance import bounds


class StepAhead(NamedTuple):
    """What an answer leads to. `question`: the next one, none where nothing is left to ask; `usual`: those of its
    `visible` options that stand first. `done`: the answers on the path; `left`: the questions ahead."""

    question: Question | None
    visible: Options
    usual: Options
    done: int
    left: int


def steps_ahead(assessment: Assessment, question: Question) -> dict[str, StepAhead]:
    """Id of each option on offer → what follows if it alone is the answer."""
    options = assessment.shown(question)
    if not options:
        return {}
    cases = [{**assessment.answers, question.id: (option.id,)} for option in options]
    planes = evaluate(assessment.rules.program, columns(assessment.rules, cases))
    answered = {name for name, given in cases[0].items() if given}
    steps = _steps(planes, answered, questions_ahead(planes, answered, bounds(planes)))
    return dict(zip((option.id for option in options), steps, strict=True))


def _steps(planes: Planes, answered: set[str], open_: Cases) -> Iterator[StepAhead]:
    """One per case."""
    questions, order = planes.program.ruleset.questions, sorted(open_)
    asked = zip(questions, planes.program.applies, strict=True)
    applying = [planes.certain[node] for question, node in asked if question.id in answered]
    for case in range(planes.columns.width):
        ahead = [place for place in order if open_[place] >> case & 1]
        following = questions[ahead[0]] if ahead else None
        shown = visible(planes, following, case=case) if following else ()
        usual = first(planes, following, shown, case) if following else ()
        yield StepAhead(following, shown, usual, sum(cases >> case & 1 for cases in applying), len(ahead))
