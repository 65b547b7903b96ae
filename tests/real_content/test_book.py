"""The sign-off book of the real content: everything stands in it, once, and it reads well on paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import takewhile

import pypdfium2
import pytest

from advisor.__main__ import main
from advisor.book.book_pdf import write
from advisor.book.chapters import Chapter, Entry, numbers
from advisor.commands.book import made
from advisor.rules import conditions
from tests.support.pdf_reading import assert_conforms, flat
from tests.support.text_boxes import TOP, Box, boxes
from tests.support.visitor import content

DAY = date(2026, 11, 23)


@cache
def book() -> tuple[Chapter, ...]:
    return made(content(), DAY)


@cache
def document() -> bytes:
    return write(book(), content().hash, DAY, content().words, content().brand)


@cache
def text() -> str:
    """Of all pages, without head and foot."""
    return bare("".join(line for page in printed() for line in page))


@cache
def printed() -> list[list[str]]:
    """The lines of each page, without head and foot."""
    file = pypdfium2.PdfDocument(document())
    sheets = [page.get_textpage().get_text_bounded(0, 64, 600, TOP).split("\n") for page in file]
    return [[line.strip() for line in sheet if line.strip()] for sheet in sheets]


def bare(text: str) -> str:
    """Without what may come or go where a line breaks: spaces and hyphens."""
    return flat(text).replace("-", "").replace("\ufffe", "").replace("\x02", "")


def entries() -> dict[str, Entry]:
    return {entry.tag: entry for chapter in book() for entry in chapter.entries()}


def said(entry: Entry) -> str:
    lines = [line.text for row in entry.rows for line in row.lines]
    items = [run["text"] for block in entry.text if block["kind"] != "table" for item in block["items"] for run in item]
    return " ".join([entry.title, *lines, *items, *map(said, entry.parts)])


def test_each_id_stands_in_the_book_exactly_once() -> None:
    rules, shown = content().ruleset, content().pages
    wanted = [f"question:{question.id}" for question in rules.questions]
    wanted += [f"option:{question.id}:{option.id}" for question in rules.questions for option in question.options]
    wanted += [f"obligation:{obligation.id}" for obligation in rules.obligations]
    wanted += [f"note:{note.id}" for note in rules.notes]
    wanted += [f"source:{source}" for source in rules.sources]
    wanted += [f"outcome:{page.id}" for page in shown["outcomes"]]
    wanted += [
        f"page:{folder}/{page.id}" for folder in ("standards", "process", "faq", "asked") for page in shown[folder]
    ]
    found = Counter(re.findall(r"\[((?:question|option|obligation|note|source|outcome|page):[^\]]+)\]", text()))
    assert found == Counter(map(bare, wanted))


def test_each_sentence_that_visitors_read_is_in_the_book_with_its_citation() -> None:
    rules = content().ruleset
    for question in rules.questions:
        told = [question.ask, question.why, question.help]
        told += [part for option in question.options for part in (option.label, option.help, option.ask_whom)]
        told += [group.title for group in question.groups]
        assert all(bare(part) in text() for part in told), question.id
    for obligation in rules.obligations:
        told = [obligation.because, obligation.misconception, obligation.before, ", ".join(obligation.cite)]
        assert all(bare(part) in text() for part in told), obligation.id
    for note in rules.notes:
        assert bare(note.say) in text()
        assert bare(", ".join(note.cite)) in text(), note.id
    for term in content().terms:
        assert all(bare(part) in text() for part in (*term.forms, term.meaning, *term.cite)), term.word
    for source in rules.sources.values():
        told = [source.title, source.version, source.link, f"Checked on {source.checked} by {source.by}"]
        assert all(bare(part) in text() for part in told), source.id
    for page in (page for folder in content().pages.values() for page in folder):
        assert bare(page.title) in text()


def test_each_condition_is_told_in_the_words_of_its_questions() -> None:
    by_tag = entries()
    for statement in content().ruleset.statements:
        kind = "obligation" if statement in content().ruleset.obligations else "note"
        told = said(by_tag[f"{kind}:{statement.id}"])
        for test in (test for part in (statement.when, statement.unless) for test in conditions.tests(part)):
            question = content().ruleset.question(test.question)
            assert question is not None
            assert question.ask in told
            named = [option for option in question.options if option.id in test.options]
            own = [option for option in named if option.within not in test.options or test.mode == "all_of"]
            assert all(option.label in told for option in own), statement.id


def test_every_chapter_can_be_signed_for_this_content_version() -> None:
    short = content().hash[:12]
    for number, chapter in enumerate(book(), 1):
        assert text().count(bare(f"Approval of chapter {number}: {chapter.title}")) == 1
        assert bare(f"{chapter.counted}, content version {short}, printed on 23 November 2026.") in text()
    assert bare(content().hash) in text()


def test_every_page_is_numbered_and_names_the_content() -> None:
    sheets = [page.get_textpage().get_text_bounded(0, 0, 600, 70) for page in pypdfium2.PdfDocument(document())]
    for number, foot in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in foot
        assert content().hash[:12] in foot


def test_it_conforms_to_pdf_ua_and_pdf_a() -> None:
    assert_conforms(document())


def test_nothing_leaves_its_margins_or_lies_on_something_else() -> None:
    for page in boxes(document()):
        body = sorted((box for box in page if box.bottom < TOP), key=lambda box: box.bottom)
        assert [box for box in body if box.outside] == []
        pairs = ((one, two) for place, one in enumerate(body) for two in takewhile(reaching(one), body[place + 1 :]))
        assert [(one, two) for one, two in pairs if one.covers(two)] == []


def reaching(lower: Box) -> Callable[[Box], bool]:
    """Whether a box begins below the top of another."""
    return lambda box: box.bottom < lower.top


def test_a_heading_never_ends_a_page() -> None:
    places, known = numbers(book()), entries()
    headings = {bare(f"{places[tag]}{entry.title}[{tag}]") for tag, entry in known.items()}
    for c, chapter in enumerate(book(), 1):
        headings |= {bare(f"{c}.{s}{section.title}") for s, section in enumerate(chapter.sections, 1)}
    lines = [[bare(line) for line in page] for page in printed()]
    assert len(headings & {line for page in lines for line in page}) > 0.8 * len(headings)
    assert [page[-1] for page in lines[4:] if page[-1] in headings] == []


def test_the_same_content_gives_the_same_bytes() -> None:
    assert write(book(), content().hash, DAY, content().words, content().brand) == document()


@pytest.mark.parametrize("since", ["no-such-revision", "/no/such/folder", "--help", ""])
def test_an_unknown_revision_is_told_and_nothing_is_written(
    since: str, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("book") / "book.pdf"
    assert main(["book", f"--since={since}", "-o", str(file)]) == 2
    assert f"'{since}' is n" in capsys.readouterr().err
    assert not file.exists()
