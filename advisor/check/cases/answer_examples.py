"""Writes the answer to a new question into the examples and personas that lack it."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from advisor.check.cases.replay import next_question
from advisor.check.readable_content import read_what_can_be_read
from advisor.content.people import Example, Persona
from advisor.rules.conditions import on_one_line

_ON_ONE_LINE = re.compile(r"^(\s*(?:- )?answers: \{.*?)(,?\s*\}\s*(?:#.*)?)$")
_BELOW = re.compile(r"^(\s*(?:- )?)answers:\s*(?:#.*)?$")


class Completed(NamedTuple):
    """Places as file:line. `by_hand`: where the answers are written in a way that we do not touch."""

    written: tuple[str, ...]
    by_hand: tuple[str, ...]


def complete(root: Path, question: str, options: Sequence[str], today: date) -> Completed:
    """Answer a question wherever it is the next one to be asked. Nothing else in the files changes."""
    draft = read_what_can_be_read(root)
    people: list[Example | Persona] = [*draft.examples, *draft.personas]
    lacking = [person for person in people if next_question(draft.ruleset, person, today) == question]
    entry = on_one_line({question: tuple(options)})[1:-1]
    done: list[str] = []
    by_hand: list[str] = []
    for person in reversed(lacking):
        added = _add(root / person.file, person.line, entry)
        (done if added else by_hand).append(f"{person.file}:{person.line}")
    return Completed(tuple(reversed(done)), tuple(reversed(by_hand)))


def _add(path: Path, line: int, entry: str) -> bool:
    """Add an answer to the record that starts on a line; the last record of a file comes first, so lines hold."""
    lines = path.read_bytes().decode("utf-8").split("\n")
    for place in range(line - 1, len(lines)):
        if place >= line and lines[place].startswith("- "):
            return False
        if found := _ON_ONE_LINE.match(lines[place]):
            lines[place] = f"{found[1]}, {entry}{found[2].removeprefix(',')}"
            break
        if found := _BELOW.match(lines[place]):
            lines.insert(*_below(lines, place, len(found[1]), entry))
            break
    else:
        return False
    path.write_bytes("\n".join(lines).encode())
    return True


def _below(lines: Sequence[str], place: int, indent: int, entry: str) -> tuple[int, str]:
    """Where the answer goes that follows the last one of a block, and its line."""
    end = place + 1
    while end < len(lines) and lines[end].startswith(" " * (indent + 1)):
        end += 1
    first = lines[place + 1] if end > place + 1 else " " * (indent + 2)
    return end, first[: len(first) - len(first.lstrip())] + entry
