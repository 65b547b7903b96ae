"""Finds what the program says: every key of the words in code and templates, with what is filled into its text.

For `make words` and a test; the product itself never looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from advisor.content.bases import read_bases
from advisor.content.word_problems import placeholders
from advisor.content.words import FILE, OF_BASES, Words, words_of
from advisor.reading.reader import Reader
from tools.word_keys.key_patterns import HOLE, KeyUse
from tools.word_keys.keys_in_python import in_python
from tools.word_keys.keys_in_scripts import in_script
from tools.word_keys.keys_in_templates import in_jinja, in_typst

_ENDINGS = (".py", ".html", ".typ", ".js")
FAMILIES = "SAID_KEYS"
"""The constant of a module that names the members of keys that are put together at run time: pattern → members."""


def key_uses(root: Path) -> list[KeyUse]:
    """Every use below a folder; where members of a pattern are declared, one for each of them."""
    files = [(file, file.relative_to(root).as_posix()) for file in _files(root)]
    found = list(in_python(file for file in files if file[0].suffix == ".py"))
    for path, name in files:
        if reader := {".html": in_jinja, ".typ": in_typst, ".js": in_script}.get(path.suffix):
            found += reader(path, name)
    members = families(root)
    return [use._replace(key=key) for use in found for key in _members(use.key, members)]


def families(root: Path) -> dict[str, tuple[str, ...]]:
    """Pattern → members, of all modules that declare some, and of the bases."""
    keys = {key for basis in read_bases(Reader(root)) for key in words_of(basis)}
    declared = {
        pattern: tuple(key[len(pattern) - len(HOLE) :] for key in keys if key.startswith(pattern.format("")))
        for pattern in OF_BASES
    }
    for file in _files(root):
        if file.suffix == ".py" and f"\n{FAMILIES} = " in file.read_text("utf-8"):
            module = ".".join(file.relative_to(root).with_suffix("").parts)
            for pattern, members in getattr(import_module(module), FAMILIES).items():
                declared[pattern] = (*declared.get(pattern, ()), *map(str, members))
    return declared


def _members(pattern: str, families: Mapping[str, Iterable[str]]) -> list[str]:
    if HOLE not in pattern or pattern not in families:
        return [pattern]
    return [pattern.replace(HOLE, member) for member in families[pattern]]


def unsaid(root: Path, words: Words) -> Iterator[str]:
    """What the code says otherwise than the words stand, each with its place and its cure."""
    uses, file = key_uses(root), Reader(root).document(root / FILE)
    said = {key for use in uses for key in (_forms(use, words) if use.counted else [use.key])}
    for use in uses:
        where = f"{use.file}:{use.line}"
        if HOLE in use.key:
            yield f"{where}: '{use.key}' is known only at run time: write it out, or list its members in {FAMILIES}"
        elif not any(key in words for key in (f"{use.key}.other", use.key)[not use.counted :]):
            yield f"{where}: '{use.key}' is said and missing: write it in {FILE}"
    for key in (key for key in words if key not in said):
        yield f"{FILE}:{file.line(tuple(key.split('.'))) if file else 1}: '{key}' is never said: take it out"
    yield from dict.fromkeys(_unfilled(uses, words))


def _unfilled(uses: Iterable[KeyUse], words: Words) -> Iterator[str]:
    for use in uses:
        for key in _forms(use, words):
            written = placeholders(words.get(key, ""))
            for name in sorted(() if use.filled is None else written - use.filled):
                text = f"nothing is filled in for '{{{name}}}' of '{key}': hand it over, or mend {FILE}"
                yield f"{use.file}:{use.line}: {text}"


def _forms(use: KeyUse, words: Words) -> list[str]:
    """The keys that stand in the words for this use: several where its text is counted."""
    return [key for key in words if key.rpartition(".")[0] == use.key] if use.counted else [use.key]


def _files(root: Path) -> list[Path]:
    return sorted(
        file
        for pattern in (*(f"advisor/**/*{ending}" for ending in _ENDINGS), "pages/*.py", "*.py")
        for file in root.glob(pattern)
    )
