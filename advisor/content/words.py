"""Every sentence of the screen and the documents that is not content, by key, so that it can be translated."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import get_args

from babel import Locale

from advisor.reading.reader import Reader
from advisor.rules.basis import Basis
from advisor.rules.model import Confidence, Note, Source

SAID_KEYS = {
    "duty.{}": ("undecided", "unresearched", "nothing", "other"),
    "confidence.{}": get_args(Confidence),
    "note.{}": get_args(Note.model_fields["kind"].annotation),
    "read.{}": get_args(Source.model_fields["read"].annotation),
}
"""Members of the keys that several rooms put together; `tools/word_keys` reads this name in every module."""
OF_BASES = ("basis.{}", "basis-duty.{}")
"""Keys with a text for each basis, into which nothing is filled."""
LOCALE = "language.locale"
PRODUCT = Path(__file__).resolve().parents[2]
FILE = "content/words.yaml"


class Words(Mapping[str, str]):
    """Key → text. `words("map.alt", standard="Keel")` fills the placeholders; one missing raises KeyError."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __call__(self, key: str, /, **values: object) -> str:
        return self._texts[key].format(**values)

    def count(self, key: str, number: float, /, **values: object) -> str:
        """The text for so many: `lever.more` has a form for one and one for others, perhaps one for zero."""
        form = f"{key}.zero" if number == 0 and f"{key}.zero" in self else f"{key}.{self.locale.plural_form(number)}"
        return self(form, **{"count": number, **values})

    @cached_property
    def locale(self) -> Locale:
        """The language in which numbers, dates and lists are written."""
        return Locale.parse(self._texts[LOCALE], sep="-")

    def basis(self, basis: Basis, *, reported: bool = False) -> str:
        """A verdict in words, marked where it is only reported."""
        return self.headline(f"basis.{basis}", reported=reported)

    def headline(self, key: str, *, reported: bool) -> str:
        """A text, marked where it is only reported."""
        text = self._texts[key]
        return self("result.headline-reported", headline=text) if reported else text

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def words_of(basis: Basis) -> dict[str, set[str]]:
    """Keys of the words that a basis needs → what is filled into them."""
    return {pattern.format(basis): set() for pattern in OF_BASES}


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
                wrong = "must be a text whose braces are named placeholders" if str(value or "").strip() else "is empty"
                document.mistake(path, f"'{'.'.join(path)}' {wrong}")
                reader.mistakes.append(document.mistakes[-1])
    return Words(texts)


def _fills(text: str) -> bool:
    try:
        fields = [field for _, field, _, _ in Formatter().parse(text)]
        return bool(text.strip()) and all(field is None or field.isidentifier() for field in fields)
    except ValueError:
        return False
