"""Turns the Markdown of content pages into plain data, so that a document can set it without knowing Markdown."""

from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from advisor.summary.blocks import Paragraph, Points, Run, Runs


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Paragraph | Points, ...]:
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


def _blocks(element: Element) -> Iterator[Paragraph | Points]:
    if element.tag in ("ul", "ol"):
        yield Points(tuple(_tidy(_runs(item)) for item in element.iter("li")), numbered=element.tag == "ol")
    elif runs := _tidy(_runs(element)):
        yield Paragraph(runs)


def _runs(element: Element, *, strong: bool = False, link: str = "") -> Iterator[Run]:
    """Emphasis of either kind is bold: no italic font is shipped."""
    strong = strong or element.tag in {"strong", "em"}
    link = element.get("href") or link
    text = element.text or ""
    yield Run(_on_one_line(unescape(text) if element.tag == "code" else text), strong=strong, link=link)
    for child in element:
        if child.tag not in ("ul", "ol"):
            yield from _runs(child, strong=strong, link=link)
        yield Run(_on_one_line(child.tail or ""), strong=strong, link=link)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _tidy(runs: Iterator[Run]) -> Runs:
    """Without empty runs, and without space at the ends."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return tuple(kept)
