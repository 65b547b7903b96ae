"""JSON Schemas of the content files, generated from the models, so that editors complete keys and see mistakes.

A schema says what a YAML 1.2 editor sees: `true` is a boolean there. Our own reader takes every scalar as text.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticOmit, core_schema

from advisor.content.bases import FILE as BASES
from advisor.content.bases import read_bases
from advisor.content.consulting import FILE as COUNSEL
from advisor.content.consulting import ConsultingEntry
from advisor.content.people import Brand, Example, Persona
from advisor.content.promises import Promise
from advisor.content.word_problems import SCHEMA
from advisor.content.words import PRODUCT
from advisor.effort.tables import EffortTables
from advisor.reading.reader import Reader
from advisor.rules.basis import Basis
from advisor.rules.model import Jurisdiction, Note, Obligation, Question, Source, Standard

Schema = dict[str, Any]
FOLDER = "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

_OPTIONS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_CONDITION: Schema = {
    "type": "object",
    "minProperties": 1,
    "description": "Several lines: all of them. A list: any of these answers.",
    "properties": {
        "all": {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1},
        "any": {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1},
        "not": {"$ref": "#/$defs/Condition"},
        "at_least": {
            "type": "object",
            "properties": {
                "count": {"type": "integer", "minimum": 1},
                "of": {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1},
            },
            "required": ["count", "of"],
            "additionalProperties": False,
        },
    },
    "additionalProperties": {
        "anyOf": [
            *_OPTIONS["anyOf"],
            {
                "type": "object",
                "properties": dict.fromkeys(("any_of", "all_of", "none_of"), _OPTIONS),
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
            },
        ]
    },
}
_CONDITIONS = ("Test", "All", "AnyOf", "Not", "AtLeast")
_NUMBER: Schema = {"anyOf": [{"type": "number"}, {"type": "string"}]}
_RANGE: Schema = {"type": "array", "items": _NUMBER, "minItems": 1, "maxItems": 2}


class _Generator(GenerateJsonSchema):
    """Describes what is written, which is sometimes shorter than what the model keeps."""

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> Schema:
        """A range is a list of two numbers; a condition is described once, below."""
        return dict(_RANGE) if schema["cls"].__name__ == "Range" else {"title": schema["cls"].__name__}

    def is_instance_schema(self, schema: core_schema.IsInstanceSchema) -> Schema:  # noqa: ARG002
        """A share, written 0.3 or 1/3."""
        return dict(_NUMBER)

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> Schema:  # noqa: ARG002
        """A basis is named by its id."""
        return {"type": "string", "enum": [basis.id for basis in read_bases(Reader(PRODUCT))]}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """A single text may stand for a list of one."""
        return _or_single(self.generate_inner(schema["schema"]))

    def model_field_schema(self, schema: core_schema.ModelField) -> Schema:
        if schema.get("serialization_exclude"):
            raise PydanticOmit  # where a record was written is not written in it
        return super().model_field_schema(schema)


def _or_single(inner: Schema) -> Schema:
    if inner.get("type") == "array" and inner.get("items", {}).get("type") == "string":
        return {"anyOf": [inner["items"], inner]}
    for key in ("additionalProperties", "patternProperties"):
        if isinstance(values := inner.get(key), dict) and inner.get("type") == "object":
            single = {k: _or_single(v) for k, v in values.items()} if key == "patternProperties" else _or_single(values)
            inner = {**inner, key: single}
    return inner


def schemas() -> Iterator[tuple[str, Schema]]:
    """Name and schema, one for each kind of file."""
    for name, _, model in _LISTS:
        schema, definitions = _of(model)
        yield name, _document(name, {"type": "array", "items": schema}, definitions)
    for name, key, record in _FILES_WITH_DEFAULTS:
        schema, definitions = _of(record)
        yield name, _document(name, _with_defaults(key, schema), definitions)
    for name, whole in _RECORDS:
        schema, definitions = _of(whole)
        yield name, _document(name, schema, definitions)
    yield "words", json.loads((PRODUCT / SCHEMA).read_text("utf-8"))  # written from the code: `make words`
    yield "coverage", _document("coverage", _COVERAGE, {})


def patterns() -> dict[str, str]:
    """Name of a schema → the files that follow it."""
    alone = (*(name for name, _ in _RECORDS), "words", "coverage")
    return {
        **{name: pattern for name, pattern, _ in _LISTS},
        **{name: f"content/{name}/*.yaml" for name, _, _ in _FILES_WITH_DEFAULTS},
        **{name: f"content/{name}.yaml" for name in alone},
    }


_LISTS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("questions", "questions/*.yaml", Question),
    ("sources", "content/sources*.yaml", Source),
    ("jurisdictions", "content/jurisdictions.yaml", Jurisdiction),
    ("standards", "content/standards.yaml", Standard),
    ("bases", BASES, Basis),
    ("groups", "content/groups.yaml", Promise),
    ("consulting", COUNSEL, ConsultingEntry),
    ("examples", "content/examples/*.yaml", Example),
    ("personas", "content/personas/*.yaml", Persona),
)
_FILES_WITH_DEFAULTS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("obligations", "obligations", Obligation),
    ("notes", "notes", Note),
)
_RECORDS: tuple[tuple[str, type[BaseModel]], ...] = (("brand", Brand), ("effort", EffortTables))
_COVERAGE: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"fact": {"type": "string"}, "why": {"type": "string"}},
        "required": ["fact", "why"],
        "additionalProperties": False,
    },
}


def _of(model: type[BaseModel]) -> tuple[Schema, Schema]:
    """The schema of a record, and what it refers to by name."""
    schema = _with_conditions(model.model_json_schema(schema_generator=_Generator))
    definitions = {name: part for name, part in schema.pop("$defs", {}).items() if name not in _CONDITIONS}
    return schema, definitions


def _with_conditions(data: Any) -> Any:
    """One recursive definition in place of the kinds of condition."""
    if isinstance(data, list):
        return [_with_conditions(part) for part in data]
    if not isinstance(data, dict):
        return data
    names = {f"#/$defs/{name}" for name in _CONDITIONS}
    if data.get("$ref") in names or (data.get("title") in _CONDITIONS and len(data) == 1):
        return {"$ref": "#/$defs/Condition"}
    plain = {key: _with_conditions(part) for key, part in data.items()}
    if "anyOf" in plain:
        plain["anyOf"] = list({json.dumps(part, sort_keys=True): part for part in plain["anyOf"]}.values())
    return plain


def _with_defaults(key: str, entry: Schema) -> Schema:
    """A file whose other keys are defaults for every entry, so that only the id must stand in each."""
    return {
        "type": "object",
        "properties": {**entry["properties"], key: {"type": "array", "items": {**entry, "required": ["id"]}}},
        "required": [key],
        "additionalProperties": False,
    }


def _document(name: str, schema: Schema, definitions: Schema) -> Schema:
    needed = {"Condition": _CONDITION} if "#/$defs/Condition" in json.dumps([schema, definitions]) else {}
    return {"$schema": DRAFT, "title": name, **schema, "$defs": {**definitions, **needed}}


def write(root: Path) -> list[Path]:
    """Write every schema below a folder; gives the files."""
    written = []
    for name, schema in schemas():
        path = root / FOLDER / f"{name}.schema.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_text(schema), "utf-8")
        written.append(path)
    return written


def as_text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def reference(file: str, name: str) -> str:
    """The first line that points a file's editor at its schema."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name}.schema.json"
