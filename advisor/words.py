"""Every sentence of the screen and the documents that is not content, by key, so that it can be translated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from advisor.records import Reader, nearest
from advisor.strict_yaml import Mistake


class Words(Mapping[str, str]):
    """Key → text. `words("progress.left", count=4)` fills the placeholders; one missing raises KeyError."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __call__(self, key: str, /, **values: object) -> str:
        return self._texts[key].format(**values)

    def basis(self, basis: str, *, reported: bool = False) -> str:
        """A verdict in words, marked where it is only reported."""
        text = self._texts[f"basis.{basis}"]
        return self("result.headline-reported", headline=text) if reported else text

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


PRODUCT = Path(__file__).resolve().parent.parent
FILE = "content/words.yaml"


def check_words(words: Words, root: Path) -> list[Mistake]:
    """What the program says and other words than its own leave out, or fill in otherwise."""
    if root.resolve() == PRODUCT or not (PRODUCT / FILE).exists():
        return []
    reader = Reader(root)
    lines = reader.document(root / FILE) if (root / FILE).exists() else None
    own = read_words(Reader(PRODUCT), FILE)

    def at(key: str, text: str) -> Mistake:
        path = tuple(key.split("."))
        return Mistake(FILE, lines.line(path) if lines else 1, text, "words", key)

    missing = [at(key, f"'{key}' is missing: the program says it") for key in own if key not in words]
    unknown = (key for key in words if key not in own)
    missing += [at(key, f"'{key}' is never said{nearest(key, own)}") for key in unknown]
    for key, text in words.items():
        strange = sorted(_placeholders(text) - _placeholders(own.get(key, text)))
        missing += [at(key, f"'{key}': nothing is filled in for '{{{name}}}'{_known(own[key])}") for name in strange]
    return missing


def _known(text: str) -> str:
    names = [f"'{{{name}}}'" for name in sorted(_placeholders(text))]
    return f"; known here: {', '.join(names)}" if names else ""


def _placeholders(text: str) -> set[str]:
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
                document.mistake(path, f"'{'.'.join(path)}' must be a text whose braces are named placeholders")
                reader.mistakes.append(document.mistakes[-1])
    return Words(texts)


def _fills(text: str) -> bool:
    try:
        return all(field is None or field.isidentifier() for _, field, _, _ in Formatter().parse(text))
    except ValueError:
        return False
