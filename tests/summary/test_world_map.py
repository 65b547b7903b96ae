"""The map of the world shows each market where it lies, with a fill and a sign that say how strong the duty is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from advisor.content.map_outlines import MAP, Frame, countries
from advisor.screen.drawing import markup
from advisor.summary.world_map import SHAPE, World, worlds
from advisor.verdicts.matrix import Cell, Row
from advisor.verdicts.verdict import judge
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content

DAY = date(2026, 11, 23)


def maps(answers: dict[str, tuple[str, ...]]) -> tuple[World, ...]:
    return worlds(judge(content().ruleset.on(DAY), answers), content().words)


def test_the_map_is_drawn_whole_and_loads_nothing() -> None:
    text = MAP.read_text("utf-8")
    drawn = {path.attrib["id"] for path in ET.fromstring(text).findall(".//{*}path")}
    assert {name for name in drawn if name.isupper()} == set(countries())
    assert len(countries()) > 200
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize(
    ("code", "west", "east"),
    [("GB", 4500, 4760), ("GB-NIR", 4460, 4550), ("SG", 7560, 7590), ("RU", 5400, 10000), ("CY", 5580, 5660)],
)
def test_a_country_lies_where_it_should_and_in_one_piece(code: str, west: int, east: int) -> None:
    frame = countries()[code].frame
    assert west <= frame.west < frame.east <= east


def test_the_strongest_verdict_comes_first() -> None:
    assert [world.standard for world in maps(MANY_MARKETS)] == ["iso-13485", "iso-9001"]


def test_each_market_is_filled_by_its_own_duty() -> None:
    kinds = {area.says.partition(":")[0]: area.fill.kind for area in maps(MANY_MARKETS)[0].areas}
    assert kinds["Canada"] == "legal-certificate"
    assert kinds["European Union and EEA"] == kinds["Great Britain"] == "legal-qms"
    assert kinds["United States"] == "undecided"


def test_what_is_not_a_market_is_not_on_the_map() -> None:
    assert len(maps(MANY_MARKETS)[0].areas) == len(MANY_MARKETS["markets"])
    assert maps(BOOKKEEPER) == ()


@pytest.mark.parametrize("markets", [("sg",), ("hk", "sg"), ("eu",), ("us", "nz"), ("ru", "ar", "ca")])
def test_every_market_and_its_sign_are_in_view(markets: tuple[str, ...]) -> None:
    world = maps({**ECG_START_UP, "markets": markets})[0]
    west, north, width, height = world.view
    view = Frame(west, north, west + width, north + height)
    for place in markets:
        for code in content().ruleset.jurisdictions[place].covers:
            assert view.with_(countries()[code].frame) == view
    assert all(west < area.at[0] < west + width and north < area.at[1] < north + height for area in world.areas)
    assert width / height == pytest.approx(SHAPE, rel=0.01)


def test_the_text_beside_the_map_names_every_market_with_its_duty() -> None:
    for world in maps(MANY_MARKETS):
        assert all(area.says in world.alt for area in world.areas)
        assert world.name in world.alt


def test_every_fill_on_the_map_is_explained_and_differs_by_more_than_colour() -> None:
    everywhere = tuple(o.id for o in content().ruleset.question("markets").options if not (o.unknown or o.exclusive))  # type: ignore[union-attr]
    world = maps({**MANY_MARKETS, "markets": everywhere})[0]
    drawn = markup.markup("world", world=world, say=content().words)
    assert set(world.legend) == {area.fill for area in world.areas}
    assert len(world.legend) > 4
    patterns = [
        re.search(rf'<pattern id="fill-{kind}".*?</pattern>', drawn, re.DOTALL).group().replace(kind, "")  # type: ignore[union-attr]
        for kind in (fill.kind for fill in world.legend)
        if kind not in ("undecided", "unresearched", "nothing")
    ]
    assert len(set(patterns)) == len(patterns)


def test_a_hostile_name_stays_text() -> None:
    world = maps(ECG_START_UP)[0]
    hostile = World(**{**vars(world), "alt": '"><script>alert(1)</script>'})
    assert "<script" not in markup.markup("world", world=hostile, say=content().words)


def test_a_duty_that_nobody_confirmed_has_a_hollow_sign_and_says_so() -> None:
    world = maps({**MANY_MARKETS, "markets": ("ae", "ca")})[0]
    reported = {area.says.partition(":")[0]: area.reported for area in world.areas}
    assert reported == {"United Arab Emirates": True, "Canada": False}
    drawn = markup.markup("world", world=world, say=content().words)
    assert content().words["map.reported"] in drawn
    assert content().words["map.reported"] not in markup.markup(
        "world", world=maps(ECG_START_UP)[0], say=content().words
    )


def test_where_no_rule_is_known_the_map_gives_no_all_clear() -> None:
    result = judge(content().ruleset.on(DAY), MANY_MARKETS)
    world = next(w for w in worlds(result, content().words) if w.standard == "iso-13485")
    unresearched = {place.name for place in result.verdicts["iso-13485"].unresearched}
    assert unresearched
    assert {area.says.partition(":")[0] for area in world.areas if area.fill.kind == "unresearched"} == unresearched


def test_a_member_state_with_a_rule_of_its_own_lies_on_top_of_its_union_and_leaves_no_hole_elsewhere() -> None:
    ruleset = content().ruleset
    result = judge(ruleset.on(DAY), ECG_START_UP)
    union = next(row for row in result.matrix if row.jurisdiction.id == "eu")
    blank = Cell(None, None, (), (), (), reported=False, reported_at_most=False)
    own = replace(blank, basis=ruleset.bases[-1], at_most=ruleset.bases[-1])
    state = Row(ruleset.jurisdictions["pl"], {"iso-9001": own, "iso-13485": blank})
    drawn = {w.standard: w for w in worlds(replace(result, matrix=(state, union)), content().words)}
    assert [area.says.partition(":")[0] for area in drawn["iso-13485"].areas] == [union.jurisdiction.name]
    assert drawn["iso-9001"].areas[-1].says.startswith(state.jurisdiction.name)
