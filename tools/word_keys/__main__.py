"""Writes the JSON Schema of the words from what the program says; run it after using a new word: `make words`."""

from __future__ import annotations

import json
import sys

from advisor.content.schemas import DRAFT, Schema, as_text
from advisor.content.word_problems import COUNTED, FILLED, SCHEMA, placeholders, said
from advisor.content.words import FILE, PRODUCT, Words, read_words
from advisor.reading.reader import Reader
from tools.word_keys.words_in_code import key_uses, unsaid


def schema(words: Words) -> Schema:
    """Every key that the program says. What is filled in is what the product's own text takes; an operator's words
    are measured by it."""
    whole = _group()
    for key, counted in sorted({(use.key, use.counted) for use in key_uses(PRODUCT)}):
        *groups, last = key.split(".")
        at = whole
        for name in groups:
            at["required"] = sorted({*at["required"], name})
            at = at["properties"].setdefault(name, _group())
        at["required"] = sorted({*at["required"], last})
        filled = sorted(placeholders(words.get(f"{key}.other" if counted else key, "")))
        at["properties"][last] = _counted(filled) if counted else _text() | ({FILLED: filled} if filled else {})
    return {"$schema": DRAFT, "title": "words", **whole, "$defs": {}}


def _counted(filled: list[str]) -> Schema:
    """A text in the plural forms of its language. Which ones these are, the check knows."""
    forms = dict.fromkeys(("zero", "one", "two", "few", "many", "other"), _text())
    return _group() | {
        "properties": forms,
        "required": ["other"],
        COUNTED: [name for name in filled if name != "count"],
    }


def _text() -> Schema:
    return {"type": "string", "minLength": 1}


def _group() -> Schema:
    return {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def lost(before: Schema, after: Schema) -> list[str]:
    """Placeholders that a text had when its schema was last written, and has no more."""
    old, new = (said(each, ("other",)) for each in (before, after))
    return [
        f"'{{{name}}}' of '{key}' is gone: put it back; or, if the code no longer fills it, run this with --forget"
        for key in old
        if key in new
        for name in sorted(old[key].needed - new[key].needed)
    ]


def main() -> int:
    """1 where code and words differ; each difference on standard error, with its place and its cure."""
    words, path = read_words(Reader(PRODUCT), FILE), PRODUCT / SCHEMA
    fresh = schema(words)
    wrong = list(unsaid(PRODUCT, words))
    if path.exists() and "--forget" not in sys.argv[1:]:
        wrong += (gone := lost(json.loads(path.read_text("utf-8")), fresh))
    else:
        gone = []
    if not gone:
        path.write_text(as_text(fresh), "utf-8")
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
