"""Reads questions/ and content/ and refuses them, with every mistake at once, if anything is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from advisor.content.articles import Article, read_articles
from advisor.content.bases import read_bases, unsaid
from advisor.content.clause_patterns import ClausePatterns, read_clause_patterns
from advisor.content.consulting import ConsultingEntry, read_consulting
from advisor.content.glossary import Term, read_terms
from advisor.content.named_conditions import read_named_conditions
from advisor.content.people import Brand, Persona
from advisor.content.proof_record import ProofRecord, read_proof_record
from advisor.content.references import check_references
from advisor.content.topics import Topics, read_topics
from advisor.content.words import Words, read_words
from advisor.effort.table_references import check_tables
from advisor.effort.tables import EffortTables, read_tables
from advisor.reading.reader import ContentError, Reader, duplicates
from advisor.rules.changes_model import ChangeRule, Contradiction
from advisor.rules.held_which import tie
from advisor.rules.likeness import alike
from advisor.rules.model import Jurisdiction, Note, Obligation, Question, Source, Standard
from advisor.rules.needs_model import AnswerPattern, NeedRule, Thing
from advisor.rules.nothing_to_choose import with_choices_only
from advisor.rules.practice_model import Practice
from advisor.rules.ruleset import Ruleset
from advisor.rules.settled import SettledAnswer, settle
from advisor.rules.shared_standings import StandingList, taken_over, unknown_lists
from advisor.rules.situation_model import Situation
from advisor.settings import settings

ROOT = settings().content
"""The folder that holds `questions/` and `content/`: this product's own, or the operator's."""


@dataclass(frozen=True, eq=False)
class Content:
    """Everything that editors write, checked. `pages`: folder name → pages in order."""

    root: Path
    ruleset: Ruleset
    words: Words
    brand: Brand
    pages: Mapping[str, tuple[Article, ...]]
    personas: tuple[Persona, ...]
    effort: EffortTables
    hash: str
    counsel: tuple[ConsultingEntry, ...] = ()
    """For the consultant's edition only."""
    proven: ProofRecord | None = None
    """What the check has proven; perhaps about older content."""
    terms: tuple[Term, ...] = ()
    """Words that a visitor may open where they stand."""
    topics: Topics | None = None
    """What people ask beside the questions, and what answers it."""
    clauses: ClausePatterns | None = None
    """What the reader of contracts looks for."""


def load(root: Path = ROOT) -> Content:
    """Read and check all content; raises `ContentError` with every mistake as file:line."""
    reader = Reader(root)
    ruleset = read_ruleset(reader)
    words = read_words(reader, "content/words.yaml")
    brand = reader.one(Brand, "content/brand.yaml")
    effort = read_tables(reader, "content/effort.yaml")
    pages = read_articles(reader)
    personas = reader.list_of(Persona, "content/personas/*.yaml")
    reader.mistakes += [*duplicates("persona", personas), *check_references(ruleset, pages, personas)]
    reader.mistakes += unsaid(ruleset.bases, words)
    counsel, terms = read_consulting(reader, ruleset), read_terms(reader, ruleset)
    topics = read_topics(reader, pages)
    clauses = read_clause_patterns(reader, ruleset)
    if effort is not None:
        reader.mistakes += check_tables(effort, ruleset, {page.id for page in pages["process"]})
    if reader.mistakes or brand is None or effort is None:
        raise ContentError(reader.mistakes)
    proven = read_proof_record(root)
    found = content_hash(root)
    told = (words, brand, pages, tuple(personas), effort)
    return Content(root, ruleset, *told, found, counsel, proven, terms, topics, clauses)


def load_ruleset(root: Path = ROOT) -> Ruleset:
    """Only what decides; raises `ContentError`."""
    reader = Reader(root)
    ruleset = read_ruleset(reader)
    reader.mistakes += check_references(ruleset, {}, [])
    reader.refuse_mistakes()
    return ruleset


def read_ruleset(reader: Reader) -> Ruleset:
    """Only what decides, as far as it can be read; the reader gathers the mistakes."""
    bases = read_bases(reader)
    read_named_conditions(reader)
    sources = reader.list_of(Source, "content/sources*.yaml")
    jurisdictions = reader.list_of(Jurisdiction, "content/jurisdictions.yaml")
    standards = reader.list_of(Standard, "content/standards.yaml")
    things = _things(reader)
    kinds: list[tuple[str, list[Any]]] = [("source", sources), ("jurisdiction", jurisdictions)]
    for kind, records in [*kinds, ("standard", standards), ("thing", things)]:
        reader.mistakes += duplicates(kind, records)
    settled = reader.list_of(SettledAnswer, "content/settled/*.yaml", "settled", needed=False)
    return _meant(
        Ruleset(
            questions=tuple(reader.list_of(Question, "questions/*.yaml")),
            obligations=tuple(reader.list_of(Obligation, "content/obligations/*.yaml", "obligations")),
            notes=tuple(reader.list_of(Note, "content/notes/*.yaml", "notes")),
            sources={source.id: source for source in sources},
            jurisdictions={jurisdiction.id: jurisdiction for jurisdiction in jurisdictions},
            standards=tuple(standards),
            bases=bases,
            things={thing.id: thing for thing in things},
            needs=tuple(reader.list_of(NeedRule, "content/needs/*.yaml", "needs", needed=False)),
            answers=tuple(reader.list_of(AnswerPattern, "content/answers/*.yaml", needed=False)),
            situation=_situation(reader),
            changes=tuple(reader.list_of(ChangeRule, "content/changes.yaml", needed=False)),
            practices=tuple(reader.list_of(Practice, "content/practice/*.yaml", needed=False)),
            contradictions=tuple(reader.list_of(Contradiction, "content/contradictions.yaml", needed=False)),
        ),
        settled,
    )


def _things(reader: Reader) -> list[Thing]:
    """Each with the standings that it shares with others."""
    things = reader.list_of(Thing, "content/things/*.yaml", needed=False)
    lists = reader.list_of(StandingList, "content/standings.yaml", needed=False)
    reader.mistakes += [*duplicates("list of standings", lists), *unknown_lists(things, lists)]
    return taken_over(things, lists)


def _meant(ruleset: Ruleset, settled: list[SettledAnswer]) -> Ruleset:
    """What is written, as it is meant: options that count like others, questions only where there is a choice, faults
    of the one certificate that has them, answers that follow from others."""
    return settle(tie(with_choices_only(alike(ruleset))), settled)


def _situation(reader: Reader) -> Situation:
    """Content without this file tells nothing of the situation."""
    file = "content/situation.yaml"
    return (reader.one(Situation, file) if (reader.root / file).exists() else None) or Situation()


def content_hash(root: Path) -> str:
    """SHA-256 over the files that decide or are shown to visitors, by name and bytes; examples and phrasings do not."""
    digest = sha256()
    paths = [*root.glob("questions/*.yaml"), *root.glob("content/**/*.yaml"), *root.glob("content/**/*.md")]
    for path in sorted(paths):
        name = path.relative_to(root).as_posix()
        if not name.startswith(("content/examples/", "content/understanding/", "content/consulting.yaml")):
            digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()
