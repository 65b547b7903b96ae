"""The duties of one standard on a map of the world: what is filled how, where the signs stand, what part is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from advisor.content.map_outlines import Frame, countries
from advisor.content.words import Words
from advisor.verdicts.matrix import Cell, Row
from advisor.verdicts.verdict import Recommendation, Verdict

SHAPE = 16 / 9
MARGIN, LEAST = 0.07, 1500
"""Share of the width left free on each side; units that are shown at least, so that one can tell where one is."""


class Fill(NamedTuple):
    """What a market is filled with. `kind`: a basis, or what stands in its place; `order`: the higher, the stronger,
    below zero for what is no basis; `colour`: none is that of text."""

    kind: str
    order: int
    sign: str = ""
    colour: str = ""


UNDECIDED = Fill("undecided", -2, "cross")
BLANK = UNRESEARCHED, NOTHING = Fill("unresearched", -3, "query"), Fill("nothing", -4)
"""Shown for a chosen market only: a member state without a rule of its own has those of its union."""


class Area(NamedTuple):
    """A market on the map. `at`: where its sign stands; `says`: its name and its duty; `reported`: nobody has
    confirmed it."""

    fill: Fill
    reported: bool
    says: str
    at: tuple[int, int]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """`view`: west, north, width and height of what is shown. `areas`: the strongest last, so that it lies on top where
    a country has rules of its own beside those of its union. `legend`: fill → what it means. `alt`: all in words."""

    standard: str
    name: str
    view: tuple[int, int, int, int]
    areas: tuple[Area, ...]
    legend: Mapping[Fill, str]
    alt: str


def worlds(recommendation: Recommendation, words: Words) -> tuple[World, ...]:
    """A map for each standard, the strongest verdict first; none where nothing would be on it."""
    shown = [row for row in recommendation.matrix if row.jurisdiction.covers]
    if not shown:
        return ()
    view = _view([countries()[code].frame for row in shown for code in row.jurisdiction.covers])
    ordered = sorted(recommendation.verdicts.values(), key=lambda verdict: -verdict.basis.rank)
    drawn = (_world(verdict, shown, view, words) for verdict in ordered)
    return tuple(world for world in drawn if world.areas)


def _world(verdict: Verdict, shown: list[Row], view: tuple[int, int, int, int], words: Words) -> World:
    areas = [_area(row, verdict, words) for row in shown]
    areas = [area for row, area in zip(shown, areas, strict=True) if row.jurisdiction.option or area.fill not in BLANK]
    upwards = tuple(sorted(areas, key=lambda area: area.fill.order))
    legend = {area.fill: _meaning(area.fill, words) for area in reversed(upwards)}
    told = " ".join(area.says for area in areas)
    name = verdict.standard.name
    return World(verdict.standard.id, name, view, upwards, legend, words("map.alt", standard=name, markets=told))


def _area(row: Row, verdict: Verdict, words: Words) -> Area:
    cell, place = row.cells[verdict.standard.id], row.jurisdiction
    fill = _fill(cell, verdict.standard.by_market)
    key = "map.market-reported" if cell.reported else "map.market"
    says = words(key, market=place.name, duty=_meaning(fill, words))
    filled = [countries()[code] for code in place.covers]
    return Area(fill, cell.reported, says, filled[0].at, tuple(country.line for country in filled))


def _fill(cell: Cell, by_market: bool) -> Fill:
    basis = cell.basis
    if basis is None:
        return UNDECIDED if cell.at_most else UNRESEARCHED if by_market else NOTHING
    if cell.certificates and not basis.asks:  # not needed, but another certificate is
        return Fill("other", -1, "open-square", basis.colour)
    return Fill(basis.id, basis.rank, basis.sign, basis.colour)


def _meaning(fill: Fill, words: Words) -> str:
    """In the words of the table beside the map."""
    return words[f"duty.{fill.kind}"] if fill.order < 0 else words[f"basis-duty.{fill.kind}"]


def _view(frames: list[Frame]) -> tuple[int, int, int, int]:
    """All of them with some air around, in the shape of the picture."""
    whole = reduce(Frame.with_, frames)
    wide, high = whole.east - whole.west, whole.south - whole.north
    width = max(wide, high * SHAPE, LEAST) * (1 + 2 * MARGIN)
    height = width / SHAPE
    west, north = (whole.west + whole.east - width) / 2, (whole.north + whole.south - height) / 2
    return round(west), round(north), round(width), round(height)
