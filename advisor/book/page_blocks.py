"""Markdown pages as blocks: paragraphs and lists as in the summary, and tables besides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from advisor.summary.formats.markdown_blocks import blocks


def with_tables(text: str) -> tuple[dict[str, Any], ...]:
    """A table has `kind: table` and its `items` are rows of cells, the first of them the heading."""
    return tuple(_blocks(text))


def plainly(text: str) -> tuple[dict[str, Any], ...]:
    """One paragraph of text that is no Markdown."""
    return ({"kind": "paragraph", "items": [[{"text": text, "strong": False, "link": ""}]]},)


def _blocks(text: str) -> Iterator[dict[str, Any]]:
    for is_table, lines in groupby(text.splitlines(), lambda line: line.startswith("|")):
        if is_table:
            rows = [_cells(line) for line in lines]
            yield {"kind": "table", "items": [rows[0], *rows[2:]]}
        else:
            yield from (dict(block) for block in blocks("\n".join(lines)))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
