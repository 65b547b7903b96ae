"""The developers' handbook names every room, and only files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HANDBOOK = (ROOT / "docs/developing.md").read_text("utf-8")
TREE = HANDBOOK.partition("```\n")[2].partition("```")[0]


def rooms() -> set[str]:
    """Every folder of `advisor/` with code of its own."""
    return {str(file.parent.relative_to(ROOT / "advisor")) for file in (ROOT / "advisor").rglob("__init__.py")} - {"."}


def drawn() -> set[str]:
    """The folders below `advisor/` in the tree, by how far they are indented."""
    found, room = set(), ""
    for line in TREE.partition("advisor/\n")[2].splitlines():
        match = re.match(r"^( +)(\w+)/", line)
        if match is None:
            break
        room = match[2] if len(match[1]) == 2 else room
        found.add(match[2] if len(match[1]) == 2 else f"{room}/{match[2]}")
    return found


def test_the_tree_draws_every_room_and_no_other() -> None:
    assert drawn() == rooms()


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`([\w/]+\.(?:py|yaml|md|json))`", HANDBOOK))))
def test_each_file_that_is_named_exists(named: str) -> None:
    assert any((folder / named).is_file() for folder in (ROOT, ROOT / "advisor"))
