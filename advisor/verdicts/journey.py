"""Replays the answers from the first question: what was asked, what comes next, what is settled."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.rules.evaluator import Planes, evaluate_one
from advisor.rules.model import Answers, Option, Question, Ruleset
from advisor.verdicts.relevance import Bounds, bounds, mattering, open_questions


@dataclass(frozen=True)
class Step:
    """One answered question on the path."""

    question: Question
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Journey:
    """The path so far.

    `set_aside`: answers to questions that no longer apply; they return if the visitor changes back.
    `left`: how many questions that apply now can still change the outcome. Settled when there are none.
    """

    steps: tuple[Step, ...]
    next: Question | None
    left: int
    set_aside: tuple[str, ...]

    @property
    def settled(self) -> bool:
        return self.next is None


def walk(ruleset: Ruleset, answers: Answers) -> Journey:
    """Replay the answers. Pure; unknown ids are ignored, the caller has validated them."""
    planes = evaluate_one(ruleset, answers)
    ahead = questions_ahead(planes, bounds(planes), answers)
    steps = []
    aside = []
    for question, node in zip(ruleset.questions, planes.program.applies, strict=True):
        chosen = answers.get(question.id)
        if not chosen:
            continue
        if planes.certain[node] & 1:
            steps.append(Step(question, tuple(o for o in question.options if o.id in chosen)))
        else:
            aside.append(question.id)
    return Journey(tuple(steps), ahead[0] if ahead else None, len(ahead), tuple(aside))


def questions_ahead(planes: Planes, so_far: Bounds, answers: Answers) -> list[Question]:
    """The unanswered questions that apply for certain and can still change the outcome, in asking order."""
    program = planes.program
    needed = open_questions(planes, mattering(planes, so_far))
    return [
        question
        for i, question in enumerate(program.ruleset.questions)
        if i in needed and not answers.get(question.id) and planes.certain[program.applies[i]] & 1
    ]


def visible_options(ruleset: Ruleset, question: Question, answers: Answers) -> tuple[Option, ...]:
    """The options that may make sense now, by their `show_if`; a chosen one always stays visible."""
    if all(option.show_if is None for option in question.options):
        return question.options
    planes = evaluate_one(ruleset, answers)
    nodes = planes.program.shown[ruleset.questions.index(question)]
    chosen = answers.get(question.id, ())
    return tuple(
        option
        for option, node in zip(question.options, nodes, strict=True)
        if planes.possible[node] & 1 or option.id in chosen
    )
