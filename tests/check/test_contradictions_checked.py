"""Answers that contradict each other take part in no proof, and a name in them that does not exist is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.check.report import check
from tests.support import harbour

FILE = "content/contradictions.yaml"
DOUBT = "- {id: lake-with-fish, when: {waters: sea, cargo: fish}, ask: Which is right?, settle: [waters, cargo]}"


@pytest.mark.parametrize(("old", "new"), [("", ""), ("cargo: fish", "cargo: fsh"), ("waters: sea", "watrs: sea")])
def test_the_rest_is_proved_whatever_contradicts(tmp_path: Path, old: str, new: str) -> None:
    root = harbour.write(tmp_path)
    first = f"# yaml-language-server: $schema=../schemas/contradictions.schema.json\n{DOUBT}\n"
    (root / FILE).write_text(first.replace(old, new), "utf-8")
    report = check(root, date.fromisoformat(harbour.TODAY))
    errors = {(problem.rule, problem.file) for problem in report.problems if problem.severity == "error"}
    assert errors == ({("unknown-name", FILE)} if new else set())
