"""Finds the explanation that a side question asks for: one, a few to choose from, or none."""

from typing import NamedTuple

from advisor.content.topics import Explanation, Topics
from advisor.understanding.topic_gate import signals, sureness, with_agreement
from advisor.understanding.topic_index import Ranked, TopicIndex
from advisor.understanding.topic_words import Asking, TopicWords

OFFERED, BESIDE = 3, 2
"""Topics that are offered where none is sure, and beside one that is answered."""


class Asked(NamedTuple):
    """`topic`: answered at once, with what is `shown`; `alternatives`: topics to choose from. Both empty: not known."""

    topic: str | None = None
    alternatives: tuple[str, ...] = ()
    shown: Explanation | None = None


class TopicSearch:
    """Built once for a content; asking changes nothing and keeps nothing."""

    def __init__(self, topics: Topics) -> None:
        self.topics = topics
        self.by_id = {topic.id: topic for topic in topics.topics}
        self.words = TopicWords(topics)
        self.index = TopicIndex(topics, self.words)

    def read(self, text: str) -> Asking:
        return self.words.read(text, mend=True)

    def ranked(self, asking: Asking) -> tuple[list[Ranked], Ranked]:
        """The topics, best first, and the best decoy."""
        found = self.index.search(asking.terms)
        decoy = next((each for each in found if each.decoy), Ranked("", 0.0, 0.0, True))
        return with_agreement(found, asking, self.by_id, self.topics.gate), decoy


def ask(search: TopicSearch, text: str) -> Asked:
    """What our explanations say to a question; nothing that was typed is part of it."""
    asking, gate = search.read(text), search.topics.gate
    best, decoy = search.ranked(asking)
    if not best or best[0].rank < gate.offer_from or decoy.rank - best[0].rank > gate.silent_from:
        return Asked()
    first, names = search.by_id[best[0].id], tuple(each.id for each in best)
    sure = sureness(signals(best, decoy, asking, search.index, first), gate)
    if sure < gate.answer_from or decoy.near >= best[0].near:
        return Asked(alternatives=names[:OFFERED])
    return Asked(first.id, names[1 : 1 + BESIDE], search.topics.explanations.get(first.id))
