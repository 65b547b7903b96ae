"""What has changed since an earlier revision, as a chapter: whose verdict, and which entry from what to what."""

from collections.abc import Iterator, Sequence
from typing import Any

from advisor.book.chapters import BookRow, Chapter, Entry, Line, Section
from advisor.content.words import Words

Entries = dict[str, Entry]


def changes(old: Sequence[Chapter], new: Sequence[Chapter], since: str, effect: Section, words: Words) -> Chapter:
    """`effect`: what the changes do to visitors, the first section."""
    before, after = _flat(old), _flat(new)
    compared = (_changed(tag, before[tag], after[tag], words) for tag in after if tag in before)
    found = {
        "changed": tuple(entry for entry in compared if entry),
        "new": tuple(_named(tag, after[tag], (), words) for tag in after if tag not in before),
        "gone": tuple(_gone(tag, before[tag], words) for tag in before if tag not in after),
    }
    sections = (Section(words[f"book.changes-{name}"], entries) for name, entries in found.items() if entries)
    counted = words.count("book.changes-count", sum(map(len, found.values())))
    say = words("book.changes-say", since=since)
    return Chapter("changes", words("book.changes", since=since), say, counted, (effect, *sections))


def _flat(chapters: Sequence[Chapter]) -> Entries:
    """Every entry by its tag; the answers on offer are entries of their own here."""
    found: Entries = {}
    for chapter in chapters:
        for entry in chapter.entries():
            found[entry.tag] = entry
            found |= {part.tag: part for part in entry.parts}
    return found


def _named(tag: str, entry: Entry, rows: tuple[BookRow, ...], words: Words) -> Entry:
    """What changed in an entry that stands further up in the book. The id is not repeated."""
    return Entry("", entry.title, (), (BookRow(words["book.changes-entry"], (Line("", to=tag),)), *rows))


def _gone(tag: str, entry: Entry, words: Words) -> Entry:
    name = BookRow(words["book.changes-id"], (Line(tag),))
    return Entry("", entry.title, entry.text, (name, *entry.rows))


def _changed(tag: str, old: Entry, new: Entry, words: Words) -> Entry | None:
    rows = tuple(_differences(old, new, words))
    return _named(tag, new, rows, words) if rows else None


def _differences(old: Entry, new: Entry, words: Words) -> Iterator[BookRow]:
    """The parts that differ, before and after; a number that moved is no difference."""
    was, is_ = _parts(old, words), _parts(new, words)
    for name in dict.fromkeys([*is_, *was]):
        if was.get(name) != is_.get(name):
            nothing = (Line(words["book.changes-nothing"]),)
            yield BookRow(words("book.changes-before", part=name), was.get(name) or nothing)
            yield BookRow(words("book.changes-after", part=name), is_.get(name) or nothing)


def _parts(entry: Entry, words: Words) -> dict[str, tuple[Line, ...]]:
    text = tuple(Line(_said(item)) for block in entry.text for item in block["items"])
    rows = {row.name: row.lines for row in entry.rows if row.name != words["book.cited"]}
    return {words["book.changes-title"]: (Line(entry.title),), words["book.changes-text"]: text, **rows}


def _said(item: Any) -> str:
    """A line of prose, or a row of a table."""
    return " ".join(item) if item and isinstance(item[0], str) else "".join(run["text"] for run in item)
