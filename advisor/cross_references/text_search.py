"""Finds words in everything that editors write: questions, options, obligations, notes and sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from unicodedata import combining, normalize

from advisor.rules.model import Note, Obligation, Question, Source, Statement
from advisor.rules.ruleset import Ruleset

Kind = Literal["question", "option", "obligation", "note", "source"]
KINDS: tuple[Kind, ...] = ("question", "option", "obligation", "note", "source")


@dataclass(frozen=True)
class SearchEntry:
    """`id`: of what is opened, for an option its question. `name`: its own id. `rest`: more text to search, folded."""

    kind: Kind
    id: str
    name: str
    text: str
    rest: str


def folded(text: str) -> str:
    """Without case and accents, so that `Turkiye` finds Türkiye."""
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def index(ruleset: Ruleset) -> tuple[SearchEntry, ...]:
    """Everything that can be found, questions first."""
    return tuple(_entries(ruleset))


def find(entries: tuple[SearchEntry, ...], wanted: str) -> dict[Kind, list[SearchEntry]]:
    """Kind → the entries that contain every word, an id that starts like the whole search first."""
    terms = folded(wanted).split()
    found: dict[Kind, list[SearchEntry]] = {kind: [] for kind in KINDS}
    for entry in entries:
        if terms and all(term in entry.rest for term in terms):
            found[entry.kind].append(entry)
    whole = "-".join(terms)
    return {kind: sorted(hits, key=lambda e: not e.name.startswith(whole)) for kind, hits in found.items() if hits}


def _entries(ruleset: Ruleset) -> Iterator[SearchEntry]:
    for question in ruleset.questions:
        yield _entry("question", question.id, question.id, question.ask, question.why, question.help)
        yield from _options(question)
    yield from (_obligation(obligation, ruleset) for obligation in ruleset.obligations)
    yield from (_note(note, ruleset) for note in ruleset.notes)
    yield from (_source(source) for source in ruleset.sources.values())


def _options(question: Question) -> Iterator[SearchEntry]:
    for option in question.options:
        yield _entry("option", question.id, option.id, option.label, option.help, option.ask_whom)


def _obligation(found: Obligation, ruleset: Ruleset) -> SearchEntry:
    certificate = found.certificate.name if found.certificate else ""
    own = (found.misconception, certificate, found.basis.id, found.standard)
    return _entry("obligation", found.id, found.id, found.because, *own, *_behind(found, found.jurisdiction, ruleset))


def _note(found: Note, ruleset: Ruleset) -> SearchEntry:
    return _entry("note", found.id, found.id, found.say, found.kind, *_behind(found, found.jurisdiction, ruleset))


def _behind(statement: Statement, place: str | None, ruleset: Ruleset) -> tuple[str, ...]:
    jurisdiction, source = ruleset.jurisdictions.get(place or ""), ruleset.sources.get(statement.source)
    names = (jurisdiction.name if jurisdiction else "", source.title if source else "")
    return (*names, statement.source, *statement.cite, *statement.facts)


def _source(source: Source) -> SearchEntry:
    return _entry("source", source.id, source.id, source.title, source.version, source.link, source.by)


def _entry(kind: Kind, opened: str, name: str, text: str, *rest: str) -> SearchEntry:
    return SearchEntry(kind, opened, name, text, folded(" ".join((name, text, *rest))))
