"""The explaining pages: Markdown files with a heading, in the order of their names."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.reading.reader import Reader
from advisor.reading.strict_yaml import Mistake

FOLDERS = ("standards", "process", "outcomes", "faq")


@dataclass(frozen=True)
class Article:
    """`id` is the file's name without a leading number; `title` its first heading; `body` the rest, as Markdown."""

    id: str
    title: str
    body: str
    file: str


def read_articles(reader: Reader) -> dict[str, tuple[Article, ...]]:
    """Folder name → its pages. A file must start with `# Title`."""
    return {folder: tuple(_pages(reader, folder)) for folder in FOLDERS}


def _pages(reader: Reader, folder: str) -> list[Article]:
    pages = []
    for path in sorted((reader.root / "content" / folder).glob("*.md")):
        name = path.relative_to(reader.root).as_posix()
        raw = path.read_bytes()
        try:
            title, _, body = raw.decode("utf-8-sig").replace("\r\n", "\n").partition("\n")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            reader.mistakes.append(Mistake(name, line, "the file is not UTF-8 text"))
            continue
        if not title.startswith("# ") or not body.strip():
            reader.mistakes.append(Mistake(name, 1, "a page starts with '# Title' and then says something"))
            continue
        stem = path.stem.lstrip("0123456789").lstrip("-") or path.stem
        pages.append(Article(stem, title[2:].strip(), body.strip(), name))
    return pages
