"""The finished examples as cards: who it is, and what the answer was."""

from datetime import date
from functools import lru_cache
from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.people import Persona
from advisor.summary.answer_text import answer_of

SIGNS = {"law": "law", "contract": "contract", "asked": "contract", "choice": "pays", "open": "none"}
"""Who stands behind a need → the picture of it: a square, a disc, a diamond, a ring."""


@lru_cache(maxsize=4)
def example_cards(content: Content, day: date) -> tuple[dict[str, Any], ...]:
    """One for each persona; worked out once a day."""
    return tuple(_card(content, day, persona) for persona in content.personas)


def _card(content: Content, day: date, persona: Persona) -> dict[str, Any]:
    answer = answer_of(Assessment(content, day, persona.answers))
    first = answer.needs[0] if answer.needs else None
    sign = SIGNS[first.wish] if first else "none"
    sign = "law-system" if sign == "law" and first and first.half else sign
    return {"id": persona.id, "name": persona.name, "story": persona.story, "verdict": answer.sentence, "sign": sign}
