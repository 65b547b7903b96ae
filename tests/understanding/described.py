"""The real words of the content, read once for all tests of this room."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from advisor.content.library import ROOT, load_ruleset
from advisor.reading.reader import Reader
from advisor.rules.ruleset import Ruleset
from advisor.understanding.description import Describer, Description
from advisor.understanding.lexicon import read_lexicon
from advisor.understanding.proposals import Proposal, proposals
from advisor.understanding.slots import slots

SAMPLES = Path(__file__).with_name("descriptions.jsonl")


@lru_cache(maxsize=1)
def describer() -> tuple[Describer, Ruleset]:
    reader, ruleset = Reader(ROOT), load_ruleset(ROOT)
    lexicon = read_lexicon(reader, ruleset)
    reader.refuse_mistakes()
    return Describer(lexicon), ruleset


def described(text: str) -> Description:
    return describer()[0].describe(text)


def proposed(text: str) -> tuple[Proposal, ...]:
    return proposals(described(text), describer()[0].lexicon)


def slots_of(text: str) -> dict[str, Any]:
    return dict(slots(described(text), describer()[0].lexicon))


def samples() -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in SAMPLES.read_text("utf-8").splitlines())
