"""The names under which a visit and its fields are remembered."""

from enum import StrEnum

PARAMETER = "a"
"""The name of the token in the address."""


class Key(StrEnum):
    VISIT = "visit"
    CONVERSATION = "conversation"
    COMPANY = "visit.company"
    PEOPLE = "visit.people"
    RATE_LOW = "visit.rate-low"
    RATE_HIGH = "visit.rate-high"
    DEADLINE = "visit.deadline"
    ANSWERS = "fold-answers"
    DOCUMENT = "verify.document"
    MOVED = "studio.moved"
