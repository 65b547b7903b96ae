"""Every sentence of the screen and the documents that is not content, by key, so that it can be translated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from advisor.reading.reader import Reader, nearest
from advisor.reading.strict_yaml import Mistake


class Words(Mapping[str, str]):
    """Key → text. `words("progress.left", count=4)` fills the placeholders; one missing raises KeyError."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __call__(self, key: str, /, **values: object) -> str:
        return self._texts[key].format(**values)

    def basis(self, basis: str, *, reported: bool = False) -> str:
        """A verdict in words, marked where it is only reported."""
        return self.headline(f"basis.{basis}", reported=reported)

    def headline(self, key: str, *, reported: bool) -> str:
        """A text, marked where it is only reported."""
        text = self._texts[key]
        return self("result.headline-reported", headline=text) if reported else text

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


PRODUCT = Path(__file__).resolve().parents[2]
FILE = "content/words.yaml"
SCHEMA = "schemas/words.schema.json"
FILLED = "placeholders"
"""The keyword of the schema that lists what the program fills into a text."""


def check_words(words: Words, root: Path) -> list[Mistake]:
    """What the program says and these words leave out, or fill in otherwise. The product's schema knows what it is."""
    if not (PRODUCT / SCHEMA).exists():
        return []
    reader = Reader(root)
    lines = reader.document(root / FILE) if (root / FILE).exists() else None
    own = said(json.loads((PRODUCT / SCHEMA).read_text("utf-8")))

    def at(key: str, text: str) -> Mistake:
        path = tuple(key.split("."))
        return Mistake(FILE, lines.line(path) if lines else 1, text, "words", key)

    missing = [at(key, f"'{key}' is missing: the program says it") for key in own if key not in words]
    unknown = (key for key in words if key not in own)
    missing += [at(key, f"'{key}' is never said{nearest(key, own)}") for key in unknown]
    for key, filled in own.items():
        missing += [at(key, f"'{key}': {text}") for text in _otherwise(words.get(key), filled)]
    return missing


def said(schema: Any, path: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """Every key in a schema of words, with the placeholders of its text."""
    if "properties" not in schema:
        return {".".join(path): set(schema.get(FILLED, ()))}
    parts = (said(part, (*path, key)) for key, part in schema["properties"].items())
    return {key: filled for part in parts for key, filled in part.items()}


def _otherwise(text: str | None, filled: set[str]) -> Iterator[str]:
    if text is None:
        return
    written = placeholders(text)
    for name in sorted(written - filled):
        yield f"nothing is filled in for '{{{name}}}'{_known(filled)}"
    for name in sorted(filled - written):
        yield f"'{{{name}}}' is left out: the program fills it in"


def _known(names: Iterable[str]) -> str:
    known = ", ".join(f"'{{{name}}}'" for name in sorted(names))
    return f"; known here: {known}" if known else ""


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def read_words(reader: Reader, name: str) -> Words:
    """Read a nested mapping of texts; nested keys are joined by dots."""
    texts: dict[str, str] = {}
    for document in reader.folder(name):
        stack = [((), document.data)]
        while stack:
            path, value = stack.pop()
            if isinstance(value, dict):
                stack += [((*path, key), part) for key, part in value.items()]  # type: ignore[misc]
            elif isinstance(value, str) and _fills(value):
                texts[".".join(path)] = value
            else:
                document.mistake(path, f"'{'.'.join(path)}' {_asked(value)}")
                reader.mistakes.append(document.mistakes[-1])
    return Words(texts)


def _asked(value: Any) -> str:
    written = str(value or "").strip()
    return "must be a text whose braces are named placeholders" if written else "is empty"


def _fills(text: str) -> bool:
    try:
        return bool(text.strip()) and all(
            field is None or field.isidentifier() for _, field, _, _ in Formatter().parse(text)
        )
    except ValueError:
        return False
