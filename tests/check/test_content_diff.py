"""What an edit does, told for an invented product."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from advisor.__main__ import main
from advisor.check.content_diff import Difference, compare, in_words
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.commands import diff as command
from advisor.rules.evaluator import evaluate_one
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import judge
from tests.support import harbour
from tests.support.harbour import Edit

TODAY = date.fromisoformat(harbour.TODAY)
SEA, COAST, BOAT = "content/obligations/sea.yaml", "content/obligations/coast.yaml", "questions/10-boat.yaml"


@pytest.fixture
def old(tmp_path: Path) -> ReadableContent:
    return read_what_can_be_read(harbour.write(tmp_path / "old"))


def edited(tmp_path: Path, *edits: Edit) -> ReadableContent:
    return read_what_can_be_read(harbour.write(tmp_path / "new", *edits))


def difference(old: ReadableContent, tmp_path: Path, *edits: Edit) -> Difference:
    return compare(old, edited(tmp_path, *edits), TODAY)


@pytest.mark.parametrize(
    "rewording",
    [
        (SEA, "because: Large crews must be certified.", "because: A large crew needs a certificate."),
        (BOAT, "ask: Under which flag?", "ask: Which flag do you fly?"),
        (COAST, 'cite: ["§ 4"]', 'cite: ["§ 4", "§ 5"]'),
        (SEA, "when: {waters: sea, crew: alone}", "when: {crew: alone}"),
    ],
)
def test_a_pure_rewording_is_empty(old: ReadableContent, tmp_path: Path, rewording: Edit) -> None:
    found = difference(old, tmp_path, rewording)
    assert found.empty
    assert list(in_words(found, old.ruleset, old.ruleset)) == []


def test_a_changed_basis_names_the_people_and_the_smallest_case(old: ReadableContent, tmp_path: Path) -> None:
    found = difference(old, tmp_path, (SEA, "basis: commercial", "basis: contractual"))
    assert [(c.name, c.before, c.after) for c in found.changed] == [
        ("Alone on the open sea one may do without", ("commercial",), ("contractual",))
    ]
    assert [(k.about, k.before, k.after, k.answers) for k in found.kinds] == [
        ("keel", "commercial", "contractual", {"waters": ("sea",), "crew": ("alone",)})
    ]
    assert found.sampled.verdicts > 0
    assert found.enumerated.verdicts > 0


def test_every_smallest_case_shows_its_change(old: ReadableContent, tmp_path: Path) -> None:
    new = edited(
        tmp_path,
        (SEA, "when: {waters: sea, crew: alone}", "when: {waters: sea, crew: [alone, few]}"),
        (COAST, "when: {flag: abroad}", "when: {waters: coast, flag: abroad}"),
    )
    found = compare(old, new, TODAY)
    assert len(found.kinds) >= 4
    for kind in found.kinds:
        assert _told(old.ruleset, kind.about, kind.answers) == kind.before
        assert _told(new.ruleset, kind.about, kind.answers) == kind.after


def _told(ruleset: Ruleset, about: str, answers: dict[str, tuple[str, ...]]) -> str:
    if about in {standard.id for standard in ruleset.standards}:
        return str(judge(ruleset, answers).verdicts[about].basis)
    planes = evaluate_one(ruleset, answers)
    place = next(i for i, o in enumerate(ruleset.obligations) if o.id == about)
    return "speaks" if planes.finding(place)[0] else "silent"


def test_a_new_question_is_named(old: ReadableContent, tmp_path: Path) -> None:
    flag = harbour.FILES[BOAT].split("- id: flag")[1]
    found = difference(old, tmp_path, (BOAT, "- id: flag" + flag, "- id: flag" + flag + "- id: rig" + flag))
    assert (found.new_questions, found.gone_questions) == (("rig",), ())


def test_words_name_questions_and_options_by_their_labels(old: ReadableContent, tmp_path: Path) -> None:
    new = edited(tmp_path, (SEA, "basis: commercial", "basis: contractual"))
    text = "\n".join(in_words(compare(old, new, TODAY), new.ruleset, old.ruleset))
    assert "How many are on board? Only me" in text
    assert "1 of 6 examples and personas change." in text


@pytest.mark.skipif(shutil.which("git") is None, reason="compares revisions of git")
def test_the_command_compares_a_revision_with_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = harbour.write(tmp_path)
    who = ["-c", "user.name=us", "-c", "user.email=us@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "First"]):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    monkeypatch.setattr(command, "ROOT", root)
    assert main(["diff", "HEAD", str(root), "--on", harbour.TODAY]) == 0
    assert capsys.readouterr().out == ""
    harbour.write(tmp_path, (SEA, "basis: commercial", "basis: contractual"))
    assert main(["diff", "HEAD", str(root), "--on", harbour.TODAY]) == 0
    assert "keel: commercial → contractual" in capsys.readouterr().out


def test_the_command_refuses_what_is_neither_folder_nor_revision(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "no-such-thing", "."]) == 2
    assert "no-such-thing" in capsys.readouterr().err
