"""Ranks topics and decoys for the words of a question: all their words together (BM25), and their nearest phrasing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log, sqrt
from typing import NamedTuple

from advisor.content.topics import Decoy, Field, SideTopic, Topics
from advisor.understanding.topic_words import TopicWords

_K1, _B = 1.2, 0.5
"""Usual values of BM25: how soon a repeated word counts no more, and how much long texts are held back."""


class Ranked(NamedTuple):
    """`rank`: from 0 to about 2; `near`: likeness of the nearest phrasing, from 0 to 1."""

    id: str
    rank: float
    near: float
    decoy: bool


class TopicIndex:
    """Built once for a content; a search changes nothing."""

    def __init__(self, topics: Topics, words: TopicWords) -> None:
        self._nearest = topics.gate.nearest
        self._decoys = {decoy.id for decoy in topics.decoys}
        self._counts: dict[str, dict[str, float]] = defaultdict(dict)
        self._sayings: list[tuple[str, frozenset[str]]] = []
        lengths: dict[str, float] = {}
        for record in topics.sayings:
            counts = self._weighed(record, topics, words)
            lengths[record.id] = sum(counts.values())
            for term, count in counts.items():
                self._counts[term][record.id] = count
        usual = sum(lengths.values()) / max(1, len(lengths))
        self._held_back = {name: _K1 * (1 - _B + _B * length / usual) for name, length in lengths.items()}
        self._total = len(lengths)
        self._norms = [sqrt(sum(self.rarity(term) ** 2 for term in saying)) for _, saying in self._sayings]
        self._saying_in: dict[str, list[int]] = defaultdict(list)
        for number, (_, saying) in enumerate(self._sayings):
            for term in saying:
                self._saying_in[term].append(number)

    def _weighed(self, record: SideTopic | Decoy, topics: Topics, words: TopicWords) -> dict[str, float]:
        """Term → how often it stands there, by the weight of the field."""
        counts: dict[str, float] = defaultdict(float)
        for field, text in _fields(record, topics):
            if not topics.gate.fields.get(field):
                continue  # reading a field costs, also where it counts nothing
            terms = words.read(text).terms
            for term in terms:
                counts[term] += topics.gate.fields.get(field, 0.0)
            if field != "body":
                self._sayings.append((record.id, frozenset(terms)))
        return counts

    def __contains__(self, term: str) -> bool:
        return term in self._counts

    def rarity(self, term: str) -> float:
        """What a term tells: much where few have it, most where it is unknown."""
        having = len(self._counts.get(term, ()))
        return log(1 + (self._total - having + 0.5) / (having + 0.5))

    def search(self, terms: tuple[str, ...]) -> list[Ranked]:
        """All that share a word with the question, best first."""
        if not terms:
            return []
        near, together = self._nearness(terms), self._together(terms)
        ranked = [
            Ranked(name, share + self._nearest * near.get(name, 0.0), near.get(name, 0.0), name in self._decoys)
            for name, share in together.items()
        ]
        return sorted(ranked, key=lambda found: (-found.rank, found.id))

    def _together(self, terms: tuple[str, ...]) -> dict[str, float]:
        """BM25, as a share of what a text that says all of it often would get."""
        most = sum(self.rarity(term) for term in terms) * (_K1 + 1)
        shares: dict[str, float] = defaultdict(float)
        for term in terms:
            weight = self.rarity(term) * (_K1 + 1) / most
            for name, count in self._counts.get(term, {}).items():
                shares[name] += weight * count / (self._held_back[name] + count)
        return shares

    def _nearness(self, terms: tuple[str, ...]) -> Mapping[str, float]:
        shared: dict[int, float] = defaultdict(float)
        for term in terms:
            for number in self._saying_in.get(term, ()):
                shared[number] += self.rarity(term) ** 2
        norm = sqrt(sum(self.rarity(term) ** 2 for term in terms))
        near: dict[str, float] = defaultdict(float)
        for number, product in shared.items():
            name = self._sayings[number][0]
            near[name] = max(near[name], product / (norm * self._norms[number]))
        return near


def _fields(record: SideTopic | Decoy, topics: Topics) -> Iterator[tuple[Field, str]]:
    for text in record.phrasings:
        yield "phrasings", text
    if isinstance(record, SideTopic):
        for text in record.translated.values():
            yield "phrasings", text
        if shown := topics.explanations.get(record.id):
            yield "title", shown.title
            yield "body", shown.text
