"""What people ask beside the questions: topics, each with the page that answers it, and how people say them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, NamedTuple

from pydantic import Field as Key, StringConstraints

from advisor.content.articles import Article
from advisor.reading.reader import Reader, duplicates, unknown
from advisor.reading.record import Id, Record
from advisor.reading.strict_yaml import Mistake

TOPICS, DECOYS = "content/understanding/topics/*.yaml", "content/understanding/decoys.yaml"
ENTITIES, SYNONYMS = "content/understanding/entities.yaml", "content/understanding/synonyms.yaml"
GATE = "content/understanding/gate.yaml"
FEWEST = 4
"""Phrasings in English; with fewer nobody else's words are found."""

TopicId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=60)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
Field = Literal["title", "phrasings", "body"]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Signal = Literal["always", "near", "ahead-of-topics", "ahead-of-decoys", "unknown", "mistyped", "elsewhere", "unnamed"]
_SOURCES = re.compile(r"^Sources: (?P<line>.+?)(?:; checked (?P<day>\d{4}-\d{2}-\d{2}))?$", re.DOTALL)


class SideTopic(Record):
    """`page`: folder and id; `parts`: how the paragraphs begin that answer it, all if left out."""

    id: TopicId
    page: str
    parts: tuple[Phrase, ...] = ()
    about: tuple[Id, ...] = ()
    fits: tuple[Id, ...] = ()
    phrasings: tuple[Phrase, ...]
    translated: Mapping[Language, Phrase] = {}


class Decoy(Record):
    """What our explanations do not answer."""

    id: Id
    phrasings: tuple[Phrase, ...]


class Entity(Record):
    """Who or what a question may name."""

    id: Id
    kind: Id
    words: tuple[Phrase, ...]


class Synonym(Record):
    """`also`: what people say instead of `word`."""

    word: Phrase
    also: tuple[Phrase, ...]


class Gate(Record):
    """What decides between an answer, an offer and silence; content/understanding/gate.yaml says what each does."""

    ignored: tuple[Phrase, ...]
    fields: Mapping[Field, float]
    nearest: float
    elsewhere: float
    named: float
    unnamed: float
    weights: Mapping[Signal, float]
    answer_from: float = Key(alias="answer-from")
    offer_from: float = Key(alias="offer-from")
    silent_from: float = Key(alias="silent-from")


class Explanation(NamedTuple):
    """What is shown for a topic. `text`: Markdown, as it stands on the page; `checked`: a day, or nothing."""

    title: str
    text: str
    sources: str = ""
    checked: str = ""


class Topics(NamedTuple):
    """All that a search needs; `explanations` is keyed by topic."""

    topics: tuple[SideTopic, ...]
    explanations: Mapping[str, Explanation]
    decoys: tuple[Decoy, ...]
    entities: tuple[Entity, ...]
    synonyms: tuple[Synonym, ...]
    gate: Gate

    @property
    def sayings(self) -> tuple[SideTopic | Decoy, ...]:
        """All that has phrasings."""
        return (*self.topics, *self.decoys)


def read_topics(reader: Reader, pages: Mapping[str, Iterable[Article]]) -> Topics | None:
    """All of them; the reader is told what is wrong. Content without the gate's file answers no side question."""
    if not (reader.root / GATE).exists():
        return None
    gate = reader.one(Gate, GATE)
    topics = tuple(reader.list_of(SideTopic, TOPICS))
    decoys = tuple(reader.list_of(Decoy, DECOYS, needed=False))
    entities = tuple(reader.list_of(Entity, ENTITIES, needed=False))
    synonyms = tuple(reader.list_of(Synonym, SYNONYMS, needed=False))
    by_name = {f"{folder}/{page.id}": page for folder, own in pages.items() for page in own}
    reader.mistakes += [*duplicates("topic", topics), *duplicates("decoy", decoys), *duplicates("entity", entities)]
    reader.mistakes += [*_few(topics), *_said_twice((*topics, *decoys)), *_unknown(topics, by_name, entities)]
    found = {topic.id: _explanation(topic, by_name[topic.page]) for topic in topics if topic.page in by_name}
    return Topics(topics, found, decoys, entities, synonyms, gate) if gate else None


def paragraphs(body: str) -> list[str]:
    return re.split(r"\n{2,}", body)


def _explanation(topic: SideTopic, page: Article) -> Explanation:
    """A list or a table stays with the paragraph before it only where the whole page is shown."""
    whole = paragraphs(page.body)
    sources = next((found for part in whole if (found := _SOURCES.match(part))), None)
    shown = [part for part in whole if not part.startswith("Sources:")]
    if topic.parts:
        shown = [part for start in topic.parts for part in shown if _begins(part, start)]
    said = (sources["line"], sources["day"] or "") if sources else ("", "")
    return Explanation(page.title, "\n\n".join(shown), *said)


def _begins(paragraph: str, start: str) -> bool:
    return paragraph.removeprefix("**").startswith(start)


def _at(record: SideTopic | Decoy, text: str, rule: str = "form") -> Mistake:
    return Mistake(record.file, record.line, f"'{record.id}': {text}", rule, record.id)


def _few(topics: Iterable[SideTopic]) -> Iterator[Mistake]:
    for topic in topics:
        if len(topic.phrasings) < FEWEST:
            yield _at(topic, f"has {len(topic.phrasings)} phrasings; at least {FEWEST} are needed", "few-phrasings")


def _said_twice(records: Iterable[SideTopic | Decoy]) -> Iterator[Mistake]:
    known: dict[str, str] = {}
    for record in records:
        translated = record.translated.values() if isinstance(record, SideTopic) else ()
        for phrase in (*record.phrasings, *translated):
            plain = " ".join(re.findall(r"\w+", phrase.casefold()))
            if plain in known:
                yield _at(record, f"'{phrase}' stands in '{known[plain]}' already", "duplicate")
            known.setdefault(plain, record.id)


def _unknown(
    topics: Iterable[SideTopic], pages: Mapping[str, Article], entities: Iterable[Entity]
) -> Iterator[Mistake]:
    named = {entity.id for entity in entities}
    for topic in topics:
        for text in (*unknown("page", [topic.page], pages), *unknown("tag", (*topic.about, *topic.fits), named)):
            yield _at(topic, text, "unknown-name")
        if topic.page in pages:
            shown = paragraphs(pages[topic.page].body)
            for start in topic.parts:
                if not any(_begins(part, start) for part in shown):
                    yield _at(topic, f"no paragraph of '{topic.page}' begins with '{start}'", "unknown-name")
