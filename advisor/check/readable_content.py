"""Content as an editor leaves it: everything that can be read, and what was wrong with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.counsel import read_counsel
from advisor.figure_references import check_figures
from advisor.figures import read_figures
from advisor.groups import Group
from advisor.library import read_ruleset
from advisor.model import Ruleset
from advisor.pages import Page, read_pages
from advisor.people import Brand, Example, Persona
from advisor.proof.sound import Known, kept, sound
from advisor.records import Reader
from advisor.references import check_condition, check_references, duplicates, unknown
from advisor.strict_yaml import Mistake
from advisor.words import check_words, read_words

GROUPS = "content/groups.yaml"


@dataclass(frozen=True, eq=False)
class Draft:
    """`ruleset` is sound: what names nothing was left out of it. `examples` and `personas` can be replayed."""

    root: Path
    ruleset: Ruleset
    groups: tuple[Group, ...]
    examples: tuple[Example, ...]
    personas: tuple[Persona, ...]
    pages: Mapping[str, tuple[Page, ...]]
    mistakes: tuple[Mistake, ...]
    brand: Brand | None = None


def read_draft(root: Path) -> Draft:
    """Read everything, and go on where something is wrong."""
    reader = Reader(root)
    written = read_ruleset(reader)
    words = read_words(reader, "content/words.yaml")
    brand = reader.one(Brand, "content/brand.yaml")
    pages = read_pages(reader)
    effort = read_figures(reader, "content/effort.yaml")
    read_counsel(reader, written)
    personas = reader.list_of(Persona, "content/personas/*.yaml")
    examples = reader.list_of(Example, "content/examples/*.yaml")
    groups = reader.list_of(Group, GROUPS) if (root / GROUPS).exists() else []
    broken = [*check_references(written, pages, [*personas, *examples]), *_groups(written, groups)]
    if effort is not None:
        broken += check_figures(effort, written, pages["process"])
    mistakes = (*reader.mistakes, *duplicates("persona", personas), *check_words(words, root), *broken)
    ruleset = sound(written)
    known = {question.id: {option.id for option in question.options} for question in ruleset.questions}
    lines = {(mistake.file, mistake.line) for mistake in broken}
    return Draft(
        root,
        ruleset,
        tuple(_kept(group, known) for group in groups),
        tuple(example for example in examples if (example.file, example.line) not in lines),
        tuple(persona for persona in personas if (persona.file, persona.line) not in lines),
        pages,
        tuple(dict.fromkeys(mistakes)),
        brand,
    )


def _kept(group: Group, known: Known) -> Group:
    return group.model_copy(update={"when": kept(group.when, known), "unless": kept(group.unless, known)})


def _groups(ruleset: Ruleset, groups: Iterable[Group]) -> Iterator[Mistake]:
    """What a group names and does not exist."""
    yield from duplicates("group", list(groups))
    questions = {question.id: question for question in ruleset.questions}
    for group in groups:
        texts = [
            *unknown("jurisdiction", group.jurisdictions, ruleset.jurisdictions),
            *unknown("standard", group.standards, {standard.id for standard in ruleset.standards}),
            *check_condition(group.when, questions),
            *check_condition(group.unless, questions),
        ]
        yield from (
            Mistake(group.file, group.line, f"'{group.id}': {text}", "unknown-name", group.id) for text in texts
        )
