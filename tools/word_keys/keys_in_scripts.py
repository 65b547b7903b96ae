"""Finds the keys of the words that a script says. It lists them in a type named `Words`, with what is filled in:
`"question-of": Text<"number" | "most">` or `chosen: Counted`; TypeScript holds its calls to that list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.word_keys.key_patterns import KeyUse

GROUP = "talk"
"""The group of the words that is handed to scripts whole."""
_LIST = re.compile(r"@typedef \{\{(?P<lines>[^{}]*)\}\} Words\b")
_ENTRY = re.compile(r'^[ *]*"?(?P<name>[a-z-]+)"?: (?P<kind>Text|Counted)(?:<(?P<filled>[^>]*)>)?,$', re.MULTILINE)


def in_script(file: Path, name: str) -> Iterator[KeyUse]:
    text = file.read_text("utf-8")
    for listed in _LIST.finditer(text):
        for entry in _ENTRY.finditer(text, *listed.span("lines")):
            counted = entry["kind"] == "Counted"
            filled = frozenset(re.findall(r'"([^"]+)"', entry["filled"] or "")) | ({"count"} if counted else set())
            line = text.count("\n", 0, entry.start("name")) + 1
            yield KeyUse(f"{GROUP}.{entry['name']}", filled, name, line, counted)
