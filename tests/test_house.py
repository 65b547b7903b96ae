"""The house keeps its rooms: a stranger finds each thing by its name, in one place, and in a small file."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.visitor import content

PRODUCT = Path(__file__).resolve().parents[1]
FILES = sorted(PRODUCT.glob("advisor/**/*.py"))
FOLDERS = sorted({file.parent for file in FILES})
LAYERS = next(
    contract["layers"]
    for contract in tomllib.loads((PRODUCT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    if contract["type"] == "layers"
)
LONGEST_FILE, LONGEST_FUNCTION = 250, 40
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
STILL_LONGER: dict[str, int] = {}
"""Files that wait to be split, with their lines. They may only shrink, and are taken off this list when they fit."""
ORDINARY = {
    "accredited": "a list of phrases",
    "ahead": "a key of a turn",
    "asked": "a row of the book and a key of records",
    "authority": "who wants something",
    "both": "what is pressed where two answers are right",
    "br": "Brotli in a header",
    "certificate": "a kind of duty and a key of records",
    "commercial": "a basis",
    "contract": "a duty",
    "drop": "a key of changes",
    "group": "a kind of record",
    "held": "an ending of keys of the words",
    "home": "a part that a place plays",
    "id": "the key of every record",
    "identical": "a rule of the check",
    "laboratory": "a holder of what is needed",
    "later": "the name of a button",
    "maker": "a holder of what is needed",
    "medium": "a confidence",
    "named": "how a standard stands in a text",
    "no": "an answer in settings",
    "none": "a duty, a security of mail, and the answer that every question may have",
    "opening": "a template",
    "other": "an ending of keys of the words",
    "outside": "a class of a drawing",
    "partly": "a state of needs",
    "past": "a time of needs",
    "places": "a key of records",
    "product": "a kind of fact",
    "red": "a colour of Streamlit",
    "register": "who wants something",
    "site": "a holder of what is needed",
    "six": "a number in words",
    "size": "of a letter in a picture",
    "subcontractor": "a holder of what is needed",
    "supplier": "a part that a place plays",
    "system": "what a basis owes",
    "talk": "a group of the words",
    "tender": "who wants something",
    "three": "a number in words",
    "trade": "who wants something",
    "twelve": "a number in words",
    "undecided": "an ending of keys of the words",
    "watch": "a script and a style of the served page",
    "yes": "of a setting",
}
"""Ids of the content that are words of the program too, with what they mean there."""


def named(file: Path) -> str:
    return file.relative_to(PRODUCT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def test_no_file_is_called_like_another() -> None:
    names = Counter(file.name for file in FILES if not file.name.startswith("__"))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_public_class_is_called_like_another() -> None:
    names = Counter(node.name for file in FILES for node in tree(file).body if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1 and not name.startswith("_")] == []


def test_every_folder_and_every_file_begins_with_a_sentence() -> None:
    assert {folder / "__init__.py" for folder in FOLDERS} <= set(FILES)
    assert [named(file) for file in FILES if "." not in (ast.get_docstring(tree(file)) or "")] == []


def test_files_are_small() -> None:
    lines = {named(file): len(file.read_text("utf-8").splitlines()) for file in FILES}
    assert {name for name, count in lines.items() if count > LONGEST_FILE} == set(STILL_LONGER)
    assert [name for name, most in STILL_LONGER.items() if lines[name] > most] == []


def test_functions_are_short() -> None:
    functions = [node for file in FILES for node in ast.walk(tree(file)) if isinstance(node, FUNCTION)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION] == []


def test_every_folder_has_its_place_in_the_layers() -> None:
    placed = {name.strip(" ()") for layer in LAYERS for name in layer.replace(":", "|").split("|")}
    assert {folder.name for folder in FOLDERS if folder.parent.name == "advisor"} <= placed


def ids() -> set[str]:
    """Of the questions, options, jurisdictions, standards, sources, obligations and notes."""
    rules = content().ruleset
    records = (rules.questions, rules.standards, rules.obligations, rules.notes)
    options = (option.id for question in rules.questions for option in question.options)
    return {*(r.id for part in records for r in part), *options, *rules.jurisdictions, *rules.sources}


def texts(file: Path) -> Iterator[str]:
    return (n.value for n in ast.walk(tree(file)) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_the_program_knows_nothing_of_this_content() -> None:
    """It names no question, option, market or standard, so that other content needs no Python."""
    known = ids() - ORDINARY.keys()
    assert [(named(file), text) for file in FILES for text in texts(file) if text in known] == []


def test_only_ids_of_the_content_are_excused() -> None:
    assert ORDINARY.keys() - ids() == set(), "take it off the list"
