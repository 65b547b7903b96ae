"""Content as an editor leaves it: everything that can be read, and what was wrong with the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.check.drop_broken import drop_broken, with_known
from advisor.content.articles import Article, read_articles
from advisor.content.consulting import read_consulting
from advisor.content.glossary import Term, read_terms
from advisor.content.library import read_ruleset
from advisor.content.people import Brand, Example, Persona, Promise
from advisor.content.references import check_references
from advisor.content.topics import read_topics
from advisor.content.word_problems import check_words
from advisor.content.words import FILE as WORDS, Words, read_words
from advisor.effort.table_references import check_tables
from advisor.effort.tables import read_tables
from advisor.reading.reader import Reader, duplicates
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_condition
from advisor.rules.ruleset import Ruleset

GROUPS = "content/groups.yaml"


@dataclass(frozen=True, eq=False)
class ReadableContent:
    """`ruleset` is sound: what names nothing was left out of it. `examples` and `personas` can be replayed."""

    root: Path
    ruleset: Ruleset
    groups: tuple[Promise, ...]
    examples: tuple[Example, ...]
    personas: tuple[Persona, ...]
    pages: Mapping[str, tuple[Article, ...]]
    mistakes: tuple[Mistake, ...]
    words: Words
    brand: Brand | None = None
    terms: tuple[Term, ...] = ()


def read_what_can_be_read(root: Path) -> ReadableContent:
    """Read everything, and go on where something is wrong."""
    reader = Reader(root)
    written = read_ruleset(reader)
    words = read_words(reader, WORDS)
    brand = reader.one(Brand, "content/brand.yaml")
    pages = read_articles(reader)
    effort = read_tables(reader, "content/effort.yaml")
    read_consulting(reader, written)
    terms = read_terms(reader, written)
    read_topics(reader, pages)
    personas = reader.list_of(Persona, "content/personas/*.yaml")
    examples = reader.list_of(Example, "content/examples/*.yaml")
    groups = reader.list_of(Promise, GROUPS) if (root / GROUPS).exists() else []
    broken = [*check_references(written, pages, [*personas, *examples]), *_groups(written, groups)]
    if effort is not None:
        broken += check_tables(effort, written, {page.id for page in pages["process"]})
    mistakes = (*reader.mistakes, *duplicates("persona", personas), *check_words(words, root, written.bases), *broken)
    ruleset = drop_broken(written)
    known = {question.id: {option.id for option in question.options} for question in ruleset.questions}
    lines = {(mistake.file, mistake.line) for mistake in broken}
    return ReadableContent(
        root,
        ruleset,
        tuple(with_known(group, known, "when", "unless") for group in groups),
        tuple(example for example in examples if (example.file, example.line) not in lines),
        tuple(persona for persona in personas if (persona.file, persona.line) not in lines),
        pages,
        tuple(dict.fromkeys(mistakes)),
        words,
        brand,
        terms,
    )


def _groups(ruleset: Ruleset, groups: Iterable[Promise]) -> Iterator[Mistake]:
    """What a group names and does not exist."""
    yield from duplicates("group", list(groups))
    for group in groups:
        texts = [
            *ruleset.unknown("jurisdiction", group.jurisdictions),
            *ruleset.unknown("standard", group.standards),
            *check_condition(group.when, ruleset.question_by_id),
            *check_condition(group.unless, ruleset.question_by_id),
        ]
        for text in texts:
            yield Mistake(group.file, group.line, f"'{group.id}': {text}", "unknown-name", group.id)
