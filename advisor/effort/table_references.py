"""Checks that the figures name what exists, leave no number of people out, and add up."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from advisor.effort.ranges import Range, exactly
from advisor.effort.tables import EffortTables
from advisor.reading.reader import nearest
from advisor.reading.record import Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.condition_problems import check_condition
from advisor.rules.conditions import Condition
from advisor.rules.ruleset import Ruleset


def check_tables(figures: EffortTables, ruleset: Ruleset, pages: Collection[str]) -> list[Mistake]:
    """All mistakes in content/effort.yaml that only show beside the other files."""
    return [
        *_origins(figures),
        *_people(figures, ruleset),
        *_standards(figures, ruleset),
        *_conditions(figures, ruleset),
        *_tables(figures),
        *_preparations(figures),
        *_roadmap(figures, pages),
    ]


def _at(record: Record, figures: EffortTables, text: str) -> Mistake:
    return Mistake(record.file or figures.file, record.line or figures.line, text)


def _origins(figures: EffortTables) -> Iterator[Mistake]:
    counts = Counter(origin.id for origin in figures.origins)
    for origin in figures.origins:
        if counts[origin.id] > 1:
            yield _at(origin, figures, f"the origin '{origin.id}' exists more than once")
    for record, name in _named_origins(figures):
        if name not in counts:
            yield _at(record, figures, f"unknown origin '{name}'{nearest(name, counts)}")


def _named_origins(figures: EffortTables) -> Iterator[tuple[Record, str]]:
    yield figures.people, figures.people.origin
    yield figures.roadmap, figures.roadmap.origin
    yield from ((table, table.origin) for table in figures.audits)
    yield from ((rule, rule.origin) for rule in figures.combined)
    yield from ((entry, entry.origin) for entry in (*figures.months, *figures.work))
    yield from ((saving, saving.origin) for saving in figures.savings)
    for table in figures.audits:
        yield from ((table, part.origin) for part in (table.most_off, table.adjust) if part)
    cycle = figures.cycle
    names = [cycle.rounding, *(n for p in (cycle.surveillance, cycle.recertification) for n in (p.origin, p.floor))]
    yield from ((cycle, name) for name in names)


def _people(figures: EffortTables, ruleset: Ruleset) -> Iterator[Mistake]:
    people = figures.people
    question = ruleset.question(people.question)
    if question is None:
        known = [q.id for q in ruleset.questions]
        yield _at(people, figures, f"unknown question '{people.question}'{nearest(people.question, known)}")
        return
    options = {option.id for option in question.options if not option.unknown}
    for option in sorted(options ^ set(people.bands)):
        yield _at(people, figures, f"'people': option '{option}' of '{question.id}' and its band must both exist")


def _standards(figures: EffortTables, ruleset: Ruleset) -> Iterator[Mistake]:
    known = {standard.id for standard in ruleset.standards}
    named: list[tuple[Record, str]] = [(table, table.standard) for table in figures.audits]
    named += [(entry, entry.standard) for entry in (*figures.months, *figures.work)]
    named += [(rule, name) for rule in figures.combined for name in (rule.base, rule.adds)]
    named += [(saving, name) for saving in figures.savings for name in (saving.has, saving.wants)]
    for record, name in named:
        if name not in known:
            yield _at(record, figures, f"unknown standard '{name}'{nearest(name, known)}")


def _conditions(figures: EffortTables, ruleset: Ruleset) -> Iterator[Mistake]:
    questions = {question.id: question for question in ruleset.questions}
    conditions: list[tuple[Record, Condition | None]] = [(table, table.when) for table in figures.audits]
    conditions += [(entry, entry.when) for entry in (*figures.months, *figures.work)]
    conditions += [(saving, saving.when) for saving in figures.savings]
    conditions += [(caution, caution.when) for caution in figures.cautions]
    conditions += [(table, row.when) for table in figures.audits if table.adjust for row in table.adjust.rows]
    for record, condition in conditions:
        yield from (_at(record, figures, text) for text in check_condition(condition, questions))


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
            texts = [f"'{entry.id}': {text}" for text in _gaps(row.people for row in entry.rows)]
            yield from (_at(entry, figures, text) for text in texts)
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
