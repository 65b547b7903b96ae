"""The finished examples as cards: who it is, and what the answer was."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.people import Persona
from advisor.summary.answer_data import NeedText
from advisor.summary.answer_text import answer_of

SIGNS = {"law": "law", "contract": "contract", "asked": "contract", "choice": "pays"}
"""Who stands behind a need → the picture of it: a square, a disc, a diamond; the strongest first."""


@lru_cache(maxsize=4)
def example_cards(content: Content, day: date) -> tuple[dict[str, Any], ...]:
    """One for each persona; worked out once a day."""
    return tuple(_card(content, day, persona) for persona in content.personas)


def _card(content: Content, day: date, persona: Persona) -> dict[str, Any]:
    answer = answer_of(Assessment(content, day, persona.answers))
    return {
        "id": persona.id,
        "name": persona.name,
        "story": persona.story,
        "verdict": answer.sentence,
        "sign": _sign(answer.needs),
    }


def _sign(needs: Sequence[NeedText]) -> str:
    """The picture of the strongest; a ring where there are none."""
    strongest = next((wish for wish in SIGNS if any(need.wish == wish for need in needs)), "")
    if strongest == "law" and all(need.half for need in needs if need.wish == "law"):
        return "law-system"
    return SIGNS.get(strongest, "none")
