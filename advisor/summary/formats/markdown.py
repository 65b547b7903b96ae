"""The summary as Markdown text; whatever anybody wrote appears literally."""

import re
from collections.abc import Iterable, Iterator
from textwrap import indent

from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, Run, Runs
from advisor.summary.formats.document import Document
from advisor.summary.wording import day

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$:-])")
_MARKUP = re.compile(r"([\\`*_\[\]<>|~#$]|&(?=#?\w+;)|^[-+=](?=\s)|(?<=^\d)[.)](?=\s))")


def escape(text: str) -> str:
    """Text as Markdown that shows exactly this text, on the screen too, which knows more marks than others."""
    return _SPECIAL.sub(r"\\\1", text)


def write(document: Document) -> bytes:
    """Same input, same bytes."""
    summary, words = document.summary, document.content.words
    about = [words("document.date", date=day(summary.day, words))]
    if summary.company:
        about.insert(0, words("document.for-company", company=_literal(summary.company)))
    if document.headline != document.kind:
        about.insert(0, document.kind)
    head = (f"# {_literal(document.headline)}", " · ".join(about))
    return ("\n\n".join((*head, *map(_section, document.sections))) + "\n").encode()


def _section(section: DocumentSection) -> str:
    title = (f"## {_literal(section.title)}",) if section.title else ()
    return "\n\n".join((*title, section_text(section)))


def section_text(section: DocumentSection) -> str:
    """Without its title."""
    return "\n\n".join(_blocks(section.blocks))


def _blocks(told: Iterable[blocks.Block]) -> Iterator[str]:
    """The bars of the time line are left out: the steps beside them say the same."""
    for block in told:
        match block:
            case blocks.Subheading():
                yield f"### {_literal(block.text)}"
            case blocks.Paragraph():
                yield _line(block.runs)
            case blocks.Points():
                yield "\n".join(f"{_mark(number, block)} {_line(item)}" for number, item in enumerate(block.items, 1))
            case blocks.LabelledBlocks():
                label = " · ".join(filter(None, (block.label, block.note, block.headline)))
                yield f"- **{_literal(label)}**\n\n" + indent("\n\n".join(_blocks(block.blocks)), "  ")
            case blocks.Table():
                yield "\n".join(_table(block))


def _mark(number: int, points: blocks.Points) -> str:
    return f"{number}." if points.numbered else "-"


def _table(table: blocks.Table) -> Iterator[str]:
    yield " | ".join(map(_literal, table.head))
    yield " | ".join(["---"] * len(table.head))
    for row in table.rows:
        cells = ("; ".join(map(_line, (cell.runs, *cell.lines))) for cell in row)
        yield " | ".join(cells)


def _line(runs: Runs) -> str:
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    if run.link and run.link.removeprefix("mailto:") == run.text:
        return f"<{run.text}>"
    text = _literal(run.text)
    if run.link:
        text = f"[{text}]({run.link.translate(_IN_LINKS)})"
    if not run.strong or not text.strip():
        return text
    inner = text.strip()
    return text.replace(inner, f"**{inner}**", 1)


_IN_LINKS = {ord(character): f"%{ord(character):02X}" for character in "()<>\\"}


def _literal(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)
