"""Obligations and notes as entries: what is said, to whom, and what stands behind it."""

from collections.abc import Iterable, Iterator
from typing import get_args

from advisor.book.chapters import BookRow, Entry, Line, Section
from advisor.book.page_blocks import plainly
from advisor.content.words import Words
from advisor.cross_references.condition_wording import in_words
from advisor.cross_references.dependencies import AnyStatement, CrossReferences
from advisor.rules.basis import Asker
from advisor.rules.conditions import Condition
from advisor.rules.model import Note, Obligation, Statement

SAID_KEYS = {"book.{}": ("asked", "shown", "when", "unless"), "glance.paper-{}": get_args(Asker)}


def obligations(atlas: CrossReferences, words: Words) -> tuple[Section, ...]:
    """A section for each jurisdiction that has any."""
    return tuple(_by_place(atlas, words, atlas.ruleset.obligations))


def notes(atlas: CrossReferences, words: Words) -> tuple[Section, ...]:
    """The same; those of no jurisdiction come first."""
    return tuple(_by_place(atlas, words, atlas.ruleset.notes))


def condition(row: str, wanted: Condition | None, atlas: CrossReferences, words: Words) -> BookRow:
    """A condition in words, below its name."""
    lines = (Line(line.text, line.depth) for line in in_words(wanted, atlas.ruleset, words))
    return BookRow(words[f"book.{row}"], tuple(lines))


def _by_place(atlas: CrossReferences, words: Words, statements: Iterable[AnyStatement]) -> Iterator[Section]:
    names = {"": words["book.everywhere"]} | {j.id: j.name for j in atlas.ruleset.jurisdictions.values()}
    found: dict[str, list[Entry]] = {name: [] for name in names}
    for statement in statements:
        found.setdefault(statement.jurisdiction or "", []).append(_entry(statement, atlas, words))
    yield from (Section(names.get(place, place), tuple(own)) for place, own in found.items() if own)


def _entry(statement: AnyStatement, atlas: CrossReferences, words: Words) -> Entry:
    if isinstance(statement, Obligation):
        title = words(
            "book.obligation",
            standard=_standards(atlas, [statement.standard]),
            basis=words[f"basis.{statement.basis}"],
        )
        rows = [*_claims(statement, words), *_conditions(statement, atlas, words), *_rivals(statement, atlas, words)]
        said = statement.because
    else:
        title = words("book.note", standards=_standards(atlas, statement.standards), kind=_kind(statement, words))
        rows, said = _conditions(statement, atlas, words), statement.say
    return Entry(tag_of(statement), title, plainly(said), (*rows, *_paper(statement, atlas, words)))


def tag_of(statement: AnyStatement) -> str:
    return f"{'obligation' if isinstance(statement, Obligation) else 'note'}:{statement.id}"


def _kind(note: Note, words: Words) -> str:
    return words[f"note.{note.kind}"]


def _standards(atlas: CrossReferences, ids: Iterable[str]) -> str:
    names = {standard.id: standard.name for standard in atlas.ruleset.standards}
    return ", ".join(names.get(name, name) for name in ids)


def _claims(obligation: Obligation, words: Words) -> Iterator[BookRow]:
    if obligation.misconception:
        yield BookRow(words["result.belief"], (Line(obligation.misconception),))
    if needed := obligation.certificate:
        said = words("result.suggest-certificate", certificate=needed.name, issuer=needed.issuer)
        yield BookRow(words["book.certificate"], (Line(said),))
        yield BookRow(words["glance.who"], (Line(words[f"glance.paper-{obligation.asker}"]),))
    if obligation.before:
        yield BookRow(words["glance.when"], (Line(words("glance.when-before", before=obligation.before)),))


def _conditions(statement: Statement, atlas: CrossReferences, words: Words) -> list[BookRow]:
    rows = [condition("when", statement.when, atlas, words)]
    if statement.unless is not None:
        rows.append(condition("unless", statement.unless, atlas, words))
    if statement.valid.from_ or statement.valid.until:
        open_end = words["studio.open-end"]
        first, last = statement.valid.from_ or open_end, statement.valid.until or open_end
        rows.append(BookRow(words["book.valid"], (Line(words("book.span", first=first, last=last)),)))
    return rows


def _rivals(obligation: Obligation, atlas: CrossReferences, words: Words) -> Iterator[BookRow]:
    for row, names in (("overrides", obligation.overrides), ("beaten-by", atlas.beaten_by[obligation.id])):
        if names:
            yield BookRow(words[f"book.{row}"], tuple(Line("", to=f"obligation:{name}") for name in names))
    if obligation.together:
        yield BookRow(words["book.together"], (Line(words["book.together-strongest"]),))


def _paper(statement: Statement, atlas: CrossReferences, words: Words) -> Iterator[BookRow]:
    source = atlas.ruleset.sources.get(statement.source)
    cite = words("book.cite", source=source.title if source else "", cite=", ".join(statement.cite))
    said = cite if statement.cite else (source.title if source else statement.source)
    yield BookRow(words["book.source"], (Line(said, to=f"source:{statement.source}"),))
    confidence = words[f"confidence.{statement.confidence}"]
    state = words("book.checked", confidence=confidence, date=statement.checked, due=statement.review_by)
    yield BookRow(words["book.state"], (Line(state),))
    if statement.facts:
        yield BookRow(words["book.facts"], (Line(", ".join(statement.facts)),))
