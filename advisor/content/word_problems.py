"""Measures the words of a content folder by the schema of the product, which knows what the program says."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError

from advisor.content.words import FILE, LOCALE, OF_BASES, PRODUCT, Words, words_of
from advisor.reading.reader import Reader, nearest
from advisor.reading.strict_yaml import Mistake, YamlFile
from advisor.rules.basis import Basis

SCHEMA = "schemas/words.schema.json"
FILLED = "placeholders"
"""The keyword of the schema that lists what the program fills into a text."""
COUNTED = "counted"
"""The keyword of the schema for what is filled into a text in plural forms, beside the number."""


_FORMS = ("one", "two", "few", "many")
"""The plural forms that some language knows, besides `other` and `zero`."""


class Filled(NamedTuple):
    """Placeholders of a text: those that must stand in it, and those that may."""

    needed: set[str]
    known: set[str]


def check_words(words: Words, root: Path, bases: Iterable[Basis]) -> list[Mistake]:
    """What the program says and these words leave out, say in vain, or fill in otherwise."""
    if not (PRODUCT / SCHEMA).exists():
        return []
    lines = Reader(root).document(root / FILE) if (root / FILE).exists() else YamlFile(FILE)
    schema = said(json.loads((PRODUCT / SCHEMA).read_text("utf-8")), _forms(words))
    parts = tuple(pattern.format("") for pattern in OF_BASES)
    own = {key: filled for key, filled in schema.items() if not key.startswith(parts)}
    own |= {key: Filled(filled, filled) for basis in bases for key, filled in words_of(basis).items()}

    def at(key: str, text: str) -> Mistake:
        return Mistake(FILE, lines.line(tuple(key.split("."))), f"'{key}'{text}", "words", key)

    wrong = [at(key, " is missing: the program says it, so write it here") for key in own if key not in words]
    unknown = (key for key in words if key not in own and not _for_none(key, own))
    wrong += [at(key, f" is never said: take it out{nearest(key, own)}") for key in unknown]
    for key, filled in own.items():
        wrong += [at(key, f": {text}") for text in _otherwise(words.get(key, ""), filled)]
    if LOCALE in words and locale(words[LOCALE]) is None:
        wrong.append(at(LOCALE, f": '{words[LOCALE]}' is not a language that we know; write one such as en or pt-BR"))
    return wrong


def locale(name: str) -> Locale | None:
    """The language of that name, if there is one."""
    try:
        return Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _forms(words: Words) -> set[str]:
    """The plural forms that the language of these words tells apart."""
    known = locale(words.get(LOCALE, ""))
    if known is None:  # which is told by itself
        return {"other", *(form for key in words if (form := key.rpartition(".")[2]) in _FORMS)}
    return {"other", *known.plural_form.tags}


def _for_none(key: str, own: Mapping[str, Filled]) -> bool:
    """Beside the plural forms, a text of its own may say that there is none at all."""
    return key.endswith(".zero") and f"{key.removesuffix('zero')}other" in own


def said(schema: Any, forms: Iterable[str], path: tuple[str, ...] = ()) -> dict[str, Filled]:
    """Every key in a schema of words. `forms`: the plural forms of the language."""
    if COUNTED in schema:
        names = set(schema[COUNTED])
        return {".".join((*path, form)): Filled(names, names | {"count"}) for form in forms}
    if "properties" not in schema:
        names = set(schema.get(FILLED, ()))
        return {".".join(path): Filled(names, names)}
    parts = (said(part, forms, (*path, key)) for key, part in schema["properties"].items())
    return {key: filled for part in parts for key, filled in part.items()}


def _otherwise(text: str, filled: Filled) -> Iterator[str]:
    written = placeholders(text) if text else filled.needed
    for name in sorted(written - filled.known):
        known = ", ".join(f"'{{{one}}}'" for one in sorted(filled.known))
        yield f"nothing is filled in for '{{{name}}}'" + (f"; known here: {known}" if known else "")
    for name in sorted(filled.needed - written):
        yield f"'{{{name}}}' is left out: the program fills it in"


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}
