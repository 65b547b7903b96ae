"""Words of the trade that a visitor may open where they stand, each with its meaning in a sentence or two."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from advisor.reading.reader import Reader, unknown
from advisor.reading.record import Id, Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.model import Question, Texts
from advisor.rules.ruleset import Ruleset
from advisor.rules.search_words import SearchWord, SearchWords

FILE = "content/terms.yaml"


class Term(Record):
    """`also`: other forms of the word, such as its plural. What the meaning says of the law has its source."""

    word: SearchWord
    also: SearchWords = ()
    meaning: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=260)]
    source: Id | None = None
    cite: Texts = ()
    checked: date | None = None

    @property
    def id(self) -> str:
        """What the check calls it."""
        return self.word

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.word, *self.also)


class TermFinder:
    """Finds terms in a text, as whole words, the longest first. A form in small letters may begin a sentence."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._by_form = {_plain(form): term for term in self.terms for form in term.forms}
        longest_first = sorted(self._by_form, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either, longest_first))})(?!\w|-\w)")
        self._known: dict[str, tuple[Term, ...]] = {}

    def __call__(self, text: str) -> tuple[Term, ...]:
        """In the order in which they stand there. What was read once is remembered: texts are the content's own."""
        if text not in self._known:
            matches = (match[0] for match in self._pattern.finditer(text)) if self.terms else iter(())
            found = (self._by_form.get(match) or self._by_form[_small(match)] for match in matches)
            self._known[text] = tuple({id(term): term for term in found}.values())
        return self._known[text]


def _plain(form: str) -> str:
    return " ".join(form.split())


def _small(form: str) -> str:
    return form[:1].lower() + form[1:]


def _either(form: str) -> str:
    """A form without capitals is found with a capital in front as well; another form as it is written."""
    first = f"[{form[0]}{form[0].upper()}]" if form == form.lower() and form[0].isalpha() else re.escape(form[0])
    return first + re.escape(form[1:])


def texts_of(question: Question) -> Iterator[str]:
    """The texts of a question in which terms are looked for, as they stand on the page."""
    yield from (question.ask, question.help)
    yield from (text for option in question.options for text in (option.label, option.help))


def read_terms(reader: Reader, ruleset: Ruleset) -> tuple[Term, ...]:
    """All of them; the reader is told of words that stand twice and of sources that do not exist."""
    terms = tuple(reader.list_of(Term, FILE, needed=False))
    reader.mistakes += [*_twice(terms), *_unfounded(terms, ruleset)]
    return terms


def _at(term: Term, text: str, rule: str) -> Mistake:
    return Mistake(term.file, term.line, f"'{term.word}': {text}", rule, term.word)


def _twice(terms: Iterable[Term]) -> Iterator[Mistake]:
    known: dict[str, Term] = {}
    for term in terms:
        for form in term.forms:
            if known.setdefault(_plain(form), term) is not term or term.forms.count(form) > 1:
                yield _at(term, f"'{form}' stands in this file more than once", "duplicate")


def _unfounded(terms: Iterable[Term], ruleset: Ruleset) -> Iterator[Mistake]:
    for term in terms:
        for text in unknown("source", filter(None, [term.source]), ruleset.sources):
            yield _at(term, text, "unknown-source")
        if term.source and term.checked is None:
            yield _at(term, "what rests on a source needs 'checked': the day on which it was read", "form")


def unseen(terms: Iterable[Term], ruleset: Ruleset) -> Iterator[Mistake]:
    """Each term that stands in no question, so that nobody could ever open it."""
    find = TermFinder(terms)
    seen = {id(term) for question in ruleset.questions for text in texts_of(question) for term in find(text)}
    for term in find.terms:
        if id(term) not in seen:
            yield _at(term, "no question, answer or hint has this word: take it out", "unseen-term")
