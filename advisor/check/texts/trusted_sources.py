"""Finds what visitors would trust more than they should: law that nobody read, doors in place of provisions, past days.

What is marked as only reported may rest on less, for its readers are told so.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from advisor.check.problem import Severity
from advisor.reading.record import Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.model import Note, Obligation, Source
from advisor.rules.needs_model import NeedRule
from advisor.rules.ruleset import Ruleset

Said = Obligation | Note | NeedRule
_LANGUAGE = re.compile(r"[a-z]{2}(-[a-zA-Z]{2})?|index\.\w+|home")
_AHEAD = re.compile(r"\b(?:from|as of) (\d{1,2} [A-Z][a-z]+ 20\d\d)\b", re.IGNORECASE)


def trusted_sources(rules: Ruleset, today: date) -> Iterator[tuple[Severity, Mistake]]:
    """Of every statement, and of every need with a source of its own."""
    for said in (*rules.statements, *rules.needs):
        source = rules.sources.get(said.source or "")
        for rule, text in (*_resting_on(said, source), *_past(said, today)):
            severity: Severity = "warning" if rule == "home-page" else "error"
            yield severity, Mistake(said.file, said.line, f"'{said.id}': {text}", rule, said.id)


def home_page(link: str) -> bool:
    """Whether an address leads to a front door and no further; a language alone is no way in."""
    parts = urlsplit(link)
    return not parts.query and all(_LANGUAGE.fullmatch(part) for part in parts.path.split("/") if part)


def _resting_on(said: Said, source: Source | None) -> Iterator[tuple[str, str]]:
    if source is None or said.confidence == "low":
        return
    if source.read == "own-knowledge" and (said.confidence == "high" or _by_law(said)):
        yield "unread-source", f"nobody read its source '{source.id}': look it up, or mark it as reported (low)"
    if _by_law(said) and home_page(source.link):
        yield "home-page", f"{source.link} is a home page: give '{source.id}' the address of the provision"


def _by_law(said: Said) -> bool:
    """Whether it says that a law or an authority wants something."""
    if isinstance(said, Obligation):
        return said.basis.by_law or bool(said.certificate and said.asker == "law")
    return isinstance(said, NeedRule) and said.wanted in ("law", "authority")


def _past(said: Said, today: date) -> Iterator[tuple[str, str]]:
    """A day that is over is "since" and no longer "from"."""
    for text in _texts(said):
        for day in _AHEAD.findall(text):
            if (begun := _day(day)) and begun <= today:
                yield "past-as-future", f"'from {day}' is over: say 'since', or what is in force now"


def _texts(said: Record) -> Iterator[str]:
    """All its sentences for visitors."""
    names = ("because", "misconception", "say", "why", "instead_do", "takes", "answer", "what")
    yield from (text for name in names if isinstance(text := getattr(said, name, ""), str))


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%d %B %Y").replace(tzinfo=UTC).date()
    except ValueError:
        return None
