"""Reads questions/ and content/ and refuses them, with every mistake at once, if anything is wrong."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from advisor.counsel import Counsel, read_counsel
from advisor.figure_references import check_figures
from advisor.figures import Figures, read_figures
from advisor.model import (
    Jurisdiction,
    Note,
    Obligation,
    Question,
    Ruleset,
    Source,
    Standard,
)
from advisor.pages import Page, read_pages
from advisor.people import Brand, Example, Persona
from advisor.proven import Proven, read_proven
from advisor.records import ContentError, Reader
from advisor.references import check_references, duplicates
from advisor.words import Words, read_words

ROOT = Path(os.environ.get("ADVISOR_CONTENT") or Path(__file__).resolve().parent.parent)
"""The folder that holds `questions/` and `content/`: this product's own, or the operator's."""


@dataclass(frozen=True, eq=False)
class Content:
    """Everything that editors write, checked. `pages`: folder name → pages in order."""

    root: Path
    ruleset: Ruleset
    words: Words
    brand: Brand
    pages: Mapping[str, tuple[Page, ...]]
    personas: tuple[Persona, ...]
    effort: Figures
    hash: str
    counsel: tuple[Counsel, ...] = ()
    """For the consultant's edition only."""
    proven: Proven | None = None
    """What the check has proven; perhaps about older content."""


def load(root: Path = ROOT) -> Content:
    """Read and check all content; raises `ContentError` with every mistake as file:line."""
    reader = Reader(root)
    ruleset = read_ruleset(reader)
    words = read_words(reader, "content/words.yaml")
    brand = reader.one(Brand, "content/brand.yaml")
    effort = read_figures(reader, "content/effort.yaml")
    pages = read_pages(reader)
    personas = reader.list_of(Persona, "content/personas/*.yaml")
    reader.mistakes += [*duplicates("persona", personas), *check_references(ruleset, pages, personas)]
    counsel = read_counsel(reader, ruleset)
    if effort is not None:
        reader.mistakes += check_figures(effort, ruleset, pages["process"])
    if reader.mistakes or brand is None or effort is None:
        raise ContentError(reader.mistakes)
    proven = read_proven(root)
    return Content(root, ruleset, words, brand, pages, tuple(personas), effort, content_hash(root), counsel, proven)


def load_ruleset(root: Path = ROOT) -> Ruleset:
    """Only what decides; raises `ContentError`."""
    reader = Reader(root)
    ruleset = read_ruleset(reader)
    reader.mistakes += check_references(ruleset, {}, [])
    if reader.mistakes:
        raise ContentError(reader.mistakes)
    return ruleset


def load_examples(root: Path, ruleset: Ruleset) -> tuple[Example, ...]:
    """The acceptance cases of the content; raises `ContentError`."""
    reader = Reader(root)
    examples = reader.list_of(Example, "content/examples/*.yaml")
    reader.mistakes += check_references(ruleset, {}, examples)
    if reader.mistakes:
        raise ContentError(reader.mistakes)
    return tuple(examples)


def load_visits(root: Path, ruleset: Ruleset) -> tuple[Example, ...]:
    """The acceptance cases that a company could be; raises `ContentError`."""
    return tuple(example for example in load_examples(root, ruleset) if example.visit)


def read_ruleset(reader: Reader) -> Ruleset:
    """Only what decides, as far as it can be read; the reader gathers the mistakes."""
    sources = reader.list_of(Source, "content/sources*.yaml")
    jurisdictions = reader.list_of(Jurisdiction, "content/jurisdictions.yaml")
    standards = reader.list_of(Standard, "content/standards.yaml")
    for kind, records in (("source", sources), ("jurisdiction", jurisdictions), ("standard", standards)):
        reader.mistakes += duplicates(kind, records)
    return Ruleset(
        questions=tuple(reader.list_of(Question, "questions/*.yaml")),
        obligations=tuple(reader.list_of(Obligation, "content/obligations/*.yaml", "obligations")),
        notes=tuple(reader.list_of(Note, "content/notes/*.yaml", "notes")),
        sources={source.id: source for source in sources},
        jurisdictions={jurisdiction.id: jurisdiction for jurisdiction in jurisdictions},
        standards=tuple(standards),
    )


def content_hash(root: Path) -> str:
    """SHA-256 over the files that decide or are shown to visitors, by name and bytes; examples do not count."""
    digest = sha256()
    paths = [*root.glob("questions/*.yaml"), *root.glob("content/**/*.yaml"), *root.glob("content/**/*.md")]
    for path in sorted(paths):
        name = path.relative_to(root).as_posix()
        if not name.startswith(("content/examples/", "content/consulting.yaml")):
            digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()
