"""Which words of a question can be opened where they stand."""

from collections.abc import Iterable
from functools import lru_cache

from advisor.content.glossary import Term, TermFinder
from advisor.content.library import Content
from advisor.rules.model import Option, Question

MOST = 6
"""More would make a list of words out of a question."""


def terms_in(content: Content, question: Question, visible: Iterable[Option] | None = None) -> tuple[Term, ...]:
    """The terms in what is asked, then in the answers on offer, in reading order; without `visible` in all answers."""
    options = question.options if visible is None else visible
    find = _finder(content)
    texts = (question.ask, question.help, *(text for option in options for text in (option.label, option.help)))
    found = {term.word: term for text in texts if text for term in find(text)}
    return tuple(found.values())[:MOST]


@lru_cache(maxsize=2)
def _finder(content: Content) -> TermFinder:
    return TermFinder(content.terms)
