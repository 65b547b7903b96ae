"""The JSON Schemas that editing programs read: fresh, named by every file, and strict."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from advisor.check.unread_files import schema_line
from advisor.content.library import ROOT
from advisor.content.schemas import FOLDER, as_text, patterns, schemas
from tests.support import harbour

PRODUCT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("questions/**/*.yaml"), *ROOT.glob("content/**/*.yaml")])


class Yaml12(yaml.SafeLoader):
    """Reads like an editing program with YAML 1.2, where `on` and `no` are words and a date is a text."""


Yaml12.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:bool", _TIME)]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    for _TIME in ["tag:yaml.org,2002:timestamp"]
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Yaml12)


def validator(file: Path) -> Draft202012Validator:
    """By the schema that the file's own first line points at."""
    pointed = file.read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
    return Draft202012Validator(json.loads((file.parent / pointed).read_text("utf-8")))


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    fresh = {f"{name}.schema.json": as_text(schema) for name, schema in schemas()}
    kept = {path.name: path.read_text("utf-8") for path in (PRODUCT / FOLDER).glob("*.json")}
    assert kept == fresh, "write them again: python -m advisor schema"
    assert set(patterns()) == {name.removesuffix(".schema.json") for name in fresh}


@pytest.mark.parametrize("name", patterns())
def test_each_schema_is_a_schema_and_some_file_follows_it(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((PRODUCT / FOLDER / f"{name}.schema.json").read_text("utf-8")))
    assert any(PurePosixPath(named(file)).match(patterns()[name]) for file in FILES)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_each_file_names_its_schema_first_and_follows_it(file: Path) -> None:
    assert file.read_text("utf-8").partition("\n")[0] == schema_line(named(file)) != ""
    assert [f"{error.json_path}: {error.message}" for error in validator(file).iter_errors(read(file))] == []


def records(data: Any, inside: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every record of a file that is not a mapping of free keys, with the keys that lead to it."""
    if isinstance(data, list):
        for entry in data:
            yield from records(entry, inside)
    if isinstance(data, dict):
        yield inside, data
        for key, part in data.items():
            yield from records(part, (*inside, key))


FREE = {
    "when",
    "unless",
    "ask_if",
    "show_if",
    "usual_if",
    "dated",
    "option",
    "answers",
    "expect",
    "decided_by",
    "at_most",
    "bands",
    "weights",
    "names",
    "on_market",
    "unresearched",
    "asked_about",
    "about",
    "translated",
    "within",
    "near",
    "facts",
    "codes",
    "least",
}
"""Below these keys stand ids, which no schema knows."""


@pytest.mark.parametrize("file", [file for file in FILES if file.name != "words.yaml"], ids=named)
def test_a_misspelt_key_is_refused_in_every_kind_of_record(file: Path) -> None:
    data, schema, seen = read(file), validator(file), set()
    for inside, record in records(data):
        if FREE.isdisjoint(inside) and inside not in seen:
            seen.add(inside)
            record["recieved"] = "x"
            assert not schema.is_valid(data), inside
            del record["recieved"]
    assert seen


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: one", "kind: on"),
        ("ask_if: {waters: sea}", "askif: {waters: sea}"),
        ("exclusive: true", "exclusive: yes"),
        ("- id: waters", "- id: Waters"),
        ("  ask: ", "  aks: "),
        ("ask_if: {waters: sea}", "ask_if: {waters: {nine_of: sea}}"),
    ],
)
def test_what_our_own_reader_refuses_the_schema_refuses_too(old: str, new: str) -> None:
    text = harbour.FILES["questions/10-boat.yaml"]
    schema = Draft202012Validator(dict(schemas())["questions"])
    assert schema.is_valid(yaml.load(text, Yaml12))
    assert old in text
    assert not schema.is_valid(yaml.load(text.replace(old, new, 1), Yaml12))
