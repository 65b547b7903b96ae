"""Answers that a visitor gives, question by question, for tests that walk the real conversation."""

from __future__ import annotations

from functools import cache

from advisor.content.library import ROOT, Content, load
from advisor.content.people import Example
from advisor.sharing.link import encode
from tests.support.examples import load_visits

BOOKKEEPER: dict[str, tuple[str, ...]] = {
    "occasion": ("curious",),
    "sectors": ("services",),
    "medical-status": ("none",),
    "places": ("eu",),
    "service-cases": ("none",),
    "demands": ("none",),
    "size": ("solo",),
    "drivers": ("none",),
}
ECG_START_UP: dict[str, tuple[str, ...]] = {
    "occasion": ("plan",),
    "sectors": ("medical",),
    "medical-status": ("device",),
    "roles": ("software-manufacturer",),
    "markets": ("eu",),
    "seat": ("eu",),
    "class-eu": ("class-iia",),
    "demands": ("none",),
    "on-market": ("not-yet",),
    "held": ("none",),
}
MANY_MARKETS: dict[str, tuple[str, ...]] = {
    **ECG_START_UP,
    "size": ("micro",),
    "drivers": ("none",),
    "occasion": ("asked",),
    "markets": ("eu", "gb", "us", "ca", "my"),
    "local-base": ("none",),
    "class-gb": ("ce-marked",),
    "class-us": ("unsure",),
    "class-ca": ("class-ii",),
    "device-kind": ("another",),
    "us-rule": ("unsure",),
    "demands": ("iso-9001",),
    "demand-9001-form": ("contract",),
    "demand-9001-words": ("certificate",),
    "demand-holder": ("us",),
    "demand-by": ("six",),
    "buyers": ("private",),
}
BOUND: dict[str, tuple[str, ...]] = {
    "occasion": ("asked",),
    "sectors": ("machinery",),
    "medical-status": ("none",),
    "places": ("eu",),
    "product-cases": ("none",),
    "demands": ("iso-9001",),
    "demand-9001-form": ("contract",),
    "demand-9001-words": ("certificate",),
    "demand-holder": ("us",),
    "demand-by": ("month",),
    "buyers": ("private",),
    "held": ("none",),
    "size": ("small",),
}
"""By a contract, to a certificate within a month."""


@cache
def content() -> Content:
    return load()


@cache
def visits() -> tuple[Example, ...]:
    """The examples that a company could be."""
    return load_visits(ROOT, content().ruleset)


def link_of(answers: dict[str, tuple[str, ...]]) -> str:
    """The query string that carries these answers."""
    return f"a={encode(answers, content().hash)}"
