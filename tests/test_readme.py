"""The README and the code name the same commands, variables and folders, and its example runs."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from advisor.__main__ import COMMANDS, main
from advisor.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = re.search(r"echo '(?P<answers>\{.*\})' \|\s+python -m advisor (?P<command>.+)", README)


def tracked_folders() -> set[str]:
    files = subprocess.run(["git", "ls-files", "*/*"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {name for file in files.splitlines() if not (name := file.split("/")[0]).startswith(".")}


def section(title: str) -> str:
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_each_command_stands_in_the_readme_and_no_other() -> None:
    named = re.findall(r"^python -m advisor (\S+)", section("The command line"), re.MULTILINE)
    assert sorted(named) == sorted(command.__name__.rpartition(".")[2] for command in COMMANDS)


def test_each_variable_stands_in_the_readme_and_no_other() -> None:
    rows = [line.split("|")[1] for line in section("Settings").splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(Settings.variables())
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+", README)) <= set(Settings.variables())


def test_each_folder_stands_in_the_readme_and_no_other() -> None:
    lines = section("Where things are").partition("```\n")[2].partition("```")[0].splitlines()
    named = {name for line in lines for name in re.findall(r"(\w+)/", line.partition("  ")[0])}
    assert named == tracked_folders()


def test_it_opens_with_two_pictures_that_are_there_and_say_what_they_show() -> None:
    opening = README.partition("\n## ")[0]
    pictures = re.findall(r"<img[^>]*>", opening)
    assert len(pictures) == 2
    for picture in pictures:
        source, told = re.search(r'src="([^"]+)"', picture), re.search(r'alt="([^"]+)"', picture)
        assert source
        assert told
        assert len(told[1]) > 40
        written = (ROOT / source[1]).read_bytes()
        assert written.startswith(b"\x89PNG")
        assert len(written) < 200_000


def test_the_example_settles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert EXAMPLE is not None
    (tmp_path / "answers.yaml").write_text(EXAMPLE["answers"], "utf-8")
    arguments = EXAMPLE["command"].split()
    assert arguments[-1] == "-"
    assert main([*arguments[:-1], str(tmp_path / "answers.yaml")]) == 0
    assert '"settled": true' in capsys.readouterr().out
