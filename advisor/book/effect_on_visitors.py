"""What the changes do to visitors, as a section: whose verdict changes, and what speaks for whom."""

from collections.abc import Iterator, Sequence

from advisor.book.chapters import BookRow, Entry, Line, Section
from advisor.book.statement_entries import tag_of
from advisor.check.content_diff import Difference, Kind, Share
from advisor.content.words import Words
from advisor.cross_references.condition_wording import answers_in_words
from advisor.cross_references.dependencies import AnyStatement
from advisor.rules.ruleset import Ruleset


def effect(difference: Difference, new: Ruleset, words: Words) -> Section:
    """The verdicts that somebody moves between, each with its smallest case, and the examples that change."""
    standards = {standard.id for standard in new.standards}
    moves = [kind for kind in difference.kinds if kind.about in standards]
    entries = (_whole(difference, new, words), *(_move(kind, new, words) for kind in moves))
    examples = tuple(Line(line) for line in _examples(difference, new, words))
    if examples:
        entries = (*entries, Entry("", words["book.changes-examples"], (), (BookRow("", examples),)))
    return Section(words["book.changes-verdicts"], entries)


def _whole(difference: Difference, new: Ruleset, words: Words) -> Entry:
    if difference.empty:
        return Entry("", words["book.changes-effect"], (), (BookRow("", (Line(words["book.changes-no-verdict"]),)),))
    shares = (("random", difference.sampled), ("near", difference.enumerated))
    rows = [BookRow(words[f"book.changes-{name}"], (_share(share, words),)) for name, share in shares]
    statements: tuple[AnyStatement, ...] = (*new.obligations, *new.notes)
    tags = {statement.id: tag_of(statement) for statement in statements}
    for row, after in (("louder", "speaks"), ("quieter", "silent")):
        found = [tags[kind.about] for kind in difference.kinds if kind.after == after and kind.about in tags]
        if found:
            rows.append(BookRow(words[f"book.changes-{row}"], tuple(Line("", to=tag) for tag in found)))
    return Entry("", words["book.changes-effect"], (), tuple(rows))


def _share(share: Share, words: Words) -> Line:
    visitors, verdicts, findings = (f"{count:,}" for count in (share.visitors, share.verdicts, share.findings))
    return Line(words("book.changes-share", visitors=visitors, verdicts=verdicts, findings=findings))


def _move(kind: Kind, new: Ruleset, words: Words) -> Entry:
    known = {name: options for name, options in kind.answers.items() if new.question(name)}
    case = tuple(Line(words("book.changes-answer", question=q, answer=a)) for q, a in answers_in_words(known, new))
    title = _moved(kind.about, [kind.before], [kind.after], new, words)
    nobody = (Line(words["book.changes-nothing"]),)
    return Entry("", title, (), (BookRow(words["book.changes-case"], case or nobody),))


def _moved(standard: str, before: Sequence[str], after: Sequence[str], new: Ruleset, words: Words) -> str:
    names = {record.id: record.name for record in new.standards}
    name, was, now = names.get(standard, standard), _range(before, words), _range(after, words)
    return words("book.changes-move", standard=name, before=was, after=now)


def _range(bases: Sequence[str], words: Words) -> str:
    low, *high = [words.get(f"basis.{basis}", basis) for basis in bases] or [words["book.changes-nothing"]]
    return words("effort.range", low=low, high=high[0]) if high else low


def _examples(difference: Difference, new: Ruleset, words: Words) -> Iterator[str]:
    for change in difference.changed:
        moved = _moved(change.standard, change.before, change.after, new, words)
        yield words("book.changes-example", name=change.name, moved=moved)
