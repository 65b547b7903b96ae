"""What only the consultant reads is checked like all content, and offered only where the result asks for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from advisor.content.consulting import FILE
from advisor.content.library import ROOT, load
from advisor.reading.reader import ContentError
from tests.support import visitor


def planted(tmp_path: Path, text: str) -> Path:
    for folder in ("questions", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / FILE).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("entry", "mistake"),
    [
        ("kind: offer\n  say: a\n  answer: b", "an offer must say"),
        ("kind: offer\n  certificates: [mdsp]\n  say: a\n  answer: b", "did you mean 'mdsap'?"),
        ("kind: question\n  when: {sectrs: medical}\n  say: a\n  answer: b", "did you mean 'sectors'?"),
        ("kind: advert\n  say: a\n  answer: b", "is 'advert'"),
        ("kind: question\n  bases: [legl-qms]\n  say: a\n  answer: b", "did you mean 'legal-qms'?"),
        ("kind: question\n  say: a", "is missing"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(tmp_path: Path, entry: str, mistake: str) -> None:
    with pytest.raises(ContentError) as error:
        load(planted(tmp_path, f"# only a comment\n- id: a\n  {entry}\n"))
    assert f"{FILE}:" in str(error.value)
    assert mistake in str(error.value)


def test_an_operator_may_do_without_and_the_hash_stays(tmp_path: Path) -> None:
    root = planted(tmp_path, "")
    (root / FILE).unlink()
    content = load(root)
    assert content.counsel == ()
    assert content.hash == visitor.content().hash
