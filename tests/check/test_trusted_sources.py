"""Law that nobody read, a front door in place of a provision, and a past day told as coming are each found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.check.report import check
from advisor.check.texts.trusted_sources import home_page
from tests.support import harbour
from tests.support.harbour import Edit

TODAY = date.fromisoformat(harbour.TODAY)
SEA, COAST, SOURCES = "content/obligations/sea.yaml", "content/obligations/coast.yaml", "content/sources.yaml"
REPORTED = (SEA, "confidence: high", "confidence: low")
UNSURE = (SEA, "confidence: high", "confidence: medium")
LAW = "  title: Law of the sea\n  link: https://example.org/sea\n"
DOOR = (SOURCES, LAW, "  title: Law of the sea\n  link: https://example.org/en/\n")
MANY = "Large crews must be certified."


def unread(title: str) -> Edit:
    """A source that nobody read."""
    whole = harbour.FILES[SOURCES]
    _, entry = whole.split(f"title: {title}")
    return SOURCES, f"title: {title}{entry}", f"title: {title}{entry.replace('read: text', 'read: own-knowledge', 1)}"


def found(root: Path) -> set[tuple[str, str]]:
    mine = ("unread-source", "home-page", "past-as-future")
    return {(p.rule, p.about) for p in check(root, TODAY).problems if p.rule in mine}


def test_what_a_law_wants_must_have_been_read(tmp_path: Path) -> None:
    about = {("unread-source", "sea-general"), ("unread-source", "sea-many")}
    assert about <= found(harbour.write(tmp_path, unread("Law of the sea"), UNSURE))


def test_nobody_is_sure_of_what_he_has_not_read(tmp_path: Path) -> None:
    assert ("unread-source", "coast-fish") in found(harbour.write(tmp_path, unread("Almanac")))


def test_what_only_is_reported_may_be_unread_and_lead_to_a_door(tmp_path: Path) -> None:
    assert not found(harbour.write(tmp_path, unread("Law of the sea"), REPORTED))
    assert not found(harbour.write(tmp_path, DOOR, REPORTED))


def test_the_address_of_a_law_leads_further_than_the_door(tmp_path: Path) -> None:
    assert found(harbour.write(tmp_path, DOOR)) == {("home-page", "sea-general"), ("home-page", "sea-many")}


@pytest.mark.parametrize(
    ("link", "door"),
    [
        ("https://example.org", True),
        ("https://example.org/", True),
        ("https://example.org/en/", True),
        ("https://example.org/en/index.html", True),
        ("https://example.org/law/7", False),
        ("https://example.org/?law=7", False),
    ],
)
def test_a_language_alone_is_no_way_in(link: str, door: bool) -> None:
    assert home_page(link) is door


@pytest.mark.parametrize(("day", "over"), [("1 May 2026", True), ("1 June 2026", True), ("2 June 2026", False)])
def test_what_has_begun_is_not_coming(day: str, over: bool, tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (SEA, MANY, f"From {day} large crews must be certified."))
    assert (("past-as-future", "sea-many") in found(root)) is over


@pytest.mark.parametrize("since", ["Since 1 May 2026 it holds.", "In force since 1 May 2026.", "From May 2026 on."])
def test_what_says_since_or_names_no_day_is_left_alone(since: str, tmp_path: Path) -> None:
    assert not found(harbour.write(tmp_path, (SEA, MANY, since)))
