"""Turns the Markdown of content pages into plain data, so that a document can set it without knowing Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Literal, TypedDict
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor


class Run(TypedDict):
    """A stretch of text that looks alike."""

    text: str
    strong: bool
    link: str


class Block(TypedDict):
    """A paragraph has one item, a list as many as it has points."""

    kind: Literal["paragraph", "bullets", "numbers"]
    items: list[list[Run]]


_KINDS: dict[str, Literal["bullets", "numbers"]] = {"ul": "bullets", "ol": "numbers"}


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs and lists of a Markdown text. HTML in it is text like any other."""
    parser = Markdown()
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.deregister("entity")
    keep = _Keep(parser)
    parser.treeprocessors.register(keep, "keep", -1)  # after "unescape", the last one
    parser.convert(text)
    return tuple(block for element in keep.tree for block in _blocks(element))


class _Keep(Treeprocessor):
    """Keeps the parsed tree, which `markdown` would only turn into HTML."""

    tree: Element = Element("div")

    def run(self, root: Element) -> None:
        self.tree = root


def _blocks(element: Element) -> Iterator[Block]:
    if element.tag in _KINDS:
        yield {"kind": _KINDS[element.tag], "items": [_tidy(_runs(item)) for item in element.iter("li")]}
    elif runs := _tidy(_runs(element)):
        yield {"kind": "paragraph", "items": [runs]}


def _runs(element: Element, *, strong: bool = False, link: str = "") -> Iterator[Run]:
    """Emphasis of either kind is bold: no italic font is shipped."""
    strong = strong or element.tag in {"strong", "em"}
    link = element.get("href") or link
    text = element.text or ""
    yield {"text": unescape(text) if element.tag == "code" else text, "strong": strong, "link": link}
    for child in element:
        if child.tag not in _KINDS:
            yield from _runs(child, strong=strong, link=link)
        yield {"text": child.tail or "", "strong": strong, "link": link}


def _tidy(runs: Iterator[Run]) -> list[Run]:
    """One line, without empty runs and without space at its ends."""
    line: list[Run] = [{**run, "text": run["text"].replace("\n", " ")} for run in runs if run["text"]]
    while line and not line[0]["text"].strip():
        line.pop(0)
    while line and not line[-1]["text"].strip():
        line.pop()
    return line
