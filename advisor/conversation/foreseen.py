"""What comes next, to be shown before the answer is confirmed: for each answer to a question with one, and for several
that are chosen."""

from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.conversation.progress import progress
from advisor.conversation.question_data import shown_question, title_of
from advisor.conversation.steps_ahead import StepAhead, steps_ahead
from advisor.rules.model import Question

Data = dict[str, Any]


def foreseen(assessment: Assessment, question: Question, promised: int) -> tuple[list[Data], dict[str, int]]:
    """The different steps that may follow, and which of them follows on each option."""
    places: dict[StepAhead, int] = {}
    ahead = {option: places.setdefault(step, len(places)) for option, step in steps_ahead(assessment, question).items()}
    return [step_data(assessment.content, step, promised) for step in places], ahead


def step_data(content: Content, step: StepAhead, promised: int) -> Data:
    """A step as the element draws it."""
    question = step.question
    return {
        "title": title_of(content, question),
        "state": "ask" if question else "finished",
        "question": shown_question(content, question, step.visible, step.usual) if question else None,
        "progress": progress(content, question, step.done, step.left, promised),
    }
