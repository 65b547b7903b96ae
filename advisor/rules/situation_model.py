"""Which answers tell the situation of a company, as editors write it: what is claimed, demanded, held, and by when."""

from typing import Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from advisor.reading.record import Id, Record
from advisor.rules.conditions import NEVER, Condition
from advisor.rules.model import Conditional, Ids


class ClaimQuestions(Record):
    """Where the answers tell what somebody says that the law demands.

    `said`, `scheme`, `place`: the questions what is said, about which certificate, for which place. `chosen`: those
    that tell the place where only one is chosen. `about`: option of `said` or of `scheme` → the things, or kinds of
    them, that would make it true; without an entry a certificate is the thing of its own id, and a claim is about the
    certificate that was named. `within`: option of `place` → jurisdictions that lie in it, beside that of its own id.
    """

    said: Id
    scheme: Id
    place: Id
    chosen: Ids = ()
    about: dict[Id, Ids] = Field(default={})
    within: dict[Id, Ids] = Field(default={})


class Situation(Conditional):
    """Which answers tell the situation: whether something is sold already, which trade and places are researched.

    `field`: id of the question what the company does. `deadline`, `size`: ids of the questions with the date bands and
    with the number of people. `demanded`: of those about what was asked for: the check proves that a need answers each
    of their options, whatever else is chosen.
    """

    instead: ClassVar = {"on_market": {"when": NEVER}}

    on_market: Condition | None = None
    unresearched: Condition | None = None
    asked_about: Condition | None = None
    """Somebody asks for something, so that what nobody asked about and whose state is unknown comes last."""
    deadline: Id | None = None
    deadline_of: Id | None = None
    """The question to which of several demands that day belongs."""
    dated: dict[Id, Id] = Field(default={})
    """Its option → the question about that demand: what waits for another demand has no day."""
    field: Id | None = None
    size: Id | None = None
    demanded: Ids = ()
    held: Ids = ()
    """The questions what is held, in which state, and which of several has that state."""
    claims: ClaimQuestions | None = None

    @field_validator("on_market", "unresearched", "asked_about", mode="before")
    @classmethod
    def _conditions(cls, value: Any, info: ValidationInfo) -> Condition | None:
        return cls._parse(value, info)
