"""Finds a sentence of the words in a text, so that tests name its key and never repeat what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter


def sentence(words: Mapping[str, str], key: str) -> re.Pattern[str]:
    """What this sentence looks like, whatever is filled into it."""
    parts = Formatter().parse(words[key])
    return re.compile("".join(re.escape(text) + (".*?" if field is not None else "") for text, field, _, _ in parts))


def says(text: str, words: Mapping[str, str], key: str) -> bool:
    """Whether this sentence stands in a text; backslashes of Markdown do not count."""
    return sentence(words, key).search(text.replace("\\", "")) is not None
