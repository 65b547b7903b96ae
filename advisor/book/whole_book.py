"""Puts the book together: every question, rule, text and source once, in chapters that can be approved one by one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from advisor.book.book_entries import plainly, questions, statements, tag_of, with_tables
from advisor.book.chapters import BookRow, Chapter, Entry, Line, Section
from advisor.content.articles import Article
from advisor.content.glossary import Term
from advisor.content.words import Words
from advisor.cross_references.dependencies import CrossReferences
from advisor.rules.model import Read, Source

Pages = Mapping[str, Sequence[Article]]
_CHAPTERS = ("questions", "obligations", "notes", "outcomes", "pages", "terms", "sources")
SAID_KEYS = dict.fromkeys(("book.{}", "book.{}-say", "book.{}-count"), _CHAPTERS) | {"book.read-{}": get_args(Read)}


def chapters(atlas: CrossReferences, pages: Pages, words: Words, terms: Sequence[Term] = ()) -> tuple[Chapter, ...]:
    """All of the content, without what has changed."""
    own = (_chapter("terms", [_terms(atlas, terms, words)], words),) if terms else ()
    return (
        _chapter("questions", questions(atlas, words), words),
        _chapter("obligations", statements(atlas.ruleset.obligations, atlas, words), words),
        _chapter("notes", statements(atlas.ruleset.notes, atlas, words), words),
        _chapter("outcomes", _outcomes(atlas, pages, words), words),
        _chapter("pages", _explaining(pages, words), words),
        *own,
        _chapter("sources", _sources(atlas, words), words),
    )


def _chapter(name: str, sections: Iterable[Section], words: Words) -> Chapter:
    kept = tuple(section for section in sections if section.entries)
    counted = words.count(f"book.{name}-count", sum(len(section.entries) for section in kept))
    return Chapter(name, words[f"book.{name}"], words[f"book.{name}-say"], counted, kept)


def _outcomes(atlas: CrossReferences, pages: Pages, words: Words) -> Iterator[Section]:
    by_id = {page.id: page for page in pages["outcomes"]}
    for standard in atlas.ruleset.standards:
        entries = []
        for basis in reversed(atlas.ruleset.bases):
            if page := by_id.get(f"{standard.id}.{basis}"):
                verdict = BookRow(words["book.verdict"], (Line(words[f"basis.{basis}"]),))
                entries.append(Entry(f"outcome:{page.id}", page.title, with_tables(page.body), (verdict,)))
        yield Section(standard.name, tuple(entries))


def _explaining(pages: Pages, words: Words) -> Iterator[Section]:
    for folder in ("standards", "process", "faq", "asked"):
        entries = (Entry(f"page:{folder}/{p.id}", p.title, with_tables(p.body)) for p in pages[folder])
        yield Section(words[f"book.pages-{folder}"], tuple(entries))


def _terms(atlas: CrossReferences, terms: Iterable[Term], words: Words) -> Section:
    """By the alphabet."""
    by_name = sorted(terms, key=lambda term: term.word.casefold())
    return Section(words["book.terms"], tuple(_term(atlas, term, words) for term in by_name))


def _term(atlas: CrossReferences, term: Term, words: Words) -> Entry:
    rows = []
    if term.source:
        title, cite = atlas.ruleset.sources[term.source].title, ", ".join(term.cite)
        said = words("book.cite", source=title, cite=cite) if cite else title
        rows.append(BookRow(words["book.source"], (Line(said, to=f"source:{term.source}"),)))
        rows.append(BookRow(words["book.state"], (Line(words("book.term-checked", date=term.checked)),)))
    return Entry(f"term:{term.word}", ", ".join(term.forms), plainly(term.meaning), tuple(rows))


def _sources(atlas: CrossReferences, words: Words) -> Iterator[Section]:
    """By how well they are known, the best first."""
    for how in get_args(Read):
        own = (source for source in atlas.ruleset.sources.values() if source.read == how)
        yield Section(words[f"book.read-{how}"], tuple(_source(source, atlas, words) for source in own))


def _source(source: Source, atlas: CrossReferences, words: Words) -> Entry:
    rows = [BookRow(words["book.link"], (Line(source.link, link=source.link),))]
    if source.version:
        rows.append(BookRow(words["book.source-version"], (Line(source.version),)))
    checked = words("book.source-checked", date=source.checked, by=source.by, read=words[f"read.{source.read}"])
    rows.append(BookRow(words["book.state"], (Line(checked),)))
    cited = tuple(Line("", to=tag_of(statement)) for statement in atlas.cited_in[source.id])
    rows.append(BookRow(words["book.cited"], cited or (Line(words["book.cited-nowhere"]),)))
    return Entry(f"source:{source.id}", source.title, (), tuple(rows))
