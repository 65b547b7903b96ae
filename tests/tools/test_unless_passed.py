"""A command is spared only where it passed today on the same files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import unless_passed

RUN = "import pathlib; p = pathlib.Path('runs'); p.touch(); p.write_text(p.read_text() + 'x'); print('found')"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(unless_passed, "CACHE", tmp_path / "cache")
    Path("read").mkdir()
    Path("read/one.yaml").write_text("a: 1")


def runs(script: str = RUN) -> int:
    """How often it ran so far, after asking once more."""
    unless_passed.main(["read", "--", sys.executable, "-c", script])
    return len(Path("runs").read_text())


def test_what_passed_is_said_again_and_not_run_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert (runs(), runs()) == (1, 1)
    assert capsys.readouterr().out.splitlines()[:2] == ["found", "found"]


@pytest.mark.parametrize("name", ["one.yaml", "two.yaml"])
def test_a_changed_or_a_new_file_is_a_reason_to_run(name: str) -> None:
    assert runs() == 1
    Path("read", name).write_text("a: 2")
    assert runs() == 2


def test_a_file_that_is_gone_is_a_reason_to_run() -> None:
    assert runs() == 1
    Path("read/one.yaml").unlink()
    assert runs() == 2


def test_what_failed_is_run_again() -> None:
    failing = f"{RUN}; raise SystemExit(1)"
    assert (runs(failing), runs(failing)) == (1, 2)
    assert unless_passed.main(["read", "--", sys.executable, "-c", failing]) == 1
