"""A question as the words by which topics are found: stems, what people say for the same thing, and what it names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from advisor.content.topics import Topics
from advisor.understanding.tokens import plain, stem, tokens

MOST = 60
"""Words that are read of a question; who writes more tells a story."""
_LETTERS = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"^([a-z]+)(\d{3,})([a-z]?)$")
_TELLING = 3
_SHORTEST, _LONG = 6, 9
"""Letters from which one slip of the finger is forgiven, and from which two."""


class Asking(NamedTuple):
    """`terms`: what is looked for, each once; `entities`: ids of what is named; `mistyped`: terms that were guessed."""

    terms: tuple[str, ...]
    entities: frozenset[str] = frozenset()
    mistyped: frozenset[str] = frozenset()


class _Word(NamedTuple):
    typed: str
    stem: str


class _Phrase(NamedTuple):
    """`term`: what stands for it; `exact`: as it must be typed, if an ordinary word looks like it."""

    stems: tuple[str, ...]
    term: str
    entity: str = ""
    exact: str = ""


class TopicWords:
    """Knows the synonyms, the entities and the words to leave out."""

    def __init__(self, topics: Topics) -> None:
        self._ignored = {plain(word) for word in topics.gate.ignored}
        phrases = [
            self._phrase(text, synonym.word) for synonym in topics.synonyms for text in (synonym.word, *synonym.also)
        ]
        phrases += [self._phrase(text, f"={each.id}", each.id) for each in topics.entities for text in each.words]
        self._by_first: dict[str, list[_Phrase]] = defaultdict(list)
        for phrase in sorted(phrases, key=lambda phrase: (len(phrase.stems), bool(phrase.entity)), reverse=True):
            self._by_first[phrase.stems[0]].append(phrase)
        self.vocabulary = frozenset(_spelled(topics))
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.vocabulary):
            if len(word) >= _SHORTEST:
                self._by_letter[word[0]].append(word)

    def _phrase(self, text: str, term: str, entity: str = "") -> _Phrase:
        stems = tuple(word.stem for word in _words(text))
        return _Phrase(stems, term, entity, text if plain(text) in self._ignored else "")

    def read(self, text: str, mend: bool = False) -> Asking:
        """With `mend`, words that the content does not have are taken for slips of the finger where one is near."""
        words = list(_words(text))[:MOST]
        guessed = [self._mended(word) for word in words] if mend else words
        terms: dict[str, None] = {}
        entities, mistyped, at = set(), set(), 0
        while at < len(guessed):
            phrase = self._longest(guessed, at)
            length = len(phrase.stems) if phrase else 1
            term = phrase.term if phrase else self._kept(guessed[at])
            if phrase and phrase.entity:
                entities.add(phrase.entity)
            if term:
                terms[term] = None
                if guessed[at : at + length] != words[at : at + length]:
                    mistyped.add(term)
            at += length
        return Asking(tuple(terms), frozenset(entities), frozenset(mistyped))

    def _kept(self, word: _Word) -> str:
        """A short number tells nothing outside a name."""
        is_short_number = word.stem.isdigit() and len(word.stem) < _TELLING
        return "" if is_short_number or plain(word.typed) in self._ignored else word.stem

    def _longest(self, words: list[_Word], at: int) -> _Phrase | None:
        for phrase in self._by_first.get(words[at].stem, ()):
            here = words[at : at + len(phrase.stems)]
            if tuple(word.stem for word in here) == phrase.stems and phrase.exact in ("", here[0].typed):
                return phrase
        return None

    def _mended(self, word: _Word) -> _Word:
        """The word that was meant: it begins with the same letter, and hardly anything is wrong with the rest."""
        typed = plain(word.typed)
        if typed in self.vocabulary or typed in self._ignored or len(typed) < _SHORTEST or not typed.isalpha():
            return word
        most = 2 if len(typed) >= _LONG else 1
        found = process.extractOne(typed, self._by_letter[typed[0]], scorer=OSA.distance, score_cutoff=most)
        meant = found[0] if found else typed
        return _Word(meant, stem(meant)) if stem(meant) != word.stem else word


def _spelled(topics: Topics) -> Iterator[str]:
    """Every word of the content, as it is spelled."""
    texts = [text for record in topics.sayings for text in record.phrasings]
    texts += [f"{shown.title} {shown.text}" for shown in topics.explanations.values()]
    texts += [text for synonym in topics.synonyms for text in (synonym.word, *synonym.also)]
    texts += [text for entity in topics.entities for text in entity.words]
    return (plain(word) for text in texts for word in _LETTERS.findall(text))


def _words(text: str) -> Iterator[_Word]:
    """Letters and a number that were written as one are two words."""
    for token in tokens(text):
        glued = _GLUED.match(token.plain)
        if glued:
            yield from (_Word(part, stem(part)) for part in glued.groups() if part)
        else:
            yield _Word(text[token.start : token.end], token.stem)
