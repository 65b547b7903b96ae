"""Questions as entries, with their help, when they are asked, and every answer on offer."""

from collections.abc import Iterator
from typing import get_args

from advisor.book.chapters import BookRow, Entry, Line, Section
from advisor.book.page_blocks import plainly
from advisor.book.statement_entries import condition
from advisor.content.words import Words
from advisor.cross_references.dependencies import CrossReferences
from advisor.rules.model import Controller, Option, Question

SAID_KEYS = {"book.kind-{}": ("one", "many"), "studio.controlled-{}": get_args(Controller)}


def questions(atlas: CrossReferences, words: Words) -> tuple[Section, ...]:
    """A section for each topic, in asking order."""
    return tuple(Section(t.name, tuple(_question(q, atlas, words) for q in t.questions)) for t in atlas.topics)


def _question(question: Question, atlas: CrossReferences, words: Words) -> Entry:
    rows = [BookRow(words["book.why"], (Line(question.why),))]
    if question.help:
        rows.append(BookRow(words["book.help"], (Line(question.help),)))
    if question.ask_if is not None:
        rows.append(condition("asked", question.ask_if, atlas, words))
    rows.append(BookRow(words["book.kind"], (Line(words[f"book.kind-{question.kind}"]),)))
    rows.append(BookRow(words["book.controlled"], (Line(words[f"studio.controlled-{question.controlled_by}"]),)))
    parts = tuple(_option(question, option, atlas, words) for option in question.options)
    return Entry(f"question:{question.id}", question.ask, (), tuple(rows), parts)


def _option(question: Question, option: Option, atlas: CrossReferences, words: Words) -> Entry:
    marks = tuple(Line(mark) for mark in _marks(option, words))
    rows = [BookRow(words["book.marks"], marks)] if marks else []
    if option.show_if is not None:
        rows.append(condition("shown", option.show_if, atlas, words))
    said = plainly(option.help) if option.help else ()
    return Entry(f"option:{question.id}:{option.id}", option.label, said, tuple(rows))


def _marks(option: Option, words: Words) -> Iterator[str]:
    if option.unknown:
        yield words("studio.mark-unknown", whom=option.ask_whom)
    for name in ("exclusive", "usual", "neutral"):
        if getattr(option, name):
            yield words[f"studio.mark-{name}"]
