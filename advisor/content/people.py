"""Who appears in the content: the consultancy, the personas of the demo, the cases and promises that must hold."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from advisor.reading.record import Id, Record
from advisor.rules.basis import Colour, NamedBasis
from advisor.rules.conditions import Condition
from advisor.rules.model import Conditional, Flag, Ids, Text

Link = Annotated[str, StringConstraints(pattern=r"^(https://|mailto:|tel:)[^\s<>\"]+$")]


def _options(value: object) -> object:
    """An answer is one option id or a list of them."""
    if isinstance(value, dict):
        return {key: (options,) if isinstance(options, str) else options for key, options in value.items()}
    return value


NOTHING = "nothing"
"""What an example expects to lead where nothing is needed at all."""
Given = Annotated[dict[Id, tuple[Id, ...]], BeforeValidator(_options)]
ByStandard = Annotated[dict[Id, Ids], BeforeValidator(_options)]


class Contact(Record):
    ask: Text
    label: Text
    link: Link
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$")]
    phone: str = ""


class Colours(Record):
    """For light and for dark backgrounds."""

    primary: Colour
    primary_dark: Colour


class Brand(Record):
    """The consultancy whose face the product wears."""

    name: Text
    product: Text
    tagline: Text
    link: Link
    logo: Text
    icon: Text
    """Path of a small SVG: the face beside what the advisor says."""
    contact: Contact
    colours: Colours


class Persona(Record):
    """A finished, realistic assessment to play with."""

    id: Id
    name: Text
    story: Text
    answers: Given


class Example(Record):
    """An acceptance case: these answers must give these verdicts."""

    name: Text
    answers: Given
    expect: dict[Id, NamedBasis]
    at_most: dict[Id, NamedBasis] = Field(default_factory=dict)
    decided_by: ByStandard = Field(default_factory=dict)
    fires: Ids = ()
    silent: Ids = ()
    """Obligations and notes that must not fire."""
    certificates: Ids = ()
    first_need: Ids = ()
    """What may lead the list: the id of a need, its thing, its rule or its obligation; `nothing` for no need at all."""
    answer: Ids = ()
    """Patterns of which one must be the answer."""
    provision: Text
    confirmed: Flag = True
    """False for a proposed case: somebody who knows the law must agree with its verdicts before it counts."""
    visit: Flag = True
    """False for a case that nobody is: it joins many companies and says nothing about how long a visit is."""
    on: date | None = None
    """The day of the assessment; without it, the day of the check."""


class Promise(Conditional):
    """Whoever fits `when`, and not `unless`, gets a finding on each of these standards in each of these jurisdictions.

    A jurisdiction with an `option` counts only for visitors who chose it.
    """

    id: Id
    say: Text
    standards: Ids
    jurisdictions: Annotated[Ids, Field(min_length=1)]
    when: Condition | None = None
    unless: Condition | None = None
    at_least: NamedBasis | None = None
    """The weakest basis that keeps the promise; left out, any does."""
