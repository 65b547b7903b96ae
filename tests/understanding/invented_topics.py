"""Topics of an invented harbour: berths, fees and flags, and what nobody there answers."""

from __future__ import annotations

from advisor.content.articles import Article
from advisor.content.topics import Decoy, Entity, Explanation, Gate, SideTopic, Synonym, Topics

BODY = "First.\n\n**Fees.** A berth costs a penny a day.\n\nSources: Harbour law s. 3; checked 2026-01-02"
PAGES = {"faq": (Article("berths", "Of berths", BODY, "content/faq/berths.md"),)}
GATE = Gate.model_validate(
    {
        "ignored": ["a", "is", "the", "us", "what"],
        "fields": {"title": 2, "phrasings": 1, "body": 0.2},
        "nearest": 1,
        "elsewhere": 0.7,
        "named": 1.1,
        "unnamed": 0.7,
        "weights": {
            "always": -3,
            "near": 6,
            "ahead-of-topics": 4,
            "ahead-of-decoys": 2,
            "unknown": -4,
            "elsewhere": -3,
        },
        "answer-from": 0.8,
        "offer-from": 0.1,
        "silent-from": 0.2,
    }
)
TOPICS = Topics(
    topics=(
        SideTopic(
            id="fees", page="faq/berths", phrasings=("fees of a berth", "price for one night", "pay by card", "tariff")
        ),
        SideTopic(
            id="berths", page="faq/berths", phrasings=("find a berth", "where to moor", "free places", "mooring")
        ),
        SideTopic(
            id="flag_home",
            page="faq/berths",
            about=("homeland",),
            phrasings=("flag at home", "which flag do boats fly in Homeland", "colours to show", "ensign"),
        ),
    ),
    explanations={name: Explanation("Of berths", "A berth costs a penny.") for name in ("fees", "berths", "flag_home")},
    decoys=(Decoy(id="fishing", phrasings=("bait for cod", "catch fish at night")),),
    entities=(
        Entity(id="homeland", kind="country", words=("Homeland",)),
        Entity(id="far", kind="country", words=("Farland", "US")),
    ),
    synonyms=(Synonym(word="price", also=("how much", "cost")),),
    gate=GATE,
)
