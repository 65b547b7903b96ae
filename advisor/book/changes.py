"""What has changed since an earlier revision, as a chapter: whose verdict, and which entry from what to what."""

from collections.abc import Iterator, Sequence
from typing import Any

from advisor.book.book_entries import tag_of
from advisor.book.chapters import BookRow, Chapter, Entry, Line, Section
from advisor.check.content_diff import Difference, Kind, Share
from advisor.content.words import Words
from advisor.cross_references.condition_wording import answers_in_words
from advisor.rules.ruleset import Ruleset

Entries = dict[str, Entry]


def changes(old: Sequence[Chapter], new: Sequence[Chapter], since: str, effect: Section, words: Words) -> Chapter:
    """`effect`: what the changes do to visitors, the first section."""
    before, after = _flat(old), _flat(new)
    rows = {tag: tuple(_differences(before[tag], entry, words)) for tag, entry in after.items() if tag in before}
    found = {
        "changed": tuple(_named(tag, after[tag], changed, words) for tag, changed in rows.items() if changed),
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


def effect(difference: Difference, new: Ruleset, words: Words) -> Section:
    """The verdicts that somebody moves between, each with its smallest case, and the examples that change."""
    standards = {standard.id for standard in new.standards}
    moves = [kind for kind in difference.kinds if kind.about in standards]
    entries = (_whole(difference, new, words), *(_move(kind, new, words) for kind in moves))
    if examples := tuple(_examples(difference, new, words)):
        entries = (*entries, Entry("", words["book.changes-examples"], (), (BookRow("", examples),)))
    return Section(words["book.changes-verdicts"], entries)


def _whole(difference: Difference, new: Ruleset, words: Words) -> Entry:
    if difference.empty:
        return Entry("", words["book.changes-effect"], (), (BookRow("", (Line(words["book.changes-no-verdict"]),)),))
    shares = (("random", difference.sampled), ("near", difference.enumerated))
    rows = [BookRow(words[f"book.changes-{name}"], (_share(share, words),)) for name, share in shares]
    tags = {statement.id: tag_of(statement) for statement in new.statements}
    for row, after in (("louder", "speaks"), ("quieter", "silent")):
        found = [tags[kind.about] for kind in difference.kinds if kind.after == after and kind.about in tags]
        if found:
            rows.append(BookRow(words[f"book.changes-{row}"], tuple(Line("", to=tag) for tag in found)))
    return Entry("", words["book.changes-effect"], (), tuple(rows))


def _share(share: Share, words: Words) -> Line:
    visitors, verdicts, findings = (f"{count:,}" for count in (share.visitors, share.verdicts, share.findings))
    return Line(words("book.changes-share", visitors=visitors, verdicts=verdicts, findings=findings))


def _move(kind: Kind, new: Ruleset, words: Words) -> Entry:
    known = {name: options for name, options in kind.answers.items() if new.question(name)}
    case = tuple(Line(words("book.changes-answer", question=q, answer=a)) for q, a in answers_in_words(known, new))
    title = _moved(kind.about, [kind.before], [kind.after], new, words)
    nobody = (Line(words["book.changes-nothing"]),)
    return Entry("", title, (), (BookRow(words["book.changes-case"], case or nobody),))


def _moved(standard: str, before: Sequence[str], after: Sequence[str], new: Ruleset, words: Words) -> str:
    names = {record.id: record.name for record in new.standards}
    name, was, now = names.get(standard, standard), _range(before, words), _range(after, words)
    return words("book.changes-move", standard=name, before=was, after=now)


def _range(bases: Sequence[str], words: Words) -> str:
    low, *high = [words.get(f"basis.{basis}", basis) for basis in bases] or [words["book.changes-nothing"]]
    return words("effort.range", low=low, high=high[0]) if high else low


def _examples(difference: Difference, new: Ruleset, words: Words) -> Iterator[Line]:
    for change in difference.changed:
        moved = _moved(change.standard, change.before, change.after, new, words)
        yield Line(words("book.changes-example", name=change.name, moved=moved))
