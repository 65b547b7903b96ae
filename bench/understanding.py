"""Measures how long it takes to read the words that editors wrote, and to understand a description with them."""

from __future__ import annotations

import json
from time import perf_counter

from advisor.content.library import ROOT, load_ruleset
from advisor.reading.reader import Reader
from advisor.understanding.description import Describer
from advisor.understanding.lexicon import read_lexicon
from advisor.understanding.proposals import proposals
from bench.figures import Figure, table

SAMPLES = ROOT / "tests" / "understanding" / "descriptions.jsonl"
ROUNDS = 5


def measure() -> list[Figure]:
    ruleset = load_ruleset(ROOT)
    before = perf_counter()
    describer = Describer(read_lexicon(Reader(ROOT), ruleset))
    describer.describe("12 people in Dublin")
    loaded = perf_counter() - before
    texts = [json.loads(line)["text"] for line in SAMPLES.read_text("utf-8").splitlines()] * ROUNDS
    took = sorted(_seconds(describer, text) for text in texts)
    return [
        Figure("words read", 1000 * loaded, "ms", 300),
        Figure("description understood, median", 1000 * took[len(took) // 2], "ms", 10),
        Figure("description understood, 95th of 100", 1000 * took[len(took) * 95 // 100], "ms", 30),
    ]


def _seconds(describer: Describer, text: str) -> float:
    before = perf_counter()
    proposals(describer.describe(text), describer.lexicon)
    return perf_counter() - before


if __name__ == "__main__":
    print(table(measure()))
