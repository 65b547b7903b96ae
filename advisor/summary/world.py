"""The duties of one standard on a map of the world: what is filled how, where the signs stand, what part is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from advisor.geography import Country, Frame, countries
from advisor.matrix import Cell, Row
from advisor.model import Basis
from advisor.summary.model import Summary
from advisor.words import Words

SHAPE = 16 / 9
MARGIN, LEAST = 0.07, 1500
"""Share of the width left free on each side; units that are shown at least, so that one can tell where one is."""

OPEN, NOTHING = "open", "nothing"
"""Kinds of fill beside the five bases: what open answers decide, and a market where no rule was found."""


@dataclass(frozen=True)
class Area:
    """A market on the map. `at`: where its sign stands; `says`: its name and its duty."""

    kind: str
    says: str
    at: tuple[int, int]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """`view`: west, north, width and height of what is shown. `legend`: kind → what it means. `alt`: all in words."""

    standard: str
    name: str
    view: tuple[int, int, int, int]
    areas: tuple[Area, ...]
    legend: Mapping[str, str]
    alt: str


def worlds(summary: Summary, rows: tuple[Row, ...], words: Words) -> tuple[World, ...]:
    """A map for each standard, the strongest verdict first; none where no market lies on the map. `rows`: the matrix
    from which the summary was written."""
    shown = [(row, text.name) for row, text in zip(rows, summary.matrix, strict=True) if row.jurisdiction.covers]
    if not shown:
        return ()
    ordered = sorted(summary.verdicts, key=lambda verdict: -Basis(verdict.basis).rank)
    view = _view([countries()[code].frame for row, _ in shown for code in row.jurisdiction.covers])
    return tuple(_world(verdict.standard, verdict.name, shown, view, words) for verdict in ordered)


def _world(
    standard: str, name: str, shown: list[tuple[Row, str]], view: tuple[int, int, int, int], words: Words
) -> World:
    kinds = [_kind(row.cells[standard]) for row, _ in shown]
    legend = {kind: words[f"map.{kind}"] for kind in (*reversed(Basis), OPEN, NOTHING) if kind in kinds}
    says = [words("map.market", market=market, duty=legend[k]) for (_, market), k in zip(shown, kinds, strict=True)]
    areas = [
        _area(kind, said, [countries()[code] for code in row.jurisdiction.covers])
        for kind, said, (row, _) in zip(kinds, says, shown, strict=True)
    ]
    return World(standard, name, view, tuple(areas), legend, words("map.alt", standard=name, markets=" ".join(says)))


def _kind(cell: Cell) -> str:
    if cell.basis:
        return cell.basis
    return OPEN if cell.at_most else NOTHING


def _area(kind: str, says: str, places: list[Country]) -> Area:
    return Area(kind, says, places[0].at, tuple(place.line for place in places))


def _view(frames: list[Frame]) -> tuple[int, int, int, int]:
    """All of them with some air around, in the shape of the picture."""
    whole = reduce(Frame.with_, frames)
    wide, high = whole.east - whole.west, whole.south - whole.north
    width = max(wide, high * SHAPE, LEAST) * (1 + 2 * MARGIN)
    height = width / SHAPE
    west, north = (whole.west + whole.east - width) / 2, (whole.north + whole.south - height) / 2
    return round(west), round(north), round(width), round(height)
