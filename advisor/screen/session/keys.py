"""The names under which a visit is remembered."""

from enum import StrEnum

PARAMETER = "a"
"""The name of the token in the address."""


class Key(StrEnum):
    ANSWERS = "visit.answers"
    LINK = "visit.link"
    ACTED = "visit.acted"
    EDITING = "visit.editing"
    PROPOSED = "visit.proposed"
    UNDO = "visit.undo"
    TRIAL = "visit.trial"
    TRIED = "visit.tried"
    KEPT = "visit.kept"
    NOTICE = "visit.notice"
    STARTING_OVER = "visit.starting-over"
    PERSONA = "visit.persona"
    COMPANY = "visit.company"
    NAMED = "visit.named"
    PEOPLE = "visit.people"
    RATE_LOW = "visit.rate-low"
    RATE_HIGH = "visit.rate-high"
    DEADLINE = "visit.deadline"
    DOCUMENT = "verify.document"
    FOUND = "verify.found"
    NUMBER = "visit.number"
    MAILS = "mail.sent"
    MAIL_TOLD = "mail.told"
    MOVED = "studio.moved"
