"""All that editors wrote about the words of descriptions, checked and ready to be searched."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor.content.description_words import FOLDER, Conclusion, Cue, LexiconTerm, Proposed, Region, Slot, StandardName
from advisor.reading.reader import Reader, unknown
from advisor.reading.strict_yaml import Mistake
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.understanding.gazetteer import Gazetteer, read_gazetteer
from advisor.understanding.phrases import Phrases
from advisor.understanding.tokens import plain, plain_words


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
