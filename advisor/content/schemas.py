"""JSON Schemas of the content files, generated from the models, so that editors complete keys and see mistakes.

A schema says what a YAML 1.2 editor sees: `true` is a boolean there. Our own reader takes every scalar as text.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticOmit, core_schema

from advisor.content.bases import FILE as BASES, read_bases
from advisor.content.clause_patterns import FILE as CLAUSES, ClausePatterns
from advisor.content.consulting import FILE as COUNSEL, ConsultingEntry
from advisor.content.description_words import (
    FOLDER as WORDS,
    Conclusion,
    Cue,
    LexiconTerm,
    Proposed,
    Region,
    Slot,
    StandardName,
)
from advisor.content.glossary import FILE as TERMS, Term
from advisor.content.named_conditions import FILE as CONDITIONS
from advisor.content.people import Brand, Example, Persona, Promise
from advisor.content.topics import DECOYS, ENTITIES, GATE, SYNONYMS, TOPICS, Decoy, Entity, Gate, SideTopic, Synonym
from advisor.content.word_problems import SCHEMA
from advisor.content.words import PRODUCT
from advisor.effort.tables import EffortTables
from advisor.reading.reader import Reader
from advisor.rules.basis import Basis
from advisor.rules.changes_model import ChangeRule, Contradiction
from advisor.rules.condition_names import NamedCondition
from advisor.rules.model import Jurisdiction, Note, Obligation, Question, Source, Standard
from advisor.rules.needs_model import AnswerPattern, NeedRule, Thing
from advisor.rules.practice_model import Practice
from advisor.rules.settled import SettledAnswer
from advisor.rules.shared_standings import StandingList
from advisor.rules.situation_model import Situation

Schema = dict[str, Any]
FOLDER = "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

_BY_HAND: dict[str, Schema] = json.loads(Path(__file__).with_name("written_by_hand.json").read_text("utf-8"))
"""The schemas that no model gives."""
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
    for name, _, model, finish in _FILES:
        schema = _with_conditions(model.model_json_schema(schema_generator=_Generator))
        definitions = {key: part for key, part in schema.pop("$defs", {}).items() if key not in _CONDITIONS}
        yield name, _document(name, finish(name, schema), definitions)
    yield "words", json.loads((PRODUCT / SCHEMA).read_text("utf-8"))  # written from the code: `make words`
    yield "coverage", _document("coverage", _BY_HAND["coverage"], {})


def patterns() -> dict[str, str]:
    """Name of a schema → the files that follow it."""
    alone = {name: f"content/{name}.yaml" for name in ("words", "coverage")}
    return {name: pattern for name, pattern, _, _ in _FILES} | alone


def _list(_: str, entry: Schema) -> Schema:
    return {"type": "array", "items": entry}


def _with_defaults(key: str, entry: Schema) -> Schema:
    """A file whose other keys are defaults for every entry, so that only the id must stand in each."""
    return {
        "type": "object",
        "properties": {**entry["properties"], key: {"type": "array", "items": {**entry, "required": ["id"]}}},
        "required": [key],
        "additionalProperties": False,
    }


_FILES: tuple[tuple[str, str, type[BaseModel], Callable[[str, Schema], Schema]], ...] = (
    ("questions", "questions/*.yaml", Question, _list),
    ("sources", "content/sources*.yaml", Source, _list),
    ("jurisdictions", "content/jurisdictions.yaml", Jurisdiction, _list),
    ("standards", "content/standards.yaml", Standard, _list),
    ("bases", BASES, Basis, _list),
    ("groups", "content/groups.yaml", Promise, _list),
    ("consulting", COUNSEL, ConsultingEntry, _list),
    ("examples", "content/examples/*.yaml", Example, _list),
    ("personas", "content/personas/*.yaml", Persona, _list),
    ("obligations", "content/obligations/*.yaml", Obligation, _with_defaults),
    ("notes", "content/notes/*.yaml", Note, _with_defaults),
    ("settled", "content/settled/*.yaml", SettledAnswer, _with_defaults),
    ("things", "content/things/*.yaml", Thing, _list),
    ("standings", "content/standings.yaml", StandingList, _list),
    ("practice", "content/practice/*.yaml", Practice, _list),
    ("needs", "content/needs/*.yaml", NeedRule, _with_defaults),
    ("answers", "content/answers/*.yaml", AnswerPattern, _list),
    ("conditions", CONDITIONS, NamedCondition, _list),
    ("changes", "content/changes.yaml", ChangeRule, _list),
    ("terms", TERMS, Term, _list),
    ("topics", TOPICS, SideTopic, _list),
    ("decoys", DECOYS, Decoy, _list),
    ("entities", ENTITIES, Entity, _list),
    ("synonyms", SYNONYMS, Synonym, _list),
    ("understood-words", f"{WORDS}/words-*.yaml", LexiconTerm, _list),
    ("cues", f"{WORDS}/cues.yaml", Cue, _list),
    ("conclusions", f"{WORDS}/conclusions.yaml", Conclusion, _list),
    ("regions", f"{WORDS}/regions.yaml", Region, _list),
    ("standard-names", f"{WORDS}/standards.yaml", StandardName, _list),
    ("proposals", f"{WORDS}/proposals.yaml", Proposed, _list),
    ("slots", f"{WORDS}/slots.yaml", Slot, _list),
    ("gate", GATE, Gate, lambda _, record: record),
    ("clauses", CLAUSES, ClausePatterns, lambda _, record: record),
    ("contradictions", "content/contradictions.yaml", Contradiction, _list),
    ("situation", "content/situation.yaml", Situation, lambda _, record: record),
    ("brand", "content/brand.yaml", Brand, lambda _, record: record),
    ("effort", "content/effort.yaml", EffortTables, lambda _, record: record),
)
"""Name, files, the record that is written in them, and how a file holds it."""


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


def _document(name: str, schema: Schema, definitions: Schema) -> Schema:
    needed = {"Condition": _BY_HAND["condition"]} if "#/$defs/Condition" in json.dumps([schema, definitions]) else {}
    return {"$schema": DRAFT, "title": name, **schema, "$defs": {**definitions, **needed}}


def write(root: Path) -> list[Path]:
    """Write every schema below a folder; gives the files."""
    (root / FOLDER).mkdir(exist_ok=True)
    fresh = {root / FOLDER / f"{name}.schema.json": as_text(schema) for name, schema in schemas()}
    for path, text in fresh.items():
        path.write_text(text, "utf-8")
    return list(fresh)


def as_text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def reference(file: str, name: str) -> str:
    """The first line that points a file's editor at its schema."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name}.schema.json"
