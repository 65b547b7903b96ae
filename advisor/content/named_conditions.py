"""Reads the conditions that have a name, so that whatever is read after them may write `is` and the name."""

from collections.abc import Mapping

from advisor.reading.reader import Reader, duplicates
from advisor.reading.strict_yaml import Mistake
from advisor.rules.condition_names import NAMED, NamedCondition
from advisor.rules.conditions import NEVER, Condition, parse

FILE = "content/conditions.yaml"


def read_named_conditions(reader: Reader) -> None:
    """Into the reader's context. One may name those above it only, so none can lead back to itself."""
    written = reader.list_of(NamedCondition, FILE, needed=False)
    reader.mistakes += duplicates("condition", written)
    named: dict[str, Condition] = {}
    for entry in written:
        named[entry.id] = _read(reader, entry, named)
    reader.context[NAMED] = named


def _read(reader: Reader, entry: NamedCondition, above: Mapping[str, Condition]) -> Condition:
    """Nobody meets one that cannot be read."""
    try:
        return parse(entry.when, above)
    except ValueError as error:
        text = f"'{entry.id}': when {error}; a condition may name those above it"
        reader.mistakes.append(Mistake(entry.file, entry.line, text, "form", entry.id))
        return NEVER
