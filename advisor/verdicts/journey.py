"""Replays the answers from the first question: what was asked, what comes next, what is settled."""

from dataclasses import dataclass
from typing import NamedTuple

from advisor.rules.evaluator import evaluate_one
from advisor.rules.model import Answers, Option, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated


class Step(NamedTuple):
    """One answered question on the path."""

    question: Question
    options: tuple[Option, ...]


LISTED = 10
"""At most so many answers stand before the search."""


@dataclass(frozen=True)
class Journey:
    """The path so far.

    `set_aside`: answers to questions that no longer apply; they return if the visitor changes back.
    `ahead`: the questions that apply now and can still change the outcome. Settled when there are none.
    """

    steps: tuple[Step, ...]
    ahead: tuple[Question, ...]
    set_aside: tuple[str, ...]

    @property
    def next(self) -> Question | None:
        return self.ahead[0] if self.ahead else None

    @property
    def left(self) -> int:
        return len(self.ahead)

    @property
    def settled(self) -> bool:
        return not self.ahead


def walk(ruleset: Ruleset, answers: Answers) -> Journey:
    """Replay the answers. Pure; unknown ids are ignored."""
    return walk_through(Evaluated(ruleset, answers))


def walk_through(evaluated: Evaluated) -> Journey:
    """The path through answers that were evaluated already."""
    steps = []
    for question in evaluated.ruleset.questions:
        chosen = evaluated.answers.get(question.id)
        if chosen and question.id not in evaluated.set_aside:
            steps.append(Step(question, tuple(o for o in question.options if o.id in chosen)))
    return Journey(tuple(steps), evaluated.ahead, evaluated.set_aside)


def visible_options(ruleset: Ruleset, question: Question, answers: Answers) -> tuple[Option, ...]:
    """The options that may make sense now, by their `show_if`; a chosen one always stays visible."""
    if all(option.show_if is None for option in question.options):
        return question.options
    planes = evaluate_one(ruleset, answers)
    nodes = planes.program.shown[ruleset.questions.index(question)]
    chosen = answers.get(question.id, ())
    options = zip(question.options, nodes, strict=True)
    return tuple(option for option, node in options if planes.possible[node] & 1 or option.id in chosen)


def shown_first(ruleset: Ruleset, question: Question, answers: Answers) -> tuple[Option, ...]:
    """Of the visible options those that stand before the search: all of a question that calls none usual."""
    visible = visible_options(ruleset, question, answers)
    if not any(option.usual or option.usual_if for option in question.options):
        return visible
    planes = evaluate_one(ruleset, answers)
    nodes = planes.program.usual[ruleset.questions.index(question)]
    usual = {o.id for o, node in zip(question.options, nodes, strict=True) if planes.possible[node] & 1}
    room = LISTED - sum(option.id in question.alone for option in visible)
    listed = [option for option in visible if option.id in usual and option.id not in question.alone][:room]
    return tuple(option for option in visible if option in listed or option.id in question.alone)
