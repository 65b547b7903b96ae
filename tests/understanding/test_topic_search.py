"""A side question finds one explanation, a few to choose from, or none; and nothing typed is part of it."""

from __future__ import annotations

import pytest

from advisor.understanding.topic_search import BESIDE, OFFERED, Asked, TopicSearch, ask
from tests.understanding.invented_topics import TOPICS

SEARCH = TopicSearch(TOPICS)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("tariff", "fees"),
        ("what is the cost for one night?", "fees"),
        ("HOW MUCH for one night", "fees"),
        ("where to moorr mooring", "berths"),
        ("flag at home in Homeland", "flag_home"),
    ],
)
def test_a_question_near_to_a_phrasing_is_answered(text: str, topic: str) -> None:
    found = ask(SEARCH, text)
    assert found.topic == topic
    assert found.shown == TOPICS.explanations[topic]
    assert len(found.alternatives) <= BESIDE
    assert topic not in found.alternatives


@pytest.mark.parametrize("text", ["", "?!", "the", "zzz qqq", "bait for cod", "\u202e🙂", "<script>alert(1)</script>"])
def test_what_is_not_known_is_said_to_be_so(text: str) -> None:
    assert ask(SEARCH, text) == Asked()


def test_what_is_half_known_is_offered() -> None:
    found = ask(SEARCH, "moor the place of my late grandfather")
    assert found.topic is None
    assert 0 < len(found.alternatives) <= OFFERED


def test_a_topic_about_another_country_does_not_answer() -> None:
    assert ask(SEARCH, "which flag do boats fly in Homeland").topic == "flag_home"
    assert ask(SEARCH, "which flag do boats fly in Farland").topic is None


def test_a_name_that_is_an_ordinary_word_too_must_be_typed_as_written() -> None:
    assert SEARCH.read("boats in the US").entities == {"far"}
    assert SEARCH.read("boats for us").entities == frozenset()


def test_a_slip_of_the_finger_is_forgiven_but_known_words_are_left_alone() -> None:
    assert SEARCH.read("mooringg").terms == SEARCH.read("mooring").terms
    assert SEARCH.read("mooringg").mistyped
    assert not SEARCH.read("mooring cod card").mistyped


def test_a_number_may_be_written_onto_its_name() -> None:
    assert SEARCH.read("iso9001").terms == SEARCH.read("ISO 9001").terms


def test_a_very_long_text_is_a_text() -> None:
    assert ask(SEARCH, "berth tariff " * 2_000) in (ask(SEARCH, "berth tariff"), Asked(None, ("fees", "berths")))
