"""The harbour with one more level of a verdict, in the middle of the others: rows, words and pages, and no Python."""

from __future__ import annotations

from pathlib import Path

from tests.support import harbour

ID, COLOUR, BADGE = "promised", "#AA5500", "orange"
HEADLINE = "Promised to the fishmongers"
DUTY = "Buyers of fish count on good order on board"
PAGE = "Fish are sold on a promise"
DAY = "2026-06-01"
ANSWERS = {"waters": ("sea",), "crew": ("few",), "cargo": ("fish",), "flag": ("home",)}
"""The keel is driven by law, the sail is promised."""

_BASES, _WORDS, _SEA = "content/bases.yaml", "content/words.yaml", "content/obligations/sea.yaml"
_ROW = f'- {{id: {ID}, asker: buyer, owes: system, badge: {BADGE}, colour: "{COLOUR}"}}\n'
_RULE = f"""\
  - id: sea-fish
    standard: sail
    basis: {ID}
    when: {{waters: sea, cargo: fish}}
    because: Whoever buys fish at sea counts on good sails.
    cite: ["§ 8"]
"""
_EXAMPLE = f"""\
- name: Fish from the open sea are sold on a promise
  answers: {{waters: [sea], crew: few, cargo: [fish], flag: home}}
  expect: {{keel: legal-qms, sail: {ID}}}
  decided_by: {{sail: sea-fish}}
  provision: § 8
"""


def write(root: Path) -> Path:
    """Write it below a folder."""
    after = harbour.FILES[_BASES].splitlines(keepends=True)[1]
    added = {"basis": HEADLINE, "basis-duty": DUTY}
    harbour.write(
        root,
        (_BASES, after, after + _ROW),
        *((_WORDS, f"\n{part}:\n", f"\n{part}:\n  {ID}: {text}\n") for part, text in added.items()),
        (_SEA, "obligations:\n", f"obligations:\n{_RULE}"),
        ("content/examples/boats.yaml", "- name: Alone on the open sea", f"{_EXAMPLE}- name: Alone on the open sea"),
    )
    for standard in ("keel", "sail"):
        (root / f"content/outcomes/{standard}.{ID}.md").write_text(f"# Promised\n\n{PAGE}.\n", "utf-8")
    return root
