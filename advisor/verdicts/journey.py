"""Replays the answers from the first question: what was asked, what comes next, what is settled."""

from dataclasses import dataclass
from typing import NamedTuple

from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.on_offer import Options


class Step(NamedTuple):
    """One answered question on the path."""

    question: Question
    options: Options


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


def visible_options(ruleset: Ruleset, question: Question, answers: Answers) -> Options:
    """The options on offer after these answers."""
    return Evaluated(ruleset, answers).visible(question)


def shown_first(ruleset: Ruleset, question: Question, answers: Answers) -> Options:
    """Those of them that stand before the search."""
    return Evaluated(ruleset, answers).first(question)
