"""The levels of a verdict are a file, and what is wrong with it is said where it stands, with what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.check.report import check
from advisor.content.library import load, load_ruleset
from advisor.reading.reader import ContentError
from tests.support import harbour, invented

BASES = "content/bases.yaml"
ROWS = invented.FILES[BASES].splitlines(keepends=True)
WEAKEST, CONTRACT = ROWS[0], ROWS[3]


def complaints(root: Path, text: str) -> str:
    with pytest.raises(ContentError) as raised:
        load_ruleset(invented.write(root, {BASES: text}))
    return str(raised.value)


def said_by_check(root: Path) -> list[str]:
    problems = check(root, date.fromisoformat(harbour.TODAY)).problems
    return [f"{p.file}:{p.line}: {p.text}" for p in problems if p.severity == "error"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (CONTRACT, CONTRACT + CONTRACT, "bases.yaml:5: the basis 'contractual' exists more than once"),
        (
            '"asker": "buyer", "owes": "certificate"',
            '"asker": "buyers", "owes": "certificate"',
            "bases.yaml:4: 'contractual': asker is 'buyers', but one of 'law'",
        ),
        (
            '"asker": "buyer", "owes": "certificate"',
            '"asker": "buyers", "owes": "certificate"',
            "did you mean 'buyer'?",
        ),
        ('"badge": "violet"', '"badge": "purple"', "bases.yaml:4: 'contractual': badge is 'purple', but one of"),
        ('"badge": "violet", ', "", "bases.yaml:4: 'contractual': badge is missing"),
        ('"colour": "#000030"', '"colour": "red"', "bases.yaml:4: 'contractual': colour is 'red'"),
        (WEAKEST, CONTRACT.replace("contractual", "first"), "bases.yaml:1: 'first': stands first"),
        (CONTRACT, "", "no basis for a certificate that is asked for by 'buyer': write one with 'asker: buyer'"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = "".join(ROWS)
    assert text.count(old) == 1
    assert said in complaints(tmp_path, text.replace(old, new))


def test_without_any_level_the_check_says_so_once_and_goes_on(tmp_path: Path) -> None:
    root = harbour.write(tmp_path)
    (root / BASES).write_text("[]\n")
    assert [text for text in said_by_check(root) if text.startswith(BASES)] == [
        f"{BASES}:1: no basis is left: write the one where nothing is needed, and one for each asker"
    ]
    (root / BASES).unlink()
    assert f"{BASES}:1: no such file; at least one is needed" in said_by_check(root)


def test_a_level_needs_its_words_and_its_pages(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (BASES, CONTRACT, CONTRACT.replace("contractual", "promised") + CONTRACT))
    with pytest.raises(ContentError) as raised:
        load(root)
    for key in ("basis", "basis-duty"):
        assert f"{BASES}:5: 'promised': needs its words: write '{key}.promised' in content/words.yaml" in str(
            raised.value
        )
    said = said_by_check(root)
    assert any("'basis-duty.promised' is missing" in text for text in said)
    assert any(text.startswith("content/outcomes/sail.promised.md:1:") for text in said)


def test_a_level_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    changes = invented.changed("content/obligations/sea.yaml", "basis: legal-qms", "basis: legal-qsm")
    with pytest.raises(ContentError) as raised:
        load_ruleset(invented.write(tmp_path, changes))
    assert "'sea-crew': basis is 'legal-qsm', but one of 'not-needed', 'commercial'" in str(raised.value)
    assert "did you mean 'legal-qms'?" in str(raised.value)


def test_ranks_follow_the_file(tmp_path: Path) -> None:
    ruleset = load_ruleset(invented.write(tmp_path))
    assert [basis.rank for basis in ruleset.bases] == list(range(len(ROWS)))
    assert not ruleset.weakest.asks
    assert ruleset.asked_by("law").id == "legal-certificate"
