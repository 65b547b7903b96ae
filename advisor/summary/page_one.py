"""What page one has room for: at most so many words that it is read in the first minute. The rest stands behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from advisor.summary.answer_data import AnswerText, NeedText, OpenAnswer
from advisor.summary.summary_data import Summary

WORDS = 250
"""On page one, all of it: title, contact and foot of the page too."""
_AROUND = 50
"""Words of date, labels, headings and the foot of the page, at most."""
Part = Literal["why", "reported", "instead", "takes", "stands", "references"]
PARTS: tuple[Part, ...] = ("reported", "why", "references", "instead", "takes", "stands")
"""What a need may say besides what, when and who, in reading order."""


@dataclass
class Told:
    """A need and which of its parts are told."""

    need: NeedText
    parts: set[Part] = field(default_factory=lambda: set(PARTS))

    @property
    def left(self) -> set[Part]:
        """The parts that have something to say and are not told."""
        return {part for part in PARTS if getattr(self.need, part)} - self.parts


@dataclass
class PageOne:
    """The needs and open answers that stand on page one. `behind`: those that only the next page tells."""

    needs: list[Told]
    open: list[OpenAnswer]
    behind: list[NeedText]
    open_behind: list[OpenAnswer]


def page_one(summary: Summary, answer: AnswerText) -> PageOne:
    """Leaves out what can wait until the rest fits."""
    needs = list(each_once((*answer.needs, *answer.later)))
    first, later = needs[: len(answer.needs)], needs[len(answer.needs) :]
    page = PageOne(list(map(Told, first)), list(answer.open), later, [])
    room = WORDS - _AROUND - _fixed(summary, answer)
    shorter = _shorten(page)
    while words_on(page) > room and next(shorter, False):
        pass
    return page


def each_once(needs: Iterable[NeedText]) -> Iterator[NeedText]:
    """Two needs may have one reason and one provision, which the first of them says."""
    reasons, provisions = set(), set()
    for need in needs:
        said = {"why": ""} if need.why in reasons else {}
        cited = {"references": ()} if need.references in provisions else {}
        yield need.model_copy(update={**said, **cited})
        reasons.add(need.why)
        provisions.add(need.references)


def room_beside(summary: Summary, answer: AnswerText) -> int:
    """Words that page one has left."""
    return WORDS - _AROUND - _fixed(summary, answer) - words_on(page_one(summary, answer))


def _fixed(summary: Summary, answer: AnswerText) -> int:
    return count(answer.sentence, answer.not_needed, summary.company, summary.contact_ask)


def _shorten(page: PageOne) -> Iterator[bool]:
    """One step after the other, each yielded when it is done. The first need keeps its reasons longest."""
    while len(page.open) > 1:
        page.open_behind.insert(0, page.open.pop())
        yield True
    for parts, needs in (
        (("references",), page.needs[1:]),
        (("why",), page.needs[1:]),
        (("why",), page.needs[:1]),
        (("instead",), page.needs[1:]),
        (("takes", "stands"), page.needs[1:]),
        (("references",), page.needs[:1]),
    ):
        for told in reversed(needs):
            told.parts.difference_update(parts)
            yield True
    while len(page.needs) > 1:
        page.behind.insert(0, page.needs.pop().need)
        yield True
    for told in page.needs:
        told.parts.clear()
        yield True


def words_on(page: PageOne) -> int:
    opened = (count(open_.question, open_.ask_whom, open_.changes) for open_ in page.open)
    return sum(map(_words_of, page.needs)) + sum(opened)


def _words_of(told: Told) -> int:
    need = told.need
    said = count(need.when, need.when_note, need.what, need.who, need.holder)
    return said + sum(_part(need, part) for part in told.parts)


def _part(need: NeedText, part: Part) -> int:
    if part == "references":
        return sum(count(reference.title, *reference.cite) for reference in need.references)
    return count(getattr(need, part)) + (2 if getattr(need, part) else 0)  # its label


def count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
