"""One measured figure with its bar, and the table that shows them."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`bar`: the most that is allowed, or the least if `at_least`; none for a figure that only orients."""

    name: str
    value: float
    unit: str
    bar: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.bar is None:
            return ""
        if self.at_least:
            return "ok" if self.value >= self.bar else "UNDER"
        return "ok" if self.value <= self.bar else "OVER"


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def spread(name: str, values: Sequence[float], unit: str, bar: float | None = None) -> list[Figure]:
    """The median, held against the bar, and the 95th percentile."""
    return [
        Figure(f"{name}, median of {len(values)}", statistics.median(values), unit, bar),
        Figure(f"{name}, 95th percentile", percentile(values, 0.95), unit),
    ]


def table(figures: Iterable[Figure]) -> str:
    rows = [("figure", "measured", "bar", "")]
    rows += [(figure.name, f"{figure.value:,.2f} {figure.unit}", _bar(figure), figure.verdict) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip() for row in rows]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _bar(figure: Figure) -> str:
    return "" if figure.bar is None else f"{'≥' if figure.at_least else '≤'} {figure.bar:g} {figure.unit}"
