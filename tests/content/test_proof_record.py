"""What was proven travels with the content, and says nothing about any other content."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from advisor.__main__ import main
from advisor.commands import check as command
from advisor.content.library import ROOT, Content, content_hash
from advisor.content.proof_record import FILE, ProofRecord, read_proof_record
from advisor.rules.validity import Validity
from advisor.summary.provision import proof_line
from advisor.summary.wording import day
from tests.support import harbour, visitor
from tests.support.harbour import Edit
from tests.support.wording import says

SEA = "content/obligations/sea.yaml"
TODAY = datetime.now(UTC).date()


@pytest.fixture
def harbour_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented product, reviewed not long ago, as the content that the check looks at."""
    for name, text in harbour.FILES.items():
        fresh = text.replace("2027-01-01", str(TODAY + timedelta(days=100)))
        monkeypatch.setitem(harbour.FILES, name, fresh)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return harbour.write(tmp_path)


def edit(root: Path, change: Edit) -> None:
    file, old, new = change
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), "utf-8")


def proven(root: Path) -> ProofRecord:
    found = read_proof_record(root)
    assert found is not None
    return found


def test_a_check_without_error_writes_what_it_has_proven(harbour_of: Path) -> None:
    assert main(["check", "--write"]) == 0
    found = proven(harbour_of)
    assert (found.content, found.day) == (content_hash(harbour_of), TODAY)
    assert (found.questions, found.obligations, found.notes, found.sources, found.examples) == (4, 6, 1, 2, 5)
    assert found.proofs > 10


def test_a_check_that_is_not_asked_to_writes_nothing_and_says_how(
    harbour_of: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert not (harbour_of / FILE).exists()
    assert "python -m advisor check --write" in capsys.readouterr().err


def test_content_with_an_error_is_never_called_proven(harbour_of: Path) -> None:
    edit(harbour_of, (SEA, "overrides: [sea-general]\n    certificate", "overrides: [sea-generale]\n    certificate"))
    assert main(["check", "--write"]) == 1
    assert read_proof_record(harbour_of) is None


def test_content_that_changes_during_the_check_is_not_called_proven(
    harbour_of: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = command.check

    def slow(*given: object) -> object:
        report = honest(*given)  # type: ignore[arg-type]
        edit(harbour_of, (SEA, "Large crews must", "Big crews must"))
        return report

    monkeypatch.setattr(command, "check", slow)
    assert main(["check", "--write"]) == 0
    assert read_proof_record(harbour_of) is None
    assert "changed during the check" in capsys.readouterr().err


@pytest.mark.parametrize("rubbish", ["", "{}", "[1]", '{"content": 1}', "\x00", '{"content": "a", "day": "soon"}'])
def test_a_proof_that_cannot_be_read_is_none(rubbish: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text(rubbish, "utf-8")
    assert read_proof_record(tmp_path) is None


def kept(content: Content, /, **changes: object) -> Content:
    """The content with a proof of just this content, but for these changes."""
    counts = dict.fromkeys(("questions", "obligations", "notes", "sources", "groups"), 7)
    whole = {"content": content.hash, "day": TODAY, "examples": 123, "proofs": 4567, **counts, **changes}
    return replace(content, proven=ProofRecord.model_validate(whole))


def says_proven(content: Content, today: date) -> bool:
    """What the line says; it says one of the two."""
    line = proof_line(content, today)
    yes, no = (says(line, content.words, key) for key in ("result.proven", "result.not-proven"))
    assert yes is not no
    return yes


def test_the_line_names_day_and_counts_of_a_proof_of_this_content() -> None:
    content = kept(visitor.content())
    line = proof_line(content, TODAY)
    assert all(part in line for part in (day(TODAY, content.words), "4,567", "123"))
    assert says_proven(kept(visitor.content()), TODAY)


def test_the_line_says_plainly_that_other_content_was_proven_or_none() -> None:
    content = visitor.content()
    for stale in (kept(content, content="0" * 64), replace(content, proven=None)):
        assert not says_proven(stale, TODAY)
        assert content.hash[:12] in proof_line(stale, TODAY)


def test_a_proof_does_not_hold_once_a_rule_comes_into_force_or_ends() -> None:
    content = visitor.content()
    first, *others = content.ruleset.obligations
    ending = first.model_copy(update={"valid": Validity(until=TODAY)})
    content = replace(content, ruleset=replace(content.ruleset, obligations=(ending, *others)))
    assert says_proven(kept(content), TODAY)
    assert not says_proven(kept(content), TODAY + timedelta(days=1))


def test_the_proof_that_is_delivered_does_not_lie() -> None:
    """It may be about older content, for then nothing is claimed; but what it claims of this content is true."""
    content, found = visitor.content(), read_proof_record(ROOT)
    if found is not None and found.content == content.hash:
        rules = content.ruleset
        assert (found.questions, found.obligations) == (len(rules.questions), len(rules.obligations))
        assert (found.notes, found.sources) == (len(rules.notes), len(rules.sources))
        assert date(2026, 1, 1) < found.day <= TODAY
