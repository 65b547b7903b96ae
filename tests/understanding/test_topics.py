"""Topics are read with the pages that answer them, and every fault is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from advisor.content.topics import GATE, Explanation, Topics, read_topics
from advisor.reading.reader import Reader
from tests.understanding import invented_topics

FOUR = "phrasings: [how to moor, where to lie, find a place, free berth]"


def read(root: Path, entry: str) -> tuple[Topics | None, Reader]:
    folder = root / "content/understanding/topics"
    folder.mkdir(parents=True)
    (root / GATE).write_text(yaml.safe_dump(invented_topics.GATE.model_dump(by_alias=True, mode="json")), "utf-8")
    (folder / "harbour.yaml").write_text(entry + "\n", "utf-8")
    (folder.parent / "decoys.yaml").write_text("- {id: fish, phrasings: [bait for cod]}\n", "utf-8")
    (folder.parent / "entities.yaml").write_text("- {id: far, kind: country, words: [Farland]}\n", "utf-8")
    reader = Reader(root)
    return read_topics(reader, invented_topics.PAGES), reader


def test_what_is_shown_is_the_page_as_it_stands(tmp_path: Path) -> None:
    found, reader = read(tmp_path, f"- {{id: berth, page: faq/berths, parts: [Fees.], about: [far], {FOUR}}}")
    assert reader.mistakes == []
    assert found is not None
    shown = found.explanations["berth"]
    assert shown == Explanation("Of berths", "**Fees.** A berth costs a penny a day.", "Harbour law s. 3", "2026-01-02")
    assert shown.text in invented_topics.BODY


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {id: berth, page: faq/berths, phrasings: [how to moor, where to lie, free berth]}", "3 phrasings"),
        (f"- {{id: berth, page: faq/berth, {FOUR}}}", "faq/berths"),
        (f"- {{id: berth, page: faq/berths, parts: [Fines.], {FOUR}}}", "Fines."),
        (f"- {{id: berth, page: faq/berths, fits: [near], {FOUR}}}", "near"),
        (f"- {{id: berth, page: faq/berths, translated: {{de: 'Bait, for COD?'}}, {FOUR}}}", "fish"),
        (f"- {{id: berth, page: faq/berths, {FOUR}}}\n- {{id: place, page: faq/berths, {FOUR}}}", "berth"),
        (f"- {{id: berth, page: faq/berths, {FOUR}}}\n- {{id: berth, page: faq/berths, {FOUR}}}", "more than once"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, entry: str, said: str) -> None:
    _, reader = read(tmp_path, entry)
    assert any(said in mistake.text and mistake.line for mistake in reader.mistakes)


def test_content_without_topics_answers_no_side_question(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert read_topics(reader, invented_topics.PAGES) is None
    assert reader.mistakes == []
