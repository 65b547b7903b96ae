"""Reads YAML as text with line numbers, and refuses what a careful editor would not have meant.

Every scalar stays a string, so `7.10`, `no` and `2026-11-22` arrive as written. Anchors, aliases, tags
and duplicate keys are mistakes. Size and depth are capped before the C parser sees the text, because
libyaml recurses on nested brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 24

Path_ = tuple[str | int, ...]
_BRACKET = re.compile(r"[\[\]{}]")
_NESTED_ENTRIES = re.compile(rf"(?:[-?] +){{{MAX_DEPTH}}}")
_Loader = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True)
class Mistake:
    """One thing to mend, with the place to mend it. `rule` and `about` say what kind it is and of which id."""

    file: str
    line: int
    text: str
    rule: str = "form"
    about: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


@dataclass
class YamlFile:
    """Plain data, and the line (from 1) on which each part of it starts.

    `lines` is keyed by path: `("obligations", 3, "when")`.
    """

    file: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, path: Path_) -> int:
        """The line of a part, or of the nearest part around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def mistake(self, path: Path_, text: str) -> None:
        self.mistakes.append(Mistake(self.file, self.line(path), text))

    def _mistake_at(self, event: Any, text: str) -> None:
        self.mistakes.append(Mistake(self.file, _line(event), text))

    def build(self, events: Iterator[Any]) -> None:
        """Turn the event stream into dicts, lists and strings, noting lines on the way."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.data is not None:
                    self._mistake_at(event, "one document per file, please: remove the second '---'")
                    return
                self.data = self._node(next(events), events, ())

    def _node(self, event: Any, events: Iterator[Any], path: Path_) -> Any:
        self.lines[path] = _line(event)
        if isinstance(event, yaml.AliasEvent):
            self.mistake(path, f"alias '*{event.anchor}': write the value out, aliases are not used here")
            return ""
        if event.anchor or (event.tag and event.tag != "!"):
            self.mistake(path, "anchors and tags are not used here")
        if len(path) > MAX_DEPTH:
            raise yaml.MarkedYAMLError(None, None, f"nested deeper than {MAX_DEPTH} levels", event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[Any], path: Path_) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], path: Path_) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._mistake_at(event, "a key must be plain text")
                self._node(event, events, (*path, "?"))
                self._node(next(events), events, (*path, "?"))
                continue
            if (key := event.value) in entries:
                self._mistake_at(event, f"'{key}' stands here twice, first on line {self.line((*path, key))}")
                self._node(next(events), events, (*path, "?"))
                continue
            entries[key] = self._node(next(events), events, (*path, key))
            self.lines[(*path, key)] = _line(event)
        return entries


def read(path: Path, name: str) -> YamlFile:
    """Read one file; `name` is how messages call it. Mistakes are collected, never raised."""
    if (size := path.stat().st_size) > MAX_BYTES:
        return YamlFile(
            name, mistakes=[Mistake(name, 1, f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read")]
        )
    text = text_of(path, name)
    return YamlFile(name, mistakes=[text]) if isinstance(text, Mistake) else parse(text, name)


def text_of(path: Path, name: str) -> str | Mistake:
    """What a file says; a mistake if that is no text. `name` is how messages call it."""
    raw = path.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        return Mistake(name, raw[: error.start].count(b"\n") + 1, "the file is not UTF-8 text")


def parse(text: str, name: str) -> YamlFile:
    """Parse text into a document; see `read`."""
    if too_deep := _too_deep(text):
        return YamlFile(name, mistakes=[Mistake(name, too_deep, f"nested deeper than {MAX_DEPTH} levels")])
    document = YamlFile(name)
    try:
        document.build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(filter(None, [error.context, error.problem]))
        hint = next((f" ({hint})" for part, hint in _HINTS.items() if part in problem), "")
        line = mark.line + 1 if mark else 1
        document.mistakes.append(Mistake(name, line, f"not readable as YAML: {problem}{hint}"))
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        document.mistakes.append(Mistake(name, line, f"not readable as YAML: {error.reason}"))
    return document


_HINTS = {
    "mapping values are not allowed": "a text with a colon and a space in it must stand in quotes",
    "',' or ']'": "a bracket [ is not closed, or a comma is missing",
    "',' or '}'": "a brace { is not closed, or a comma is missing",
    "cannot start any token": "indent with spaces, never with tabs; a text that begins with @ or % needs quotes",
    "did not find expected key": "a line stands further left or right than its neighbours, or a quote ends too early",
    "expected '-' indicator": "a line stands further left or right than its neighbours",
    "end of stream": "a quote or a bracket is never closed",
    "could not find expected ':'": "a key needs a colon and a space after it",
}
"""Part of libyaml's message → what an editor most likely did."""


def _too_deep(text: str) -> int:
    """The line on which brackets or `- - -` nest too deep, or 0."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > MAX_DEPTH:
            return text.count("\n", 0, bracket.start()) + 1
    entries = _NESTED_ENTRIES.search(text)
    return text.count("\n", 0, entries.start()) + 1 if entries else 0


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
