"""What the browser asks while several answers are being chosen: which step would follow them.

It is answered from what the browser sends and nothing else; no session knows of it, and nothing is kept.
"""

from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from advisor.content.library import Content
from advisor.conversation.foreseen import step_data
from advisor.conversation.press import Name, chosen_of
from advisor.conversation.steps_ahead import before_and_after
from advisor.sharing.link import LONGEST_TOKEN, DamagedLinkError, decode

LONGEST = LONGEST_TOKEN + 50_000
"""Bytes of a look: a token, and the options of one question."""
ONE_DAY = timedelta(days=1)


class Look(BaseModel, frozen=True):
    """`token`: the answers so far. `day`: the visitor's, as the server had told it. `promised`: how many questions it
    would be at most in all."""

    token: Annotated[str, Field(strict=True, max_length=LONGEST_TOKEN)]
    question: Name
    options: Annotated[list[Name], Field(min_length=1, max_length=200)]
    promised: Annotated[int, Field(strict=True, ge=0, le=1000)]
    day: date


def step_after(content: Content, sent: bytes, today: date) -> dict[str, Any] | None:
    """The step that follows, as the element draws it; None where the look cannot be read or answers another question.

    `today`: in UTC; a visitor's day is at most one apart.
    """
    try:
        look = Look.model_validate_json(sent)
        resumed = decode(look.token, content.ruleset, content.hash) if look.token else None
    except (ValidationError, DamagedLinkError):
        return None
    if abs(look.day - today) > ONE_DAY or (resumed and resumed.damaged):
        return None
    rules = content.ruleset.on(look.day)
    question, options = rules.question(look.question), tuple(look.options)
    if question is None:
        return None
    now, then = before_and_after(rules, resumed.answers if resumed else {}, question, options)
    if now.question is not question or set(chosen_of(question, now.visible, options)) != set(options):
        return None
    return step_data(content, then, look.promised)
