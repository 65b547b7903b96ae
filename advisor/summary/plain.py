"""The base of all that a document shows: frozen, and nothing but texts, numbers and dates."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict


class Plain(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reference(Plain):
    """Where a sentence about the law comes from."""

    source: str
    title: str
    cite: tuple[str, ...]
    link: str
    checked: date
    confidence: str
    confidence_label: str
