"""Obligations and notes as entries: what is said, to whom, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.atlas.survey import AnyStatement, Atlas
from advisor.atlas.wording import in_words
from advisor.book.model import Entry, Line, Row, Section
from advisor.book.prose import plainly
from advisor.conditions import Condition
from advisor.model import Note, Obligation, Statement
from advisor.words import Words


def obligations(atlas: Atlas, words: Words) -> tuple[Section, ...]:
    """A section for each jurisdiction that has any."""
    return tuple(_by_place(atlas, words, atlas.ruleset.obligations))


def notes(atlas: Atlas, words: Words) -> tuple[Section, ...]:
    """The same; those of no jurisdiction come first."""
    return tuple(_by_place(atlas, words, atlas.ruleset.notes))


def condition(row: str, wanted: Condition | None, atlas: Atlas, words: Words) -> Row:
    """A condition in words, below its name."""
    lines = (Line(line.text, line.depth) for line in in_words(wanted, atlas.ruleset, words))
    return Row(words[f"book.{row}"], tuple(lines))


def _by_place(atlas: Atlas, words: Words, statements: Iterable[AnyStatement]) -> Iterator[Section]:
    names = {"": words["book.everywhere"]} | {j.id: j.name for j in atlas.ruleset.jurisdictions.values()}
    found: dict[str, list[Entry]] = {name: [] for name in names}
    for statement in statements:
        found.setdefault(statement.jurisdiction or "", []).append(_entry(statement, atlas, words))
    yield from (Section(names.get(place, place), tuple(own)) for place, own in found.items() if own)


def _entry(statement: AnyStatement, atlas: Atlas, words: Words) -> Entry:
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


def _standards(atlas: Atlas, ids: Iterable[str]) -> str:
    names = {standard.id: standard.name for standard in atlas.ruleset.standards}
    return ", ".join(names.get(name, name) for name in ids)


def _claims(obligation: Obligation, words: Words) -> Iterator[Row]:
    if obligation.misconception:
        yield Row(words["result.belief"], (Line(obligation.misconception),))
    if needed := obligation.certificate:
        said = words("result.suggest-certificate", certificate=needed.name, issuer=needed.issuer)
        yield Row(words["book.certificate"], (Line(said),))
        yield Row(words["glance.who"], (Line(words[f"glance.paper-{obligation.asker}"]),))
    if obligation.before:
        yield Row(words["glance.when"], (Line(words("glance.when-before", before=obligation.before)),))


def _conditions(statement: Statement, atlas: Atlas, words: Words) -> list[Row]:
    rows = [condition("when", statement.when, atlas, words)]
    if statement.unless is not None:
        rows.append(condition("unless", statement.unless, atlas, words))
    if statement.valid.from_ or statement.valid.until:
        open_end = words["studio.open-end"]
        span = {"first": statement.valid.from_ or open_end, "last": statement.valid.until or open_end}
        rows.append(Row(words["book.valid"], (Line(words("book.span", **span)),)))
    return rows


def _rivals(obligation: Obligation, atlas: Atlas, words: Words) -> Iterator[Row]:
    for row, names in (("overrides", obligation.overrides), ("beaten-by", atlas.beaten_by[obligation.id])):
        if names:
            yield Row(words[f"book.{row}"], tuple(Line("", to=f"obligation:{name}") for name in names))
    if obligation.together:
        yield Row(words["book.together"], (Line(words["book.together-strongest"]),))


def _paper(statement: Statement, atlas: Atlas, words: Words) -> Iterator[Row]:
    source = atlas.ruleset.sources.get(statement.source)
    cite = words("book.cite", source=source.title if source else "", cite=", ".join(statement.cite))
    said = cite if statement.cite else (source.title if source else statement.source)
    yield Row(words["book.source"], (Line(said, to=f"source:{statement.source}"),))
    confidence = words[f"confidence.{statement.confidence}"]
    state = words("book.checked", confidence=confidence, date=statement.checked, due=statement.review_by)
    yield Row(words["book.state"], (Line(state),))
    if statement.facts:
        yield Row(words["book.facts"], (Line(", ".join(statement.facts)),))
