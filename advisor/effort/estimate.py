"""What a certificate takes: audit days over the cycle, months, own work, money, and what another system saves."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import mul

from advisor.effort.audit_days import ONE, AuditDays, audit_days, over_cycle, together
from advisor.effort.ranges import Range
from advisor.effort.tables import AuditTable, Caution, Clause, EffortTables, Origin, PeopleRow, Preparation, Saving
from advisor.rules.condition_states import counting, holding, holds
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset

ANYBODY = Range(1, None)


@dataclass(frozen=True)
class StandardEffort:
    """`table`: days as in the table; `likely`: moved by what we know about risk. `held`: it is there already, None
    if that is open; then only surveillance and recertification are left. `months` and `own_days` (person-days):
    None where there is no figure that we could stand by. `origins`: what is behind the figures, estimates marked."""

    standard: str
    held: bool | None
    table: AuditDays
    likely: AuditDays
    months: Range | None
    own_days: Range | None
    origins: tuple[Origin, ...]

    @property
    def ahead(self) -> Range:
        """The likely days of the audits to come: a cycle with the initial audit, or without it where it is held."""
        return self.likely.later_cycle if self.held else self.likely.first_cycle


@dataclass(frozen=True)
class Reuse:
    """What of the wanted standard a system to the other one covers: counts of clauses, and their weighted share."""

    has: str
    wants: str
    high: int
    partial: int
    new: int
    share: float
    clauses: tuple[Clause, ...]
    origin: Origin


@dataclass(frozen=True)
class Effort:
    """`standards`: standard id → what it takes. `combined`: (base, added standard) → one audit of both."""

    people: Range
    standards: dict[str, StandardEffort]
    combined: dict[tuple[str, str], AuditDays]
    savings: tuple[Reuse, ...]
    cautions: tuple[Caution, ...]

    @property
    def months(self) -> Range | None:
        """Until the last of the certificates that are not held yet, built side by side."""
        known = [e.months for e in self.standards.values() if e.months is not None]
        return reduce(lambda one, other: one.with_(other, max), known) if known else None


def estimate(
    figures: EffortTables, ruleset: Ruleset, answers: Answers, standards: Iterable[str], people: int | None = None
) -> Effort:
    """What these standards would take. `people`: the effective number of personnel, where the visitor knows it."""
    headcount = Range(people, people) if people else _headcount(figures, answers)
    wanted = set(standards)
    tables = [table for table in figures.audits if table.standard in wanted]
    found = {table.standard: _one(figures, ruleset, answers, table, headcount) for table in tables}
    initial = {name: one.table.initial for name, one in found.items()}
    possible = [rule for rule in figures.combined if {rule.base, rule.adds} <= set(found)]
    joint = {(rule.base, rule.adds): together(rule, initial[rule.base], initial[rule.adds]) for rule in possible}
    savings = holding(ruleset, figures.savings, answers)
    return Effort(
        people=headcount,
        standards=found,
        combined={pair: over_cycle(days, figures.cycle) for pair, days in joint.items()},
        savings=tuple(_reuse(figures, s) for s, state in savings if state and s.wants in wanted),
        cautions=tuple(c for c, state in holding(ruleset, figures.cautions, answers) if state is not False),
    )


def cost(days: Range, rate: Range) -> Range:
    """Money for days at the visitor's own day rate, so that whoever multiplies gets the same: in whole units."""
    return days.with_(rate, mul).each(lambda money: float(round(money)))


def _headcount(figures: EffortTables, answers: Answers) -> Range:
    chosen = [figures.people.bands[o] for o in answers.get(figures.people.question, ()) if o in figures.people.bands]
    return reduce(Range.around, chosen) if chosen else ANYBODY


def _one(figures: EffortTables, ruleset: Ruleset, answers: Answers, table: AuditTable, people: Range) -> StandardEffort:
    factor, origins = ONE, [table.origin, figures.cycle.surveillance.origin, figures.cycle.recertification.origin]
    if table.adjust:
        factor = reduce(Range.around, [row.multiply for row in counting(ruleset, table.adjust.rows, answers)])
        origins.append(table.adjust.origin)
    held = holds(ruleset, [table.when], answers)[0] if table.when else False
    ahead = people if held is not True else None
    months, from_months = _prepared(ruleset, answers, figures.months, table.standard, ahead)
    work, from_work = _prepared(ruleset, answers, figures.work, table.standard, ahead)
    return StandardEffort(
        standard=table.standard,
        held=held,
        table=audit_days(table, figures.cycle, people),
        likely=audit_days(table, figures.cycle, people, factor),
        months=months,
        own_days=work,
        origins=tuple(figures.origin(name) for name in dict.fromkeys([*origins, *from_months, *from_work])),
    )


def _prepared(
    ruleset: Ruleset, answers: Answers, entries: Iterable[Preparation], standard: str, people: Range | None
) -> tuple[Range | None, list[str]]:
    """The range that counts for so many people, with the origins of it; nothing where nothing is ahead."""
    if people is None:
        return None, []
    own = counting(ruleset, [entry for entry in entries if entry.standard == standard], answers)
    known = [value for entry in own if (value := _of(entry.rows, people))]
    if not known or len(known) < len(own):
        return None, []
    return reduce(Range.around, known), [entry.origin for entry in own]


def _of(rows: Collection[PeopleRow], people: Range) -> Range | None:
    """None where the rows end before the people do."""
    values = [row.value for row in rows if row.people.meets(people)]
    last = max((math.inf if row.people.high is None else row.people.high for row in rows), default=0)
    return reduce(Range.around, values) if values and (people.high or math.inf) <= last else None


def _reuse(figures: EffortTables, saving: Saving) -> Reuse:
    grades = [clause.reuse for clause in saving.clauses]
    return Reuse(
        has=saving.has,
        wants=saving.wants,
        high=grades.count("high"),
        partial=grades.count("partial"),
        new=grades.count("new"),
        share=float(sum(saving.weights[grade] for grade in grades) / len(grades)),
        clauses=saving.clauses,
        origin=figures.origin(saving.origin),
    )
