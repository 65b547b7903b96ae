"""Which words of a question can be opened: those that stand on the page, in reading order, and only a few."""

from __future__ import annotations

from pathlib import Path

from advisor.content.glossary import FILE
from advisor.content.library import Content, load
from advisor.conversation.terms import MOST, terms_in
from advisor.rules.model import Question
from tests.support import harbour
from tests.support.invented import option, question


def content(folder: Path, *words: str) -> Content:
    root = harbour.write(folder)
    (root / FILE).write_text("".join(f"- {{word: {word}, meaning: What {word} is.}}\n" for word in words), "utf-8")
    return load(root)


def words(found: Content, asked: Question, *visible: str) -> list[str]:
    options = [option for option in asked.options if option.id in visible] if visible else None
    return [term.word for term in terms_in(found, asked, options)]


def test_terms_are_told_in_reading_order_and_once(tmp_path: Path) -> None:
    asked = question(
        "ports", option("north", label="By the mole", help="Behind the pier"), option("south", help="Mole")
    )
    assert words(content(tmp_path, "pier", "ports", "mole", "reef"), asked) == ["ports", "mole", "pier"]


def test_what_is_not_on_offer_is_not_read(tmp_path: Path) -> None:
    asked = question("harbour", option("north", help="By the mole"), option("south", help="By the pier"))
    assert words(content(tmp_path, "mole", "pier"), asked, "south") == ["pier"]


def test_a_question_full_of_terms_tells_the_first_few(tmp_path: Path) -> None:
    names = [f"word{letter}" for letter in "abcdefgh"]
    asked = question("harbour", *(option(name, label=name) for name in names))
    assert words(content(tmp_path, *names), asked) == names[:MOST]


def test_content_without_terms_has_none(tmp_path: Path) -> None:
    assert words(load(harbour.write(tmp_path)), question("harbour", "north", "south")) == []
