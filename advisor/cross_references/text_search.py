"""Finds words in everything that editors write: questions, options, obligations, notes and sources."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

from advisor.rules.model import Note, Obligation
from advisor.rules.ruleset import Ruleset

Kind = Literal["question", "option", "obligation", "note", "source"]
KINDS: tuple[Kind, ...] = ("question", "option", "obligation", "note", "source")


class SearchEntry(NamedTuple):
    """`id`: of what is opened, for an option its question. `name`: its own id. `rest`: more text to search, folded."""

    kind: Kind
    id: str
    name: str
    text: str
    rest: str


def folded(text: str) -> str:
    """Without case and accents, so that `Turkiye` finds Türkiye."""
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def index(ruleset: Ruleset) -> Iterator[SearchEntry]:
    """Everything that can be found, questions first."""
    for question in ruleset.questions:
        yield _entry("question", question.id, question.id, question.ask, question.why, question.help)
        for option in question.options:
            yield _entry("option", question.id, option.id, option.label, option.help, option.ask_whom)
    for found in ruleset.obligations:
        certificate = found.certificate.name if found.certificate else ""
        own = (found.misconception, certificate, found.basis.id, found.standard)
        yield _entry("obligation", found.id, found.id, found.because, *own, *_behind(found, ruleset))
    for note in ruleset.notes:
        yield _entry("note", note.id, note.id, note.say, note.kind, *_behind(note, ruleset))
    for source in ruleset.sources.values():
        yield _entry("source", source.id, source.id, source.title, source.version, source.link, source.by)


def _behind(statement: Obligation | Note, ruleset: Ruleset) -> tuple[str, ...]:
    jurisdiction = ruleset.jurisdictions.get(statement.jurisdiction or "")
    source = ruleset.sources.get(statement.source)
    names = (jurisdiction.name if jurisdiction else "", source.title if source else "")
    return (*names, statement.source, *statement.cite, *statement.facts)


def _entry(kind: Kind, opened: str, name: str, text: str, *rest: str) -> SearchEntry:
    return SearchEntry(kind, opened, name, text, folded(" ".join((name, text, *rest))))


def find(entries: Iterable[SearchEntry], wanted: str) -> dict[Kind, list[SearchEntry]]:
    """Kind → the entries that contain every word, an id that starts like the whole search first."""
    terms = folded(wanted).split()
    found: dict[Kind, list[SearchEntry]] = {kind: [] for kind in KINDS}
    for entry in entries:
        if terms and all(term in entry.rest for term in terms):
            found[entry.kind].append(entry)
    whole = "-".join(terms)
    return {kind: sorted(hits, key=lambda e: not e.name.startswith(whole)) for kind, hits in found.items() if hits}
