"""Turns YAML files into frozen records, and every mistake into a line that an editor can mend."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from advisor.reading.record import Record
from advisor.reading.strict_yaml import Mistake, Path_, YamlFile, read

R = TypeVar("R", bound=Record)

_PLAIN = {
    "extra_forbidden": "is not a key that is known here",
    "missing": "is missing",
    "string_pattern_mismatch": "is not in the right form",
    "bool_type": "is either true or false",
    "string_too_short": "is empty",
    "string_type": "must be one text, not a list or a mapping",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping",
}
_FORMS = {
    "^[a-z0-9]": "small letters, digits and hyphens",
    "^https:": "an address that starts with https:// and has no space in it",
    "^(https:": "an address that starts with https://, mailto: or tel: and has no space in it",
    "^#[0-9A": 'six digits or letters A to F after a #, in quotes, such as "#0a6e8f"',
    "^[^@": "an e-mail address",
}
"""How a pattern starts → what it asks for."""


class ContentError(Exception):
    """Content that must not be used. `mistakes` lists all of them, in file order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes), key=lambda m: (m.file, m.line, m.text))
        super().__init__("\n".join(map(str, self.mistakes)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint such as `; did you mean 'markets'?`, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


def unknown(kind: str, names: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """A sentence for each name that does not exist."""
    return (f"unknown {kind} '{name}'{nearest(name, known)}" for name in names if name not in known)


def duplicates(kind: str, records: Sequence[Record]) -> Iterator[Mistake]:
    """Each record that shares its id with another. What is kept by id must be checked before it is."""
    counts = Counter(str(getattr(record, "id", "")) for record in records)
    for record in records:
        if counts[name := str(getattr(record, "id", ""))] > 1:
            text = f"the {kind} '{name}' exists more than once"
            yield Mistake(record.file, record.line, text, "duplicate", name)


class Reader:
    """Reads files below a root and gathers all mistakes before anyone complains.

    `context`: what records must know of others to be read, by name.
    """

    def __init__(self, root: Path, context: Mapping[str, Any] | None = None) -> None:
        self.root = root
        self.context = dict(context or {})
        self.mistakes: list[Mistake] = []

    def document(self, path: Path) -> YamlFile:
        document = read(path, path.relative_to(self.root).as_posix())
        self.mistakes += document.mistakes
        return document

    def folder(self, pattern: str, needed: bool = True) -> list[YamlFile]:
        paths = sorted(self.root.glob(pattern))
        if not paths and needed:
            self.mistakes.append(Mistake(pattern, 1, "no such file; at least one is needed"))
        return [self.document(path) for path in paths]

    def refuse_mistakes(self) -> None:
        """Raises `ContentError` if there are any."""
        if self.mistakes:
            raise ContentError(self.mistakes)

    def list_of(self, model: type[R], pattern: str, key: str = "", needed: bool = True) -> list[R]:
        """Records of all files that match; unless `needed` there may be none.

        Without `key` a file is a list. With it, a file is a mapping: the list stands under `key`, and the
        other keys are defaults for every entry.
        """
        documents = self.folder(pattern, needed)
        readable = [document for document in documents if document.data is not None or not document.mistakes]
        return [record for document in readable for record in self._entries(document, model, key)]

    def one(
        self, model: type[R], name: str, prepared: Callable[[YamlFile], Any] = lambda document: document.data
    ) -> R | None:
        """The record that a whole file is. `prepared` may add to its data before it is checked."""
        if not (self.root / name).exists():
            self.mistakes.append(Mistake(name, 1, "the file is missing"))
            return None
        document = self.document(self.root / name)
        return self._record(document, model, prepared(document), (), {})

    def _entries(self, document: YamlFile, model: type[R], key: str) -> list[R]:
        path: Path_ = (key,) if key else ()
        data: Any = document.data if isinstance(document.data, dict) or not key else {}
        if key and key not in data:
            self._mistake(document, (), f"a mapping with the key '{key}' is expected")
            return []
        defaults = {k: v for k, v in data.items() if k != key} if key else {}
        data = data[key] if key else data
        if not isinstance(data, list):
            self._mistake(document, path, "a list is expected, each entry starting with '- id:'")
            return []
        entries = (self._record(document, model, entry, (*path, i), defaults) for i, entry in enumerate(data))
        return [record for record in entries if record is not None]

    def _record(
        self, document: YamlFile, model: type[R], entry: Any, path: Path_, defaults: Mapping[str, Any]
    ) -> R | None:
        if not isinstance(entry, dict):
            self._mistake(document, path, "a mapping is expected")
            return None
        whole = {**defaults, **entry, "file": document.file, "line": document.line(path)}
        try:
            return model.model_validate(whole, context=self.context)
        except ValidationError as error:
            for problem in error.errors():
                rule = "too-long" if problem["type"] == "string_too_long" else "form"
                at, text, name = _explain(problem, path, entry, defaults, model)
                self._mistake(document, at, text, rule, name)
            return model.salvaged(whole, error.errors(), self.context)

    def _mistake(self, document: YamlFile, path: Path_, text: str, rule: str = "form", about: str = "") -> None:
        self.mistakes.append(Mistake(document.file, document.line(path), text, rule, about))


def _explain(
    problem: Any, path: Path_, entry: Mapping[str, Any], defaults: Mapping[str, Any], model: type[BaseModel]
) -> tuple[Path_, str, str]:
    """Where a validation problem lies, what to say of it, and of which id.

    A default is at fault once, not once per entry.
    """
    loc = tuple(problem["loc"])
    inherited = bool(loc) and loc[0] in defaults and loc[0] not in entry
    name = "" if inherited else str(entry.get("id") or entry.get("name") or "")
    where = ".".join(str(part) for part in loc)
    kind, found = problem["type"], problem.get("input")
    text = _PLAIN.get(kind) or problem["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        text += nearest(str(loc[-1]), _keys(model, loc))
    elif kind in ("enum", "literal_error"):
        expected = problem["ctx"]["expected"]
        known = expected.replace("'", "").replace(" or ", ", ").split(", ")
        text = f"is '{found}', but one of {expected} is expected{nearest(str(found), known)}"
    elif kind == "string_pattern_mismatch":
        pattern = problem["ctx"]["pattern"]
        form = next((said for start, said in _FORMS.items() if pattern.startswith(start)), pattern)
        text = f"is '{found}', which is not in the right form ({form})"
    elif kind.startswith("date_"):
        text = f"is '{found}', which is no date: write it like \"2026-11-22\""
    elif kind == "string_too_long":
        text = f"has {len(found)} characters; at most {problem['ctx']['max_length']} are shown"
    prefix = f"'{name}': " if name else ""
    return (loc if inherited else (*path, *loc)), f"{prefix}{where} {text}", name


def _keys(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """The keys that may be written where a problem lies, which may be a record within the record."""
    for part in loc[:-1]:
        if part in model.model_fields:
            model = next(_records(model.model_fields[part].annotation), model)
    return [field.alias or key for key, field in model.model_fields.items() if key not in ("file", "line")]


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _records(inner)
