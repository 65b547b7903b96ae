"""Where countries lie on the map of the world that the app serves itself (drawn by tools/world_map.py)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MAP = Path(__file__).resolve().parents[2] / "static" / "world.svg"
_COUNTRY = re.compile(r'<path id="([A-Z-]+)" data-at="([-\d]+) ([-\d]+)" data-frame="([-\d ]+)" d="([^"]+)"/>')


@dataclass(frozen=True)
class Frame:
    """A part of the map, in its own units: 10,000 go around the world."""

    west: int
    north: int
    east: int
    south: int

    def with_(self, other: Frame) -> Frame:
        """The smallest part that holds both."""
        west, north = min(self.west, other.west), min(self.north, other.north)
        return Frame(west, north, max(self.east, other.east), max(self.south, other.south))


@dataclass(frozen=True)
class Country:
    """`at`: where a sign may stand. `frame`: its large parts, without what lies overseas. `line`: an SVG path."""

    at: tuple[int, int]
    frame: Frame
    line: str


@cache
def countries() -> Mapping[str, Country]:
    """ISO 3166 code → country; Northern Ireland has its own, GB-NIR."""
    found = _COUNTRY.findall(MAP.read_text("utf-8"))
    return {code: Country((int(x), int(y)), Frame(*map(int, frame.split())), line) for code, x, y, frame, line in found}
