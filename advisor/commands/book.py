"""Write the sign-off book: all content as one PDF, for a lawyer to approve on paper."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from advisor.book.book_pdf import write
from advisor.book.changes import changes, effect
from advisor.book.chapters import Chapter
from advisor.book.whole_book import chapters
from advisor.check.content_diff import compare
from advisor.check.readable_content import read_what_can_be_read
from advisor.commands.diff import content as content_of
from advisor.commands.options import Patience, day_of, day_option
from advisor.content.library import ROOT, Content, load
from advisor.cross_references.dependencies import CrossReferences
from advisor.summary.formats.pdf import logo_of


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--since", help="add what has changed since this git revision, or since this folder")
    day_option(parser, "printed on this day")
    parser.add_argument("-o", "--out", type=Path, default=Path("sign-off-book.pdf"), help="the file to write")


def run(options: Namespace) -> int:
    content, day = load(), day_of(options)
    book = made(content, day, options.since)
    logo = logo_of(content)
    options.out.write_bytes(write(book, content.hash, day, content.words, content.brand, logo))
    print(options.out)
    return 0


def made(content: Content, day: date, since: str | None = None) -> tuple[Chapter, ...]:
    """The chapters of the content; the last one says what has changed, if that is asked for."""
    now = chapters(CrossReferences(content.ruleset, (), day), content.pages, content.words, content.terms)
    return now if since is None else (*now, _changes(content, now, day, since))


def _changes(content: Content, now: tuple[Chapter, ...], day: date, since: str) -> Chapter:
    with content_of(since) as folder:
        old = read_what_can_be_read(folder)
    new = read_what_can_be_read(ROOT)
    before = chapters(CrossReferences(old.ruleset, (), day), old.pages, content.words, old.terms)
    difference = compare(old, new, day, Patience().step)
    return changes(before, now, since, effect(difference, new.ruleset, content.words), content.words)
