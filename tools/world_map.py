"""Draws static/world.svg from Natural Earth: `python tools/world_map.py countries-50m.json codes.json`.

Both files come from npm: world-atlas 2.0.2 (ISC; Natural Earth is in the public domain) and i18n-iso-countries 7 (MIT),
which knows the two letters of each country number.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

MAP = Path(__file__).resolve().parent.parent / "static" / "world.svg"
WIDTH, LEFT = 10_000, -169.0
"""Units for 360 degrees, from the strait between Alaska and Siberia, so that no country is cut in two."""
FINE, SMALL = 18.0, 25.0
"""Square units: corners of a smaller triangle are left out, and so are smaller islands of a country that has others."""
LEFT_OUT = {"010", "334", "260"}  # Antarctica and its islands
JOINED = {"248": "246", "Somaliland": "706"}  # Åland to Finland, as in law; Somaliland as the United Nations see it
CRIMEA, CRIMEA_COAST = 282, 639
"""The arc across the isthmus, and the one around the peninsula, which the United Nations count as Ukraine's."""

Point = tuple[float, float]
Ring = list[Point]


def main(atlas: Path, codes: Path) -> None:
    letters = {number: two for two, _, number, *_ in json.loads(codes.read_text("utf-8"))}
    topology = json.loads(atlas.read_text("utf-8"))
    arcs = [simplified(arc) for arc in decoded(topology)]
    countries: dict[str, list[Ring]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        name = country.get("id") or country["properties"]["name"]
        if name in LEFT_OUT:
            continue
        number = JOINED.get(name, name)
        for ring in rings(country, arcs):
            countries.setdefault(code_of(number, letters, ring), []).append(ring)
    paths = [drawn(code, countries[code]) for code in sorted(countries)]
    start = '<svg xmlns="http://www.w3.org/2000/svg"><g id="world" fill-rule="evenodd">'
    MAP.write_text("\n".join([start, *paths, "</g></svg>\n"]), "utf-8")


def decoded(topology: dict[str, Any]) -> Iterator[Ring]:
    """The arcs, from differences of whole numbers to degrees to places on the map."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        places: Ring = []
        for right, up in arc:
            x, y = x + right, y + up
            places.append(projected(x * wide + west, y * high + south))
        yield places


def projected(longitude: float, latitude: float) -> Point:
    """Miller's cylindrical projection: shapes stay familiar, and the far north does not swell as in Mercator's."""
    up = 1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(latitude)))
    return ((longitude - LEFT) % 360) / 360 * WIDTH, (2.05 - up) * WIDTH / math.tau


def simplified(arc: Ring) -> Ring:
    """Leave out the corner of the smallest triangle until all are large enough (Visvalingam's way). Neighbours share
    their arcs, so no gap opens between them."""
    kept = list(arc)
    while len(kept) > (3 if arc[0] == arc[-1] else 2):
        sizes = [triangle(*kept[i - 1 : i + 2]) for i in range(1, len(kept) - 1)]
        if (least := min(sizes, default=FINE)) >= FINE:
            break
        del kept[sizes.index(least) + 1]
    return kept


def triangle(a: Point, b: Point, c: Point) -> float:
    if max(abs(a[0] - b[0]), abs(b[0] - c[0])) > WIDTH / 2:
        return math.inf
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def rings(country: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """The outlines worth drawing, holes among them."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    lines = [line for polygon in polygons for line in polygon]
    if country.get("id") == "804":
        lines = [[CRIMEA_COAST if arc == CRIMEA else arc for arc in line] for line in lines]
    elif country.get("id") == "643":
        lines = [line for line in lines if CRIMEA_COAST not in line]
    closed = sorted((joined(line, arcs) for line in lines), key=area, reverse=True)
    return [ring for place, ring in enumerate(closed) if place == 0 or area(ring) > SMALL]


def joined(ring: Iterable[int], arcs: list[Ring]) -> Ring:
    """One closed outline; a jump around the edge of the map is undone."""
    places: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        places += arc[1:] if places else arc
    whole: Ring = [places[0]]
    for x, y in places[1:]:
        whole.append((x + WIDTH * round((whole[-1][0] - x) / WIDTH), y))
    return whole


def area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def code_of(number: str, letters: dict[str, str], ring: Ring) -> str:
    """ISO 3166: two letters; apart are Svalbard, which is no part of the EEA, and Northern Ireland, where other rules
    hold than in Great Britain."""
    if number == "578" and frame([ring])[3] < projected(0, 74)[1]:
        return "SJ"
    if number == "826":
        west, _, east, _ = frame([ring])
        north_of_ireland = projected(-8.3, 0)[0] < west and east < projected(-5.4, 0)[0]
        below = projected(0, 55.3)[1] < frame([ring])[1]
        return "GB-NIR" if north_of_ireland and below else "GB"
    return letters.get(number, number.replace(" ", "-").replace(".", ""))


def frame(shape: list[Ring]) -> tuple[int, int, int, int]:
    """West, north, east, south."""
    xs, ys = [x for ring in shape for x, _ in ring], [y for ring in shape for _, y in ring]
    return round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))


def drawn(code: str, shape: list[Ring]) -> str:
    """`data-at`: where a sign may stand. `data-frame`: what is large enough to belong to the picture of a country, so
    not what lies overseas."""
    shape.sort(key=area, reverse=True)
    x, y = middle(shape[0])
    edges = " ".join(map(str, frame([ring for ring in shape if area(ring) >= area(shape[0]) / 10])))
    line = "".join(map(outline, shape))
    return f'<path id="{code}" data-at="{x:.0f} {y:.0f}" data-frame="{edges}" d="{line}"/>'


def middle(ring: Ring) -> Point:
    """The centre of gravity, or, where that lies outside, the middle of the widest stretch at its height."""
    around = [*ring, ring[0]]
    cross = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(around)]
    whole = sum(c for _, _, c in cross) or 1.0
    y = sum((a[1] + b[1]) * c for a, b, c in cross) / (3 * whole)
    edges = sorted(a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b, _ in cross if (a[1] > y) != (b[1] > y))
    inside = list(zip(edges[::2], edges[1::2], strict=False))
    if not inside:
        return ring[0]
    left, right = max(inside, key=lambda stretch: stretch[1] - stretch[0])
    return (left + right) / 2, y


def outline(ring: Ring) -> str:
    """The first place, then steps from each to the next."""
    places = [(round(x), round(y)) for x, y in ring]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)]
    moves = " ".join(f"{x} {y}" for x, y in steps[:-1] if (x, y) != (0, 0))
    return f"M{places[0][0]} {places[0][1]}l{moves or '1 0 0 1'}z".replace(" -", "-")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
