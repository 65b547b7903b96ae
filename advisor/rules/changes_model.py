"""What editors write about other answers: changes that could really happen, and answers that contradict each other."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from advisor.reading.record import Id, Record
from advisor.rules.conditions import NEVER, Condition
from advisor.rules.model import Conditional, Ids

CHOSEN = "{option}"
"""Stands for the chosen option that a change is about."""
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
_Name = Annotated[str, StringConstraints(pattern=r"^(\{option\}|[a-z0-9]+(-[a-z0-9]+)*)$", max_length=60)]
_Names = Annotated[tuple[_Name, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]


class AnswerEdit(Record):
    """Another answer to one question: it is set, or options are added to it or dropped from it."""

    set_to: _Names = Field(default=(), alias="set")
    add: _Names = ()
    drop: _Names = ()

    @property
    def names(self) -> tuple[str, ...]:
        return self.set_to + self.add + self.drop


class ChangeRule(Conditional):
    """A change that could really happen to whom `when` and `unless` describe, in a sentence of its own.

    `each`: a question; one change for each chosen option, whose name fills `{option}`; with `names` only for those that
    have one there: what the option is called in this sentence. `do`: question → its other answer. `say` may name what
    falls away as `{gone}`, a list joined by "or", and what comes as `{come}`, joined by "and". `kind`: whether it takes
    something away or brings something. `rank`: the smaller, the sooner it is told.
    """

    instead: ClassVar = {"when": {"when": NEVER}, "unless": {"when": NEVER}}

    id: Id
    when: Condition | None = None
    unless: Condition | None = None
    each: Id | None = None
    names: dict[Id, Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]] = Field(
        default={}
    )
    do: dict[Id, AnswerEdit] = Field(min_length=1)
    say: Said
    kind: Literal["eases", "binds"]
    rank: Annotated[int, Field(ge=0)] = 50


class Contradiction(Conditional):
    """Answers that cannot both be true. `ask`: one calm question. `settle`: ids of the questions to look at again."""

    instead: ClassVar = {"when": {"when": NEVER}}

    id: Id
    when: Condition
    ask: Said
    settle: Annotated[Ids, Field(min_length=2)]
