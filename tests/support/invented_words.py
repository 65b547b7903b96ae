"""Words that say nothing but their key and what is filled in, so that no edit of the real ones can break a test.

`WORDS["map.reported"]` is `map.reported`; `WORDS("map.alt", standard="Keel", markets="")` is `map.alt Keel`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from advisor.content.word_problems import SCHEMA, said
from advisor.content.words import LOCALE, PRODUCT, Words
from tests.support.invented import LEVEL

_KEYS = said(json.loads((PRODUCT / SCHEMA).read_text("utf-8")), forms=("one", "other"))


def _of_a_known_level(key: str) -> bool:
    """The real content has more levels of a verdict than the invented one."""
    family, _, last = key.partition(".")
    return last in LEVEL or family not in ("basis", "basis-duty")


_TEXTS = {
    key: " ".join([key, *(f"{{{name}}}" for name in sorted(filled.known))])
    for key, filled in _KEYS.items()
    if _of_a_known_level(key)
}
WORDS = Words({**_TEXTS, LOCALE: "en-GB"})


def _lines() -> Iterator[str]:
    said: tuple[str, ...] = ()
    for key, text in sorted(WORDS.items()):
        *groups, last = key.split(".")
        for depth, group in enumerate(groups):
            if said[: depth + 1] != tuple(groups[: depth + 1]):
                yield f"{'  ' * depth}{group}:\n"
        said = tuple(groups)
        yield f"{'  ' * len(groups)}{last}: {text}\n"


FILE = "".join(_lines())
"""The same as the content of a words.yaml."""
