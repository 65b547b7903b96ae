"""Questions, obligations and notes as entries: what is said, to whom, and what stands behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any, get_args

from advisor.book.chapters import BookRow, Entry, Line, Section
from advisor.content.words import Words
from advisor.cross_references.condition_wording import in_words
from advisor.cross_references.dependencies import AnyStatement, CrossReferences
from advisor.rules.basis import Asker
from advisor.rules.conditions import Condition
from advisor.rules.model import Controller, Obligation, Option, Question, Statement
from advisor.summary.blocks import Paragraph, Points, paragraph
from advisor.summary.markdown_blocks import blocks

SAID_KEYS = {
    "book.{}": ("asked", "shown", "first", "when", "unless"),
    "book.kind-{}": ("one", "many"),
    "glance.paper-{}": get_args(Asker),
    "studio.controlled-{}": get_args(Controller),
}


def questions(atlas: CrossReferences, words: Words) -> tuple[Section, ...]:
    """A section for each topic, in asking order."""
    return tuple(Section(t.name, tuple(_question(q, atlas, words) for q in t.questions)) for t in atlas.topics)


def _question(question: Question, atlas: CrossReferences, words: Words) -> Entry:
    rows = [BookRow(words["book.why"], (Line(question.why),))]
    if question.help:
        rows.append(BookRow(words["book.help"], (Line(question.help),)))
    if question.ask_if is not None:
        rows.append(condition("asked", question.ask_if, atlas, words))
    if question.always:
        rows.append(BookRow(words["book.marks"], (Line(words["studio.mark-always"]),)))
    rows.append(BookRow(words["book.kind"], (Line(words[f"book.kind-{question.kind}"]),)))
    rows.append(BookRow(words["book.controlled"], (Line(words[f"studio.controlled-{question.controlled_by}"]),)))
    rows += _headings(question, words)
    parts = tuple(_option(question, option, atlas, words) for option in question.options)
    return Entry(f"question:{question.id}", question.ask, (), tuple(rows), parts)


def _headings(question: Question, words: Words) -> Iterator[BookRow]:
    """Each heading with the answers below it."""
    if question.groups:
        labels = {option.id: option.label for option in question.options}
        under = ((group.title, ", ".join(labels[option] for option in group.options)) for group in question.groups)
        lines = (line for title, named in under for line in (Line(title), Line(named, 1)))
        yield BookRow(words["book.headings"], tuple(lines))


def _option(question: Question, option: Option, atlas: CrossReferences, words: Words) -> Entry:
    marks = tuple(Line(mark) for mark in _marks(option, words))
    rows = [BookRow(words["book.marks"], marks)] if marks else []
    if option.show_if is not None:
        rows.append(condition("shown", option.show_if, atlas, words))
    if option.usual_if is not None:
        rows.append(condition("first", option.usual_if, atlas, words))
    said = plainly(option.help) if option.help else ()
    return Entry(f"option:{question.id}:{option.id}", option.label, said, tuple(rows))


def _marks(option: Option, words: Words) -> Iterator[str]:
    if option.unknown:
        yield words("studio.mark-unknown", whom=option.ask_whom)
    for name in ("exclusive", "usual", "neutral"):
        if getattr(option, name):
            yield words[f"studio.mark-{name}"]
    if option.months is not None:
        yield words("studio.mark-months", months=option.months)


def condition(row: str, wanted: Condition | None, atlas: CrossReferences, words: Words) -> BookRow:
    """A condition in words, below its name."""
    lines = (Line(line.text, line.depth) for line in in_words(wanted, atlas.ruleset, words))
    return BookRow(words[f"book.{row}"], tuple(lines))


def statements(found: Iterable[AnyStatement], atlas: CrossReferences, words: Words) -> tuple[Section, ...]:
    """A section for each jurisdiction that has any; those of no jurisdiction come first."""
    names = {"": words["book.everywhere"]} | {j.id: j.name for j in atlas.ruleset.jurisdictions.values()}
    entries: dict[str, list[Entry]] = {name: [] for name in names}
    for statement in found:
        entries.setdefault(statement.jurisdiction or "", []).append(_entry(statement, atlas, words))
    return tuple(Section(names.get(place, place), tuple(own)) for place, own in entries.items() if own)


def _entry(statement: AnyStatement, atlas: CrossReferences, words: Words) -> Entry:
    names = {standard.id: standard.name for standard in atlas.ruleset.standards}
    rows = _conditions(statement, atlas, words)
    if isinstance(statement, Obligation):
        standard, basis = names.get(statement.standard, statement.standard), words[f"basis.{statement.basis}"]
        title = words("book.obligation", standard=standard, basis=basis)
        rows, said = [*_claims(statement, words), *rows, *_rivals(statement, atlas, words)], statement.because
    else:
        standards = ", ".join(names.get(name, name) for name in statement.standards)
        title, said = words("book.note", standards=standards, kind=words[f"note.{statement.kind}"]), statement.say
    return Entry(tag_of(statement), title, plainly(said), (*rows, *_paper(statement, atlas, words)))


def tag_of(statement: AnyStatement) -> str:
    return f"{'obligation' if isinstance(statement, Obligation) else 'note'}:{statement.id}"


def _claims(obligation: Obligation, words: Words) -> Iterator[BookRow]:
    if obligation.misconception:
        yield BookRow(words["result.belief"], (Line(obligation.misconception),))
    if needed := obligation.certificate:
        said = words("result.suggest-certificate", certificate=needed.name, issuer=needed.issuer)
        yield BookRow(words["book.certificate"], (Line(said),))
        yield BookRow(words["glance.who"], (Line(words[f"glance.paper-{obligation.asker}"]),))
    if obligation.before:
        yield BookRow(words["glance.when"], (Line(words("glance.when-before", before=obligation.before)),))


def _conditions(statement: Statement, atlas: CrossReferences, words: Words) -> list[BookRow]:
    rows = [condition("when", statement.when, atlas, words)]
    if statement.unless is not None:
        rows.append(condition("unless", statement.unless, atlas, words))
    if statement.valid.from_ or statement.valid.until:
        open_end = words["studio.open-end"]
        first, last = statement.valid.from_ or open_end, statement.valid.until or open_end
        rows.append(BookRow(words["book.valid"], (Line(words("book.span", first=first, last=last)),)))
    return rows


def _rivals(obligation: Obligation, atlas: CrossReferences, words: Words) -> Iterator[BookRow]:
    for row, names in (
        ("overrides", obligation.overrides),
        ("beaten-by", atlas.ruleset.depends.winners[obligation.id]),
    ):
        if names:
            yield BookRow(words[f"book.{row}"], tuple(Line("", to=f"obligation:{name}") for name in names))
    if obligation.together:
        yield BookRow(words["book.together"], (Line(words["book.together-strongest"]),))


def _paper(statement: Statement, atlas: CrossReferences, words: Words) -> Iterator[BookRow]:
    source = atlas.ruleset.sources.get(statement.source)
    cite = words("book.cite", source=source.title if source else "", cite=", ".join(statement.cite))
    said = cite if statement.cite else (source.title if source else statement.source)
    yield BookRow(words["book.source"], (Line(said, to=f"source:{statement.source}"),))
    confidence = words[f"confidence.{statement.confidence}"]
    state = words("book.checked", confidence=confidence, date=statement.checked, due=statement.review_by)
    yield BookRow(words["book.state"], (Line(state),))
    if statement.facts:
        yield BookRow(words["book.facts"], (Line(", ".join(statement.facts)),))


def plainly(text: str) -> tuple[dict[str, Any], ...]:
    """One paragraph of text that is no Markdown."""
    return (_block(paragraph(text)),)


def with_tables(text: str) -> tuple[dict[str, Any], ...]:
    """A table has `kind: table` and its `items` are rows of cells, the first of them the heading."""
    found: list[dict[str, Any]] = []
    for is_table, lines in groupby(text.splitlines(), lambda line: line.startswith("|")):
        if is_table:
            first, *rest = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines)
            found.append({"kind": "table", "items": [first, *rest[1:]]})
        else:
            found += map(_block, blocks("\n".join(lines)))
    return tuple(found)


def _block(block: Paragraph | Points) -> dict[str, Any]:
    """A paragraph has one item, a list as many as it has points."""
    plain = asdict(block)
    return plain if isinstance(block, Points) else {"kind": "paragraph", "items": [plain["runs"]]}
