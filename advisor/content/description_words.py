"""What editors write of the words of descriptions: which facts a word gives, what cues mean, what facts propose."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from advisor.reading.record import Id, Record
from advisor.rules.model import Flag

FOLDER = "content/understanding"
Kind = Literal["country", "city", "region", "adjective", "buyer"]
Fact = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9-]+$", max_length=60)]


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Facts = Annotated[tuple[Fact, ...], BeforeValidator(_listed)]
Forms = Annotated[tuple[Annotated[str, StringConstraints(min_length=1, max_length=60)], ...], BeforeValidator(_listed)]
Weight = Annotated[float, BeforeValidator(lambda value: float(value) if isinstance(value, str) else value)]


class LexiconTerm(Record):
    """Words, and what they say of a company. `weight`: how much it says, against other words."""

    fact: Facts
    words: Forms
    weight: Weight = 2.0


class Cue(Record):
    """Words that say how others are meant: a market, a supplier, held, demanded, not."""

    cue: Id
    words: Forms


class Conclusion(Record):
    """What follows where some facts are there and others are not. The first of a kind that holds counts."""

    fact: Fact
    all: Facts
    any: Facts = ()
    none: Facts = ()
    weight: Weight = 6.0
    sure: Flag = True


class StandardName(Record):
    """A standard by the names that people give it."""

    id: Id
    words: Forms


class Proposed(Record):
    """A question, and which fact proposes which of its options. `own_tap`: it is confirmed by itself.

    `rest`: the option for places that no other option names. `least`: how many people an option begins with.
    """

    question: Id
    own_tap: Flag = False
    facts: dict[str, Annotated[tuple[Id, ...], BeforeValidator(_listed)]] = Field(default_factory=dict)
    parts: Forms = ()
    codes: dict[str, Annotated[tuple[str, ...], BeforeValidator(_listed)]] = Field(default_factory=dict)
    rest: Id | None = None
    least: dict[str, int] = Field(default_factory=dict)
    always_maybe: Flag = False

    @property
    def options(self) -> Iterator[str]:
        yield from (option for options in self.facts.values() for option in options)
        yield from (*self.codes, *self.least, *([self.rest] if self.rest else []))


class Slot(Record):
    """A slot of measurements: which fact fills it with what."""

    slot: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    kind: Literal["one", "many"]
    facts: dict[str, str] = Field(default_factory=dict)
    part: str = ""
    number: Flag = False


class Region(Record):
    """Several countries or a part of one, with its names; an adjective such as "Danish"; a buyer of a country.

    A name with "=" in front counts only as it is written.
    """

    codes: Annotated[tuple[Annotated[str, StringConstraints(max_length=6)], ...], BeforeValidator(_listed)]
    kind: Kind = "region"
    words: Annotated[tuple[str, ...], BeforeValidator(_listed)]
