"""Names for conditions that several statements share, and where those who read statements find them."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ValidationInfo, WithJsonSchema

from advisor.reading.record import Id, Record
from advisor.rules.conditions import NONE_NAMED, Condition

NAMED = "named-conditions"
"""Where a reader's context keeps the conditions that have a name."""


class NamedCondition(Record):
    """A condition that others name by `is`, so that it stands once. `when`: as written, for it may name others, too."""

    id: Id
    when: Annotated[dict[str, Any], WithJsonSchema({"title": "Test"})]


def named_in(info: ValidationInfo) -> Mapping[str, Condition]:
    """Those that are known where something is read."""
    named: Mapping[str, Condition] = (info.context or {}).get(NAMED, NONE_NAMED)
    return named
