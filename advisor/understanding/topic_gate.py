"""Decides whether a topic answers a question, is offered, or stays silent: a wrong answer costs most."""

from collections.abc import Mapping, Sequence
from math import exp

from advisor.content.topics import Gate, SideTopic, Signal
from advisor.understanding.topic_index import Ranked, TopicIndex
from advisor.understanding.topic_words import Asking


def with_agreement(
    ranked: Sequence[Ranked], asking: Asking, topics: Mapping[str, SideTopic], gate: Gate
) -> list[Ranked]:
    """The topics without the decoys, held back where they are about something else than what the question names."""
    found = []
    for each in ranked:
        if each.id in topics:
            left = gate.elsewhere ** len(elsewhere(topics[each.id], asking))
            left *= _naming(topics[each.id], asking, gate)
            found.append(each._replace(rank=each.rank * left))
    return sorted(found, key=lambda each: (-each.rank, each.id))


def _naming(topic: SideTopic, asking: Asking, gate: Gate) -> float:
    if not topic.about:
        return 1.0
    return gate.unnamed if unnamed(topic, asking) else gate.named


def elsewhere(topic: SideTopic, asking: Asking) -> frozenset[str]:
    """What the question names and the topic does not fit."""
    return asking.entities - {*topic.about, *topic.fits}


def unnamed(topic: SideTopic, asking: Asking) -> bool:
    """Whether the topic is about somebody or something that the question does not name."""
    return bool(topic.about) and not asking.entities & set(topic.about)


def signals(
    best: Sequence[Ranked], decoy: Ranked, asking: Asking, index: TopicIndex, topic: SideTopic
) -> dict[Signal, float]:
    """What speaks for and against the first of `best`; `decoy`: the best of them."""
    total = sum(index.rarity(term) for term in asking.terms) or 1.0
    second = best[1].rank if len(best) > 1 else 0.0
    return {
        "always": 1.0,
        "near": best[0].near,
        "ahead-of-topics": best[0].rank - second,
        "ahead-of-decoys": best[0].rank - decoy.rank,
        "unknown": sum(index.rarity(term) for term in asking.terms if term not in index) / total,
        "mistyped": float(len(asking.mistyped)),
        "elsewhere": float(len(elsewhere(topic, asking))),
        "unnamed": float(unnamed(topic, asking)),
    }


def sureness(found: Mapping[Signal, float], gate: Gate) -> float:
    """From 0 to 1."""
    return 1 / (1 + exp(-sum(gate.weights.get(signal, 0.0) * value for signal, value in found.items())))
