"""The chapter of changes, on an invented product: what it does to visitors, then entry by entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.book.book_entries import with_tables
from advisor.book.changes import changes, effect
from advisor.book.chapters import Chapter, Entry, numbers
from advisor.book.whole_book import chapters
from advisor.check.content_diff import compare
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.cross_references.dependencies import CrossReferences
from tests.support import harbour
from tests.support.harbour import Edit
from tests.support.invented_words import WORDS

DAY = date.fromisoformat(harbour.TODAY)
SEA, BOAT, SOURCES = "content/obligations/sea.yaml", "questions/10-boat.yaml", "content/sources.yaml"


def book(draft: ReadableContent) -> tuple[Chapter, ...]:
    return chapters(CrossReferences(draft.ruleset, (), DAY), draft.pages, WORDS)


@pytest.fixture
def old(tmp_path: Path) -> ReadableContent:
    return read_what_can_be_read(harbour.write(tmp_path / "old"))


def since_monday(old: ReadableContent, folder: Path, *edits: Edit) -> tuple[Chapter, dict[str, list[Entry]]]:
    """The chapter of changes after these edits, and its entries by the title of their section."""
    new = read_what_can_be_read(harbour.write(folder / "new", *edits))
    told = effect(compare(old, new, DAY), new.ruleset, WORDS)
    chapter = changes(book(old), book(new), "Monday", told, WORDS)
    return chapter, {section.title: list(section.entries) for section in chapter.sections}


def rows(entry: Entry) -> dict[str, list[str]]:
    return {row.name: [line.text or line.to for line in row.lines] for row in entry.rows}


def test_without_an_edit_nothing_has_changed(old: ReadableContent, tmp_path: Path) -> None:
    chapter, sections = since_monday(old, tmp_path)
    assert chapter.counted == WORDS.count("book.changes-count", 0)
    assert {title: [rows(entry) for entry in found] for title, found in sections.items()} == {
        "book.changes-verdicts": [{"": ["book.changes-no-verdict"]}]
    }


def test_a_new_sentence_is_told_before_and_after_though_no_verdict_changes(
    old: ReadableContent, tmp_path: Path
) -> None:
    edit = (SEA, "because: Large crews must be certified.", "because: A large crew needs a certificate.")
    _, sections = since_monday(old, tmp_path, edit)
    assert [rows(entry) for entry in sections["book.changes-changed"]] == [
        {
            "book.changes-entry": ["obligation:sea-many"],
            "book.changes-before book.changes-text": ["Large crews must be certified."],
            "book.changes-after book.changes-text": ["A large crew needs a certificate."],
        }
    ]
    assert rows(sections["book.changes-verdicts"][0])[""] == ["book.changes-no-verdict"]


def test_another_basis_names_the_verdicts_that_move_and_the_smallest_case(old: ReadableContent, tmp_path: Path) -> None:
    _, sections = since_monday(old, tmp_path, (SEA, "basis: commercial", "basis: contractual"))
    whole, move, examples = sections["book.changes-verdicts"]
    assert move.title == WORDS(
        "book.changes-move", standard="Keel", before="basis.commercial", after="basis.contractual"
    )
    assert (
        WORDS("book.changes-answer", question="How many are on board?", answer="Only me")
        in (rows(move)["book.changes-case"])
    )
    assert "100,000" in rows(whole)["book.changes-random"][0]
    assert rows(examples)[""] == [
        WORDS("book.changes-example", name="Alone on the open sea one may do without", moved=move.title)
    ]


def test_what_is_new_points_at_its_entry_and_what_is_gone_is_told_in_full(old: ReadableContent, tmp_path: Path) -> None:
    first, second = "{id: alone, label: Only me}", "{id: solo, label: All alone}"
    edits = [(BOAT, first, second), (SEA, "crew: alone", "crew: solo")]
    examples = "content/examples/boats.yaml"
    edits.append((examples, "crew: alone", "crew: solo"))
    _, sections = since_monday(old, tmp_path, *edits)
    assert [rows(entry) for entry in sections["book.changes-new"]] == [{"book.changes-entry": ["option:crew:solo"]}]
    assert [(entry.title, rows(entry)["book.changes-id"]) for entry in sections["book.changes-gone"]] == [
        ("Only me", ["option:crew:alone"])
    ]


def test_an_entry_that_only_moved_is_not_told_as_changed(old: ReadableContent, tmp_path: Path) -> None:
    almanac = harbour.FILES[SOURCES].split("- id: sea-law")[0]
    moved = [(SOURCES, almanac, ""), (SOURCES, "read: text\n", f"read: text\n{almanac}")]
    _, sections = since_monday(old, tmp_path, *moved)
    assert list(sections) == ["book.changes-verdicts"]


def test_every_entry_has_a_number_of_its_own(old: ReadableContent) -> None:
    places = numbers(book(old))
    assert len(set(places.values())) == len(places)
    assert places["option:waters:sea"].startswith(places["question:waters"] + ".")


def test_a_table_keeps_its_rows_and_the_text_around_it() -> None:
    found = with_tables("Before.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nAfter.")
    assert [block["kind"] for block in found] == ["paragraph", "table", "paragraph"]
    assert found[1]["items"] == [["A", "B"], ["1", "2"]]
