"""What the visitor did, as the browser tells it: checked before anything is believed."""

from collections.abc import Collection, Iterable
from typing import Annotated, Literal

from pydantic import AliasChoices, BaseModel, Field, StringConstraints, ValidationError

from advisor.assessment.assessment import Assessment
from advisor.rules.model import Option, Question

AT_ONCE = 100
"""No hand presses more often before the server has answered; what is longer is no hand's work."""
Name = Annotated[str, StringConstraints(strict=True, max_length=200)]


class Press(BaseModel, frozen=True):
    """`number` makes a repeat harmless. `about`: the question, contradiction, example or page that it names."""

    number: Annotated[int, Field(strict=True, gt=0, lt=2**31, alias="n")]
    do: Literal["answer", "edit", "agree", "undo", "both", "restart", "example", "result", "go"]
    about: Annotated[Name, Field(validation_alias=AliasChoices("question", "id"))] = ""
    options: Annotated[list[Name], Field(max_length=200)] = []


def presses(sent: object, taken: int) -> tuple[Press, ...]:
    """Those that were not taken yet, in their order; whatever does not read as a press is left out."""
    listed = sent.get("presses") if isinstance(sent, dict) else None
    if not isinstance(listed, list) or len(listed) > AT_ONCE:
        return ()
    read = {press.number: press for press in map(_press, listed) if press and press.number > taken}
    return tuple(read[number] for number in sorted(read))


def _press(sent: object) -> Press | None:
    try:
        return Press.model_validate(sent)
    except ValidationError:
        return None


def answer_of(press: Press, assessment: Assessment, editing: str) -> tuple[str, ...]:
    """The answer to the open question in the question's order; empty where it answers another one, or none at all."""
    question = open_question(assessment, editing)
    if question is None or question.id != press.about:
        return ()
    return chosen_of(question, assessment.shown(question), press.options)


def chosen_of(question: Question, offered: Iterable[Option], options: Collection[str]) -> tuple[str, ...]:
    """These options in the question's order; empty where one is not on offer, or they cannot stand together."""
    chosen = tuple(option.id for option in offered if option.id in options)
    alone = set(chosen).intersection(question.alone)
    too_many = len(chosen) > 1 and (alone or question.kind == "one")
    return () if too_many or len(chosen) != len(set(options)) else chosen


def open_question(assessment: Assessment, editing: str) -> Question | None:
    """The question whose options are on offer: the one opened for change, otherwise the next one."""
    if not editing:
        return assessment.journey.next
    return next((step.question for step in assessment.journey.steps if step.question.id == editing), None)
