"""Promises that the content makes about itself: groups of visitors who always get an answer."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from advisor.reading.record import Id
from advisor.rules.basis import NamedBasis
from advisor.rules.conditions import Condition
from advisor.rules.model import Conditional, Ids, Text, _listed


class Promise(Conditional):
    """Whoever fits `when`, and not `unless`, gets a finding on each of these standards in each of these jurisdictions.

    A jurisdiction with an `option` counts only for visitors who chose it.
    """

    id: Id
    say: Text
    standards: Ids
    jurisdictions: Annotated[tuple[Id, ...], BeforeValidator(_listed), Field(min_length=1)]
    when: Condition | None = None
    unless: Condition | None = None
    at_least: NamedBasis | None = None
    """The weakest basis that keeps the promise; left out, any does."""
