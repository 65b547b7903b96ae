"""Audit days from the accreditation bodies' tables, in steps of half a day."""

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import add

from advisor.effort.ranges import Range, exactly
from advisor.effort.tables import AuditShare, AuditTable, Combined, Cycle

ONE = Range(1, 1)


@dataclass(frozen=True)
class AuditDays:
    """Days of eight hours. `surveillance`: per year. `first_cycle`: initial audit and the surveillance audits until
    the certificate ends; `later_cycle`: the same with recertification in place of the initial audit."""

    initial: Range
    surveillance: Range
    recertification: Range
    first_cycle: Range
    later_cycle: Range


def audit_days(table: AuditTable, cycle: Cycle, people: Range, factor: Range = ONE) -> AuditDays:
    """For this effective number of personnel. `factor`: how far the days are likely to move from the table.

    However small the factor, no more than the table's limit is taken off.
    """
    low = _least(table, people.low, factor.low)
    high = _base(table, people.high) if people.high is not None else None
    most = None if high is None or factor.high is None else nearest_half(high * exactly(factor.high))
    return over_cycle(Range(float(low), None if most is None else float(max(low, most))), cycle)


def over_cycle(initial: Range, cycle: Cycle) -> AuditDays:
    """The visits that follow from an initial audit of so many days."""

    def visit(part: AuditShare) -> Range:
        return initial.each(lambda days: float(max(nearest_half(Fraction(days) * part.share), part.at_least)))

    surveillance, recertification = visit(cycle.surveillance), visit(cycle.recertification)
    rest = surveillance.each(lambda days: days * (cycle.years - 1))
    return AuditDays(initial, surveillance, recertification, initial.with_(rest, add), recertification.with_(rest, add))


def together(rule: Combined, base: Range, adds: Range) -> Range:
    """The initial audit of both standards at once: from the days of one and a share more, up to both one by one."""
    low = float(nearest_half(Fraction(base.low) * (1 + rule.share)))
    return replace(base.with_(adds, lambda one, more: max(low, one + more)), low=low)


def nearest_half(days: Fraction) -> Fraction:
    """The nearest half day; exactly between two, the longer."""
    return Fraction(math.floor(days * 2 + Fraction(1, 2)), 2)


def _least(table: AuditTable, people: float, factor: float) -> Fraction:
    """Rounding must not take off more than the limit allows."""
    base = _base(table, people) or table.rows[-1].days
    reduced = nearest_half(base * exactly(factor))
    if table.most_off is None:
        return max(reduced, base) if factor < 1 else reduced
    return max(reduced, Fraction(math.ceil(base * (1 - table.most_off.share) * 2), 2))


def _base(table: AuditTable, people: float) -> Fraction | None:
    """The days of the table, or None above its last row, where it only says that they go on rising."""
    return next((row.days for row in table.rows if row.people.high is None or people <= row.people.high), None)
