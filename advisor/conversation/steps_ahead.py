"""What comes next for several answers to a question, found for all of them at once.

The element shows it in the next frame, before the server has confirmed the answer, so it must be exactly what an
assessment of these answers says.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from advisor.assessment.assessment import Assessment
from advisor.rules.evaluator import Planes, columns, evaluate
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.on_offer import Options, first, visible
from advisor.verdicts.open_walk import Cases
from advisor.verdicts.questions_ahead import questions_ahead
from advisor.verdicts.relevance import bounds

BEFORE, AFTER = 1, 2
"""The bits of two cases that are evaluated side by side."""


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
    options = [option.id for option in assessment.shown(question)]
    if not options:
        return {}
    given = [{**assessment.answers, question.id: (option,)} for option in options]
    planes = evaluate(assessment.rules.program, columns(assessment.rules, given))
    answered = {name for name, chosen in given[0].items() if chosen}
    cases = dict.fromkeys(answered, planes.columns.full)
    steps = _steps(planes, cases, questions_ahead(planes, answered, bounds(planes)))
    return dict(zip(options, steps, strict=True))


def before_and_after(
    rules: Ruleset, answers: Answers, question: Question, options: tuple[str, ...]
) -> tuple[StepAhead, StepAhead]:
    """What comes next now, and what would after these options of the question as one more answer; in one evaluation."""
    before = {name: given for name, given in answers.items() if given and name != question.id}
    planes = evaluate(rules.program, columns(rules, [before, {**before, question.id: options}]))
    open_ = questions_ahead(planes, before, bounds(planes))
    place = rules.program.unknown_options[question.id][0]
    open_[place] = open_.get(place, 0) & BEFORE  # "I don't know" leaves it open for the rules, not for the visitor
    now, then = _steps(planes, dict.fromkeys(before, BEFORE | AFTER) | {question.id: AFTER}, open_)
    return now, then


def _steps(planes: Planes, answered: Mapping[str, int], open_: Cases) -> Iterator[StepAhead]:
    """One per case. `answered`: id of a question → in which cases it is; `open_`: its place → in which it is ahead."""
    questions, order = planes.program.ruleset.questions, sorted(open_)
    asked = zip(questions, planes.program.applies, strict=True)
    on_path = [planes.certain[node] & answered[question.id] for question, node in asked if question.id in answered]
    for case in range(planes.columns.width):
        ahead = [place for place in order if open_[place] >> case & 1]
        following = questions[ahead[0]] if ahead else None
        shown = visible(planes, following, case=case) if following else ()
        usual = first(planes, following, shown, case) if following else ()
        yield StepAhead(following, shown, usual, sum(cases >> case & 1 for cases in on_path), len(ahead))
