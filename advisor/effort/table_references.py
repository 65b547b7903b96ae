"""Checks that the figures name what exists, leave no number of people out, and add up."""

from collections.abc import Collection, Iterable, Iterator

from advisor.effort.ranges import Range, exactly
from advisor.effort.tables import EffortTables
from advisor.reading.reader import duplicates, nearest, unknown
from advisor.reading.record import Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_condition
from advisor.rules.ruleset import Ruleset

_ORIGINS = ("origin", "floor", "rounding")
_STANDARDS = ("standard", "base", "adds", "has", "wants")
"""Keys under which the id of an origin, or of a standard, is written."""


def check_tables(figures: EffortTables, ruleset: Ruleset, pages: Collection[str]) -> list[Mistake]:
    """All mistakes in content/effort.yaml that only show beside the other files."""
    return [
        *duplicates("origin", figures.origins),
        *_names(figures, ruleset),
        *_people(figures, ruleset),
        *_tables(figures),
        *_preparations(figures),
        *_roadmap(figures, pages),
    ]


def _at(record: Record, figures: EffortTables, text: str) -> Mistake:
    return Mistake(record.file or figures.file, record.line or figures.line, text)


def _names(figures: EffortTables, ruleset: Ruleset) -> Iterator[Mistake]:
    """Origins, standards, questions and options that are named and do not exist, wherever that is."""
    origins = [origin.id for origin in figures.origins]
    for record, placed in _records(figures, figures):
        own = vars(record)
        texts = [
            *unknown("origin", [own[key] for key in _ORIGINS if key in own], origins),
            *ruleset.unknown("standard", [own[key] for key in _STANDARDS if key in own]),
            *check_condition(own.get("when"), ruleset.question_by_id),
        ]
        yield from (_at(placed, figures, text) for text in texts)


def _records(record: Record, placed: Record) -> Iterator[tuple[Record, Record]]:
    """Every record within a record, itself first, each with the nearest one around it that knows its line."""
    placed = record if record.line else placed
    yield record, placed
    for value in vars(record).values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _records(part, placed)


def _people(figures: EffortTables, ruleset: Ruleset) -> Iterator[Mistake]:
    people = figures.people
    question = ruleset.question(people.question)
    if question is None:
        yield from (_at(people, figures, text) for text in ruleset.unknown("question", [people.question]))
        return
    options = {option.id for option in question.options if not option.unknown}
    for option in sorted(options ^ set(people.bands)):
        yield _at(people, figures, f"'people': option '{option}' of '{question.id}' and its band must both exist")


def _tables(figures: EffortTables) -> Iterator[Mistake]:
    for table in figures.audits:
        yield from (_at(table, figures, text) for text in _gaps(row.people for row in table.rows))
        rows = table.adjust.rows if table.adjust else ()
        limit = table.most_off.share if table.most_off else 0
        for row in rows:
            if exactly(row.multiply.low) < 1 - limit:
                yield _at(row, figures, f"'{row.id}' takes off more than the limit of {float(limit):.0%}")
        if rows and rows[-1].when is not None:
            yield _at(rows[-1], figures, "the last adjustment must hold for everybody: leave out its 'when'")


def _preparations(figures: EffortTables) -> Iterator[Mistake]:
    for entries in (figures.months, figures.work):
        last = {entry.standard: entry for entry in entries}
        for entry in entries:
            for text in _gaps(row.people for row in entry.rows):
                yield _at(entry, figures, f"'{entry.id}': {text}")
            if last[entry.standard] is entry and entry.when is not None:
                text = f"'{entry.id}' is the last for {entry.standard}: it must hold for all, so leave out its 'when'"
                yield _at(entry, figures, text)


def _gaps(rows: Iterable[Range]) -> Iterator[str]:
    """Rows follow each other from one person on without a gap."""
    expected: float | None = 1
    for people in rows:
        if people.low != expected:
            yield f"a row for {people.low:g} people stands where {expected or 0:g} is expected"
        expected = None if people.high is None else people.high + 1


def _roadmap(figures: EffortTables, pages: Collection[str]) -> Iterator[Mistake]:
    roadmap = figures.roadmap
    for name in [*(stage.page for stage in roadmap.stages), roadmap.upkeep]:
        if pages and name not in pages:
            yield _at(roadmap, figures, f"'{name}' is no page of content/process{nearest(name, pages)}")
    if sum(stage.share for stage in roadmap.stages) != 1:
        yield _at(roadmap, figures, "the shares of the stages must add up to 1")
