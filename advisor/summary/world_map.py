"""The duties of one standard on a map of the world: what is filled how, where the signs stand, what part is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from advisor.content.map_outlines import Frame, countries
from advisor.content.words import Words
from advisor.rules.model import Basis
from advisor.verdicts.matrix import Cell, Row
from advisor.verdicts.verdict import Recommendation, Verdict

SHAPE = 16 / 9
MARGIN, LEAST = 0.07, 1500
"""Share of the width left free on each side; units that are shown at least, so that one can tell where one is."""

KINDS = (*(basis.value for basis in reversed(Basis)), "other", "undecided", "unresearched", "nothing")
"""What a market can be filled with: the five bases; not needed, but another certificate is; decided by open answers;
no rule found where none of ours is known; nothing found."""
BLANK = KINDS[-2:]
"""Shown for a chosen market only: a member state without a rule of its own has those of its union."""


@dataclass(frozen=True)
class Area:
    """A market on the map. `at`: where its sign stands; `says`: its name and its duty; `reported`: nobody has
    confirmed it."""

    kind: str
    reported: bool
    says: str
    at: tuple[int, int]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """`view`: west, north, width and height of what is shown. `areas`: the strongest last, so that it lies on top where
    a country has rules of its own beside those of its union. `legend`: kind → what it means. `alt`: all in words."""

    standard: str
    name: str
    view: tuple[int, int, int, int]
    areas: tuple[Area, ...]
    legend: Mapping[str, str]
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
    areas = [area for row, area in zip(shown, areas, strict=True) if row.jurisdiction.option or area.kind not in BLANK]
    kinds = {area.kind for area in areas}
    legend = {kind: words[f"duty.{_meaning(kind)}"] for kind in KINDS if kind in kinds}
    told = " ".join(area.says for area in areas)
    name = verdict.standard.name
    upwards = tuple(sorted(areas, key=lambda area: -KINDS.index(area.kind)))
    return World(verdict.standard.id, name, view, upwards, legend, words("map.alt", standard=name, markets=told))


def _area(row: Row, verdict: Verdict, words: Words) -> Area:
    cell, place = row.cells[verdict.standard.id], row.jurisdiction
    kind = _kind(cell, verdict.standard.by_market)
    says = words(
        "map.market-reported" if cell.reported else "map.market",
        market=place.name,
        duty=words[f"duty.{_meaning(kind)}"],
    )
    filled = [countries()[code] for code in place.covers]
    return Area(kind, cell.reported, says, filled[0].at, tuple(country.line for country in filled))


def _kind(cell: Cell, by_market: bool) -> str:
    if cell.basis is Basis.NOT_NEEDED and cell.certificates:
        return "other"
    if cell.basis:
        return cell.basis
    if cell.at_most:
        return "undecided"
    return "unresearched" if by_market else "nothing"


def _meaning(kind: str) -> str:
    """What the table beside the map says of it as well."""
    return Basis(kind).duty if kind in set(Basis) else kind


def _view(frames: list[Frame]) -> tuple[int, int, int, int]:
    """All of them with some air around, in the shape of the picture."""
    whole = reduce(Frame.with_, frames)
    wide, high = whole.east - whole.west, whole.south - whole.north
    width = max(wide, high * SHAPE, LEAST) * (1 + 2 * MARGIN)
    height = width / SHAPE
    west, north = (whole.west + whole.east - width) / 2, (whole.north + whole.south - height) / 2
    return round(west), round(north), round(width), round(height)
