"""The base of all that a document shows: frozen, and nothing but texts, numbers and dates."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Plain(BaseModel):
    model_config = ConfigDict(frozen=True)
