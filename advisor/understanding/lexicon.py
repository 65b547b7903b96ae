"""What editors write about words: which facts a word gives, what cues mean, and what facts propose."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from advisor.reading.reader import Reader, unknown
from advisor.reading.record import Id, Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.model import Flag, Question
from advisor.rules.ruleset import Ruleset
from advisor.understanding.gazetteer import Gazetteer, Region, read_gazetteer
from advisor.understanding.phrases import Phrases
from advisor.understanding.tokens import plain, plain_words

FOLDER = "content/understanding"
Fact = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9-]+$", max_length=60)]


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Facts = Annotated[tuple[Fact, ...], BeforeValidator(_listed)]
Forms = Annotated[tuple[Annotated[str, StringConstraints(min_length=1, max_length=60)], ...], BeforeValidator(_listed)]
Weight = Annotated[float, BeforeValidator(lambda value: float(value) if isinstance(value, str) else value)]


class LexiconTerm(Record):
    """Words, and what they say of a company. `weight`: how much it says, against other words."""

    fact: Facts
    words: Forms
    weight: Weight = 2.0


class Cue(Record):
    """Words that say how others are meant: a market, a supplier, held, demanded, not."""

    cue: Id
    words: Forms


class Conclusion(Record):
    """What follows where some facts are there and others are not. The first of a kind that holds counts."""

    fact: Fact
    all: Facts
    any: Facts = ()
    none: Facts = ()
    weight: Weight = 6.0
    sure: Flag = True


class StandardName(Record):
    """A standard by the names that people give it."""

    id: Id
    words: Forms


class Proposed(Record):
    """A question, and which fact proposes which of its options. `own_tap`: it is confirmed by itself.

    `rest`: the option for places that no other option names. `least`: how many people an option begins with.
    """

    question: Id
    own_tap: Flag = False
    facts: dict[str, Annotated[tuple[Id, ...], BeforeValidator(_listed)]] = Field(default_factory=dict)
    parts: Forms = ()
    codes: dict[str, Annotated[tuple[str, ...], BeforeValidator(_listed)]] = Field(default_factory=dict)
    rest: Id | None = None
    least: dict[str, int] = Field(default_factory=dict)
    always_maybe: Flag = False

    @property
    def options(self) -> Iterator[str]:
        yield from (option for options in self.facts.values() for option in options)
        yield from (*self.codes, *self.least, *([self.rest] if self.rest else []))


class Slot(Record):
    """A slot of measurements: which fact fills it with what."""

    slot: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    kind: Literal["one", "many"]
    facts: dict[str, str] = Field(default_factory=dict)
    part: str = ""
    number: Flag = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything that is known about words, ready to be searched."""

    terms: tuple[LexiconTerm, ...]
    cues: tuple[Cue, ...]
    conclusions: tuple[Conclusion, ...]
    standards: tuple[StandardName, ...]
    proposed: tuple[Proposed, ...]
    slots: tuple[Slot, ...]
    gazetteer: Gazetteer
    known_words: frozenset[str]

    @cached_property
    def term_phrases(self) -> Phrases[LexiconTerm]:
        return Phrases((word, term) for term in self.terms for word in term.words)

    @cached_property
    def cue_phrases(self) -> Phrases[str]:
        return Phrases((word, sys.intern(cue.cue)) for cue in self.cues for word in cue.words)

    @cached_property
    def standard_phrases(self) -> Phrases[str]:
        return Phrases((word, sys.intern(standard.id)) for standard in self.standards for word in standard.words)

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Every word of terms and cues."""
        names = {word for standard in self.standards for phrase in standard.words for word in plain_words(phrase)}
        return self.mendable_words | names

    @cached_property
    def mendable_words(self) -> frozenset[str]:
        """The words that a slip of the keyboard is mended to."""
        entries: list[LexiconTerm | Cue] = [*self.terms, *self.cues]
        phrases = (phrase for entry in entries for phrase in entry.words)
        return frozenset(word for phrase in phrases for word in plain_words(phrase))

    @cached_property
    def turns(self) -> frozenset[str]:
        return self._words_of("turn")

    @cached_property
    def leading(self) -> frozenset[str]:
        """Words that a place stands behind."""
        return self._words_of("inside", "from")

    def _words_of(self, *cues: str) -> frozenset[str]:
        return frozenset(plain(word) for cue in self.cues if cue.cue in cues for word in cue.words)


def read_lexicon(reader: Reader, ruleset: Ruleset) -> Lexicon:
    """All files of the folder; the reader is told of every mistake."""
    lexicon = Lexicon(
        terms=tuple(reader.list_of(LexiconTerm, f"{FOLDER}/words-*.yaml", needed=False)),
        cues=tuple(reader.list_of(Cue, f"{FOLDER}/cues.yaml", needed=False)),
        conclusions=tuple(reader.list_of(Conclusion, f"{FOLDER}/conclusions.yaml", needed=False)),
        standards=tuple(reader.list_of(StandardName, f"{FOLDER}/standards.yaml", needed=False)),
        proposed=tuple(reader.list_of(Proposed, f"{FOLDER}/proposals.yaml", needed=False)),
        slots=tuple(reader.list_of(Slot, f"{FOLDER}/slots.yaml", needed=False)),
        gazetteer=read_gazetteer(reader.root, reader.list_of(Region, f"{FOLDER}/regions.yaml", needed=False)),
        known_words=_known(reader),
    )
    reader.mistakes += _unfounded(lexicon, ruleset)
    return lexicon


def _known(reader: Reader) -> frozenset[str]:
    path = reader.root / FOLDER / "known-words.txt"
    return frozenset(path.read_text("utf-8").split()) if path.exists() else frozenset()


def _unfounded(lexicon: Lexicon, ruleset: Ruleset) -> Iterator[Mistake]:
    """Questions and options that do not exist, and facts that nothing gives."""
    for proposed in lexicon.proposed:
        question = ruleset.question_by_id.get(proposed.question)
        texts = list(unknown("question", [proposed.question], ruleset.question_by_id))
        texts += _unknown_options(proposed, question)
        yield from (Mistake(proposed.file, proposed.line, text, "unknown-name", proposed.question) for text in texts)
    given = {name for term in lexicon.terms for fact in term.fact for name in _all_names(fact)} | {
        found.fact for found in lexicon.conclusions
    }
    for conclusion in lexicon.conclusions:
        for text in unknown("fact", [*conclusion.all, *conclusion.any, *conclusion.none], given):
            yield Mistake(conclusion.file, conclusion.line, text, "unknown-name", conclusion.fact)


def _all_names(fact: str) -> Iterator[str]:
    """What conclusions may call a fact: as it is, denied, or as the customer's."""
    kind, _, name = fact.partition(".")
    yield from (fact, f"without.{kind}-{name}", f"for.{name}")


def _unknown_options(proposed: Proposed, question: Question | None) -> Iterator[str]:
    if question:
        yield from unknown("option", proposed.options, [option.id for option in question.options])
