"""Why: each standard in a line, the one that matters first, and a table by market with every provision once."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, Runs, TableCell, paragraph, runs, strong
from advisor.summary.provision import cited
from advisor.summary.sections.needs import said_on_page_one
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import CellText, Reason, VerdictText


def weightiest_first(summary: Summary) -> list[VerdictText]:
    """Of two that nobody asks for, the one that some market speaks about stands first."""
    near = [verdict for verdict in summary.verdicts if verdict.near]
    return sorted(near, key=lambda verdict: (-verdict.rank, not _matters(summary, verdict)))


def told_at_length(summary: Summary) -> list[VerdictText]:
    """Those that have to do with this company; of none that has, the first."""
    return that_matter(summary) or weightiest_first(summary)[:1]


def that_matter(summary: Summary) -> list[VerdictText]:
    return [verdict for verdict in weightiest_first(summary) if _matters(summary, verdict)]


def _matters(summary: Summary, verdict: VerdictText) -> bool:
    cells = (cell for row in summary.matrix for cell in row.cells if cell.standard == verdict.standard)
    return bool(verdict.rank or verdict.range or any(cell.basis for cell in cells))


def shown_reasons(summary: Summary) -> list[Reason]:
    reasons = [reason for verdict in told_at_length(summary) for reason in (*verdict.reasons, *verdict.also)]
    return list({reason.id: reason for reason in reasons}.values())


def reasons(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    told: tuple[blocks.Block, ...] = (*_standards(summary, words), *_table(summary, words))
    if told:
        yield DocumentSection("reasons", words["document.why"], told)


def _standards(summary: Summary, words: Words) -> Iterator[blocks.Paragraph]:
    """Not of those that nobody asks for, where the answer has said so."""
    said = summary.answer is not None and bool(summary.answer.not_needed or summary.answer.needs)
    for verdict in weightiest_first(summary):
        if said and not (verdict.rank or verdict.range or verdict.reported):
            continue
        headline = words[f"basis.{verdict.basis}"] if verdict.rank else verdict.headline
        line = words("document.standard-line", standard=verdict.name, headline=headline)
        marks = (verdict.range, words["result.reported"] if verdict.reported else "")
        yield paragraph(strong(line), *(f" {mark}" for mark in marks if mark))


def _table(summary: Summary, words: Words) -> Iterator[blocks.Table | blocks.Paragraph]:
    """Where nothing is asked anywhere, only why not."""
    said = said_on_page_one(summary)
    if not that_matter(summary):
        for reason in shown_reasons(summary):
            yield from map(blocks.Paragraph, _told(reason, said, words))
        return
    rows = tuple(_row(summary, place, *found, said, words) for place, found in _by_place(summary).items())
    if rows:
        head = (words["document.where"], words["document.asks"], words["document.because"])
        yield blocks.Table(head, rows, shares=(3, 5, 10))


def _by_place(summary: Summary) -> dict[str, tuple[list[CellText], list[Reason]]]:
    """Name of a market or another place → what it asks, and why."""
    shown = {verdict.standard for verdict in told_at_length(summary)}
    found: dict[str, tuple[list[CellText], list[Reason]]] = {
        row.name: (_telling([cell for cell in row.cells if cell.standard in shown]), []) for row in summary.matrix
    }
    for reason in shown_reasons(summary):
        found.setdefault(reason.jurisdiction, ([], []))[1].append(reason)
    return found


def _telling(cells: list[CellText]) -> list[CellText]:
    """Beside one that says something, an empty cell says nothing."""
    return [cell for cell in cells if cell.basis or cell.lines] or cells[:1]


def _row(
    summary: Summary, place: str, cells: list[CellText], why: list[Reason], said: set[str], words: Words
) -> tuple[TableCell, ...]:
    first, *others = list(_asked(summary, cells, why)) or [("", "")]
    lines = [line for reason in why for line in _told(reason, said, words)] or [runs("–")]
    return (
        TableCell(runs(strong(place))),
        TableCell(runs(first[0]), first[1], tuple(runs(text) for text, _ in others)),
        TableCell(lines[0], lines=tuple(lines[1:])),
    )


def _asked(summary: Summary, cells: list[CellText], why: list[Reason]) -> Iterator[tuple[str, str]]:
    """What is asked, each sentence once, with the colour of who asks; of two standards each is named."""
    told: dict[str, str] = {}
    names = {verdict.standard: verdict.name for verdict in summary.verdicts} if len(cells) > 1 else {}
    for cell in cells:
        named = (names[cell.standard],) if names else ()
        for text in (*named, *(cell.lines or (cell.headline,))):
            told.setdefault(text, cell.basis)
    for reason in why if not cells else ():
        told.setdefault(reason.headline, reason.basis)
    yield from told.items()


def _told(reason: Reason, said: set[str], words: Words) -> Iterator[Runs]:
    """The sentence, unless it was said, with its provision."""
    if reason.because in said:
        yield cited(reason.reference, words)
    else:
        said.add(reason.because)
        yield (*runs(f"{reason.because} "), *cited(reason.reference, words))
    if reason.misconception:
        yield runs(strong(words["result.belief"]), f": {reason.misconception}")
