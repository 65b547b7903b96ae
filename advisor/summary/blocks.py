"""The few kinds of block that a document is made of; each format knows how to write each of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_SAFE = re.compile(r"(https?://|mailto:|tel:)\S+")


def safe(address: str) -> str:
    """Only web, mail and telephone addresses become links; of any other nothing is left."""
    return address if _SAFE.fullmatch(address) else ""


@dataclass(frozen=True)
class Run:
    """A stretch of text that looks alike. `quiet`: small and pale, for what a reader may skip."""

    text: str
    strong: bool = False
    quiet: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "link", safe(self.link))


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    runs: Runs
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Points:
    items: tuple[Runs, ...]
    numbered: bool = False
    kind: Literal["list"] = "list"


@dataclass(frozen=True)
class Subheading:
    text: str
    kind: Literal["subheading"] = "subheading"


@dataclass(frozen=True)
class TableCell:
    """With the colour of a basis, where it has one, and further lines below its text."""

    runs: Runs
    basis: str = ""
    lines: tuple[Runs, ...] = ()


@dataclass(frozen=True)
class Table:
    """The first cell of a row names it. `shares`: widths of the columns as parts of the whole."""

    head: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    shares: tuple[int, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class LabelledBlocks:
    """What is said about one thing, usually a sentence and its provision. `headline`: its basis in words. `note` stands
    below the label. `sign`: who stands behind a need, as `formats/signs.py` draws it."""

    label: str
    blocks: tuple[Paragraph | Points, ...]
    basis: str = ""
    headline: str = ""
    note: str = ""
    sign: str = ""
    kind: Literal["labelled"] = "labelled"


@dataclass(frozen=True)
class Bar:
    """From where to where on the whole picture, from 0 to 1."""

    title: str
    start: float
    end: float


@dataclass(frozen=True)
class Bars:
    """A picture of bars below each other. `alt`: the same in words; `first` and `last` name its two ends. `marks`:
    titles of the quarters, each with its place on the picture."""

    alt: str
    bars: tuple[Bar, ...]
    first: str
    last: str
    marks: tuple[tuple[str, float], ...] = ()
    kind: Literal["bars"] = "bars"


Block = Paragraph | Points | Subheading | Table | LabelledBlocks | Bars


@dataclass(frozen=True)
class DocumentSection:
    """`id`: by which a format may give it a look of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]


def runs(*parts: str | Run) -> Runs:
    """Runs in a row; empty ones are left out."""
    made = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in made if run.text)


def paragraph(*parts: str | Run) -> Paragraph:
    return Paragraph(runs(*parts))


def strong(text: str) -> Run:
    return Run(text, strong=True)


def quiet(text: str, link: str = "") -> Run:
    return Run(text, quiet=True, link=link)


def row(*texts: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(runs(text)) for text in texts)


def words_of(section: DocumentSection) -> int:
    """How many words a reader reads in it."""
    return len(section.title.split()) + sum(len(text.split()) for block in section.blocks for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _joined(block.runs)
        case Points():
            yield from map(_joined, block.items)
        case Subheading():
            yield block.text
        case Table():
            yield from block.head
            yield from (_joined(line) for row in block.rows for cell in row for line in (cell.runs, *cell.lines))
        case LabelledBlocks():
            yield from (block.label, block.note, block.headline)
            yield from (text for part in block.blocks for text in _texts(part))
        case Bars():
            yield from (bar.title for bar in block.bars)


def _joined(runs: Runs) -> str:
    return "".join(run.text for run in runs)
