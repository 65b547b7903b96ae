"""Documents checked, and levers and effort asked for, on the command line and with the real content."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.__main__ import main
from advisor.settings import settings
from tests.support.visitor import content
from tests.support.wording import says

WORDS = content().words
SECRET = "0123456789abcdef" * 3


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write a summary of real answers with the command line."""
    monkeypatch.setenv("ADVISOR_SIGNING_KEY", SECRET)
    (tmp_path / "answers.yaml").write_text("sectors: services\nsize: micro\n")

    def write(form: str) -> Path:
        out = tmp_path / f"summary.{form}"
        assert main(["summary", str(tmp_path / "answers.yaml"), "--format", form, "--out", str(out)]) == 0
        return out

    return write


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_the_command_line_recognises_its_own_summary(
    summary: Callable[[str], Path], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written = summary(form)
    assert main(["verify", str(written)]) == 0
    assert says(capsys.readouterr().out, WORDS, "verify.genuine")
    written.write_bytes(written.read_bytes().replace(b"2026", b"2025", 1))
    assert main(["verify", str(written), "--json"]) in (1, 2, 4)
    assert json.loads(capsys.readouterr().out)["state"] in ("statement-only", "altered", "unreadable")


def test_the_command_line_says_unsigned_without_a_key(
    summary: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ADVISOR_SIGNING_KEY")
    assert main(["verify", str(summary("pdf"))]) == 3
    assert says(capsys.readouterr().out, WORDS, "verify.unsigned")


def test_the_command_line_refuses_a_weak_key_and_a_missing_file(
    summary: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = summary("json")
    assert main(["verify", str(written.with_name("nothing.pdf"))]) == 2
    monkeypatch.setenv("ADVISOR_SIGNING_KEY", "weak")
    settings.cache_clear()
    assert main(["verify", str(written)]) == 2
    assert "at least 32 characters" in capsys.readouterr().err


def test_levers_and_effort_answer_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        "sectors: services\nsize: small\ndemands: iso-9001\ndemand-9001-form: contract\n"
        "demand-9001-words: certificate\nheld: none\n"
    )
    assert main(["levers", str(answers), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"iso-9001", "iso-13485"}
    assert main(["effort", str(answers), "--people", "20", "--rate", "1000-1500", "--deadline", "2026-12-01"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["standards"]["iso-9001"]["table"]["first_cycle"] == {"low": 5.0, "high": 5.0}
    assert told["roadmap"]["steps"]
    assert told["costs"]


def test_a_summary_in_a_folder_is_named_after_its_company_and_the_consultants_is_another(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("sectors: services\nsize: small\n")
    given = ["summary", str(answers), "--format", "markdown", "--company", "Öl & Sons", "--out", str(tmp_path)]
    assert main(given) == 0
    assert main([*given, "--edition", "consultant"]) == 0
    visitors, consultants = sorted(tmp_path.glob("*.md"), key=lambda file: len(file.name))
    assert "ol-sons" in visitors.name
    assert consultants.name.endswith(visitors.name)
