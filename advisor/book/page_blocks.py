"""Markdown pages as blocks: paragraphs and lists as in the summary, and tables besides."""

from dataclasses import asdict
from itertools import groupby
from typing import Any

from advisor.summary.blocks import Paragraph, Points, paragraph
from advisor.summary.markdown_blocks import blocks


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
