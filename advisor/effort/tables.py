"""The figures behind time and cost, as they stand in content/effort.yaml: each with its document and its date."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from advisor.effort.ranges import RangeField, ShareField
from advisor.reading.reader import Reader
from advisor.reading.record import Id, Record
from advisor.reading.strict_yaml import Path_, YamlFile
from advisor.rules.basis import NamedBases
from advisor.rules.conditions import Condition
from advisor.rules.model import Conditional, Text


class Origin(Record):
    """Where a group of figures comes from. `read`: how well we know it, as for a source; an estimate has nothing."""

    id: Id
    kind: Literal["source", "estimate"]
    document: Text
    place: str = ""
    """The clause or table."""
    link: Annotated[str, Field(pattern=r"^(https://[^\s<>\"]+)?$")] = ""
    read: Literal["text", "secondary", "own-knowledge"] = "own-knowledge"
    checked: date


class PeopleRow(Record):
    """What holds for so many people."""

    people: RangeField
    value: RangeField


class DaysRow(Record):
    people: RangeField
    days: ShareField


class People(Record):
    """How many people the options of a question mean."""

    origin: Id
    question: Id
    bands: dict[Id, RangeField]


class Adjustment(Conditional):
    """By what the days of the table are likely to be multiplied where this holds."""

    id: Id
    when: Condition | None = None
    multiply: RangeField


class Adjustments(Record):
    """The first that holds counts."""

    origin: Id
    rows: tuple[Adjustment, ...]


class Limit(Record):
    origin: Id
    share: ShareField


class AuditTable(Conditional):
    """Days of the initial audit by effective number of personnel. `when`: the certificate is held already."""

    standard: Id
    origin: Id
    when: Condition | None = None
    rows: tuple[DaysRow, ...] = Field(min_length=1)
    most_off: Limit | None = None
    adjust: Adjustments | None = None


class AuditShare(Record):
    """A share of the initial audit, and how long such a visit lasts at least."""

    origin: Id
    share: ShareField
    at_least: ShareField
    floor: Id
    """The origin of `at_least`."""


class Cycle(Record):
    years: int
    surveillance: AuditShare
    recertification: AuditShare
    rounding: Id
    """The origin of the rule to round to half days."""


class Combined(Record):
    """One audit of two standards: the days of `base` and a share more."""

    origin: Id
    base: Id
    adds: Id
    share: ShareField


class Preparation(Conditional):
    """Months, or person-days of one's own, until the certificate. The first that holds counts.

    Without rows there is no figure that we could stand by.
    """

    id: Id
    standard: Id
    origin: Id
    when: Condition | None = None
    rows: tuple[PeopleRow, ...] = ()


class Clause(Record):
    clause: Text
    topic: Text
    reuse: Literal["high", "partial", "new"]


class Saving(Conditional):
    """What a system to one standard saves on the way to another, clause by clause."""

    origin: Id
    has: Id
    wants: Id
    when: Condition | None = None
    weights: dict[Literal["high", "partial", "new"], ShareField]
    clauses: tuple[Clause, ...] = Field(min_length=1)


class Stage(Record):
    """A step of the process; its page says what happens in it."""

    page: Id
    share: ShareField


class Remedy(Record):
    """What to do where a date cannot be met; with `bases`, only where one of them asks for the certificate."""

    id: Id
    say: Text
    bases: NamedBases = ()


class Roadmap(Record):
    """`stages`: shares of the time until the certificate. `upkeep`: the page of what follows, for a whole cycle."""

    origin: Id
    stages: tuple[Stage, ...] = Field(min_length=1)
    upkeep: Id
    remedies: tuple[Remedy, ...]


class Caution(Conditional):
    """What the figures leave out, said where it matters."""

    id: Id
    say: Text
    when: Condition | None = None


class EffortTables(Record):
    origins: tuple[Origin, ...]
    people: People
    audits: tuple[AuditTable, ...]
    cycle: Cycle
    combined: tuple[Combined, ...] = ()
    months: tuple[Preparation, ...]
    work: tuple[Preparation, ...] = ()
    savings: tuple[Saving, ...] = ()
    cautions: tuple[Caution, ...] = ()
    roadmap: Roadmap

    def origin(self, origin_id: str) -> Origin:
        return next(origin for origin in self.origins if origin.id == origin_id)


def read_tables(reader: Reader, name: str) -> EffortTables | None:
    """Read the file; every entry knows its line."""
    return reader.one(EffortTables, name, lambda document: _placed(document, document.data, ()))


def _placed(document: YamlFile, data: Any, path: Path_) -> Any:
    if isinstance(data, list):
        return [_placed(document, entry, (*path, i)) for i, entry in enumerate(data)]
    if not isinstance(data, dict):
        return data
    parts = {key: part if key == "when" else _placed(document, part, (*path, key)) for key, part in data.items()}
    in_list = bool(path) and isinstance(path[-1], int)
    return {**parts, "file": document.file, "line": document.line(path)} if in_list else parts
