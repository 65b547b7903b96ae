"""Every sentence of the screen and the documents that is not content, by key, so that it can be translated."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from advisor.records import Reader


class Words(Mapping[str, str]):
    """Key → text. `words("progress.left", count=4)` fills the placeholders; one missing raises KeyError."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __call__(self, key: str, /, **values: object) -> str:
        return self._texts[key].format(**values)

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


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
                document.mistake(path, f"'{'.'.join(path)}' must be a text whose braces are named placeholders")
                reader.mistakes.append(document.mistakes[-1])
    return Words(texts)


def _fills(text: str) -> bool:
    try:
        return all(field is None or field.isidentifier() for _, field, _, _ in Formatter().parse(text))
    except ValueError:
        return False
