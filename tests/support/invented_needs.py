"""The needs that follow in the invented world, with one day for all."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from advisor.assessment.assessment import Assessment, VisitorFigures
from advisor.needs.advice import Advice
from advisor.needs.need import Need
from advisor.reading.record import Record
from advisor.rules.model import Answers
from advisor.rules.needs_model import AnswerPattern
from tests.support.invented import DAY, pattern, question, rules
from tests.support.invented_words import WORDS

TODAY = date.fromisoformat(DAY)
SAILS = question("sails", "yes", "no", "unsure")
CREW = question("crew", "alone", "many", "unsure")
HELD = question("held", "badge", "old-badge", "none", "unsure", kind="many")
QUESTIONS = (SAILS, CREW, HELD)
MANY: Answers = {"crew": ("many",)}


def assessed(*records: Record, typed: date | None = None, **answers: tuple[str, ...]) -> Assessment:
    """What follows on the day for answers, of which many a crew is one unless told otherwise."""
    patterns = () if any(isinstance(record, AnswerPattern) for record in records) else (pattern("any"),)
    content: Any = SimpleNamespace(ruleset=rules(*QUESTIONS, *records, *patterns), words=WORDS)
    return Assessment(content, TODAY, {**MANY, **answers}, VisitorFigures(deadline=typed))


def advised(*records: Record, typed: date | None = None, **answers: tuple[str, ...]) -> Advice:
    return assessed(*records, typed=typed, **answers).advice


def needs(*records: Record, typed: date | None = None, **answers: tuple[str, ...]) -> tuple[Need, ...]:
    return advised(*records, typed=typed, **answers).needs


def ids(*records: Record, typed: date | None = None, **answers: tuple[str, ...]) -> list[str]:
    return [need.id for need in needs(*records, typed=typed, **answers)]
