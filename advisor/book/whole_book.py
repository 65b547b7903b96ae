"""Puts the book together: every question, rule, text and source once, in chapters that can be approved one by one."""

from collections.abc import Mapping, Sequence

from advisor.book.chapters import BookRow, Chapter, Entry, Line, Section
from advisor.book.page_blocks import with_tables
from advisor.book.question_entries import questions
from advisor.book.statement_entries import notes, obligations, tag_of
from advisor.content.articles import Article
from advisor.content.words import Words
from advisor.cross_references.dependencies import CrossReferences
from advisor.rules.model import Source

Pages = Mapping[str, Sequence[Article]]
SAID_KEYS = dict.fromkeys(
    ("book.{}", "book.{}-say", "book.{}-count"), ("questions", "obligations", "notes", "outcomes", "pages", "sources")
)


def chapters(atlas: CrossReferences, pages: Pages, words: Words) -> tuple[Chapter, ...]:
    """All of the content, without what has changed."""
    return (
        _chapter("questions", questions(atlas, words), words),
        _chapter("obligations", obligations(atlas, words), words),
        _chapter("notes", notes(atlas, words), words),
        _chapter("outcomes", tuple(_outcomes(atlas, pages, words)), words),
        _chapter("pages", tuple(_explaining(pages, words)), words),
        _chapter("sources", tuple(_sources(atlas, words)), words),
    )


def _chapter(name: str, sections: tuple[Section, ...], words: Words) -> Chapter:
    kept = tuple(section for section in sections if section.entries)
    count = sum(len(section.entries) for section in kept)
    counted = words.count(f"book.{name}-count", count)
    return Chapter(name, words[f"book.{name}"], words[f"book.{name}-say"], counted, kept)


def _outcomes(atlas: CrossReferences, pages: Pages, words: Words) -> list[Section]:
    by_id = {page.id: page for page in pages["outcomes"]}
    found = []
    for standard in atlas.ruleset.standards:
        own = [(basis, by_id.get(f"{standard.id}.{basis}")) for basis in reversed(atlas.ruleset.bases)]
        entries = (_outcome(page, words[f"basis.{basis}"], words) for basis, page in own if page)
        found.append(Section(standard.name, tuple(entries)))
    return found


def _outcome(page: Article, basis: str, words: Words) -> Entry:
    verdict = BookRow(words["book.verdict"], (Line(basis),))
    return Entry(f"outcome:{page.id}", page.title, with_tables(page.body), (verdict,))


def _explaining(pages: Pages, words: Words) -> list[Section]:
    return [
        Section(
            words[f"book.pages-{folder}"],
            tuple(Entry(f"page:{folder}/{p.id}", p.title, with_tables(p.body)) for p in pages[folder]),
        )
        for folder in ("standards", "process", "faq")
    ]


def _sources(atlas: CrossReferences, words: Words) -> list[Section]:
    """By how well they are known, the best first."""
    found = atlas.ruleset.sources.values()
    return [
        Section(words[f"book.read-{how}"], tuple(_source(s, atlas, words) for s in found if s.read == how))
        for how in ("text", "secondary", "own-knowledge")
    ]


def _source(source: Source, atlas: CrossReferences, words: Words) -> Entry:
    rows = [BookRow(words["book.link"], (Line(source.link, link=source.link),))]
    if source.version:
        rows.append(BookRow(words["book.source-version"], (Line(source.version),)))
    checked = words("book.source-checked", date=source.checked, by=source.by, read=words[f"read.{source.read}"])
    rows.append(BookRow(words["book.state"], (Line(checked),)))
    cited = tuple(Line("", to=tag_of(statement)) for statement in atlas.cited_in[source.id])
    rows.append(BookRow(words["book.cited"], cited or (Line(words["book.cited-nowhere"]),)))
    return Entry(f"source:{source.id}", source.title, (), tuple(rows))
