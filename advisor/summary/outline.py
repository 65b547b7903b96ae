"""What stands in a document and in which order: one list of sections, written by every format."""

from collections.abc import Callable, Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, words_of
from advisor.summary.page_one import room_beside
from advisor.summary.sections import answers_and_changes, background, needs, practice, takes, why
from advisor.summary.summary_data import Summary

SECTIONS: tuple[Callable[[Summary, Words], Iterator[DocumentSection]], ...] = (
    needs.answer,
    why.reasons,
    practice.how_to_get_it,
    takes.what_it_takes,
    answers_and_changes.changes,
    background.notes,
    needs.contact,
    answers_and_changes.your_answers,
    background.sources,
    background.limits,
)


def outline(summary: Summary, words: Words) -> tuple[DocumentSection, ...]:
    """The visitor's document. A part of the summary with nothing to say has no section."""
    return tuple(section for sections in SECTIONS for section in sections(summary, words))


def on_pages(summary: Summary, words: Words) -> tuple[DocumentSection, ...]:
    """The same where the answer has a page of its own: what that has no room for comes right behind it."""
    answer, *others = outline(summary, words)
    return (answer, *needs.more_needs(summary, words), *others)


def front(summary: Summary, words: Words) -> tuple[str, ...]:
    """Sections that page one has room for, where nothing is needed and it says little."""
    answer = summary.answer
    if answer is None or answer.needs:
        return ()
    room, found = room_beside(summary, answer), []
    for section in (section for make in _MAY_STAND_IN_FRONT for section in make(summary, words)):
        if words_of(section) <= room:
            room -= words_of(section)
            found.append(section.id)
    return tuple(found)


_MAY_STAND_IN_FRONT = (why.reasons, answers_and_changes.changes, background.notes, answers_and_changes.your_answers)
