"""The explaining pages: Markdown files with a heading, in the order of their names."""

from pathlib import Path
from typing import NamedTuple

from advisor.reading.reader import Reader
from advisor.reading.strict_yaml import Mistake, text_of

FOLDERS = ("standards", "process", "outcomes", "faq", "asked")
UPDATING = "content/updating.md"
"""Apart from the words, so that a mistake in these cannot take it away."""


class Article(NamedTuple):
    """`id` is the file's name without a leading number; `title` its first heading; `body` the rest, as Markdown."""

    id: str
    title: str
    body: str
    file: str


def read_articles(reader: Reader) -> dict[str, tuple[Article, ...]]:
    """Folder name → its pages. A file must start with `# Title`."""
    paths = {folder: sorted((reader.root / "content" / folder).glob("*.md")) for folder in FOLDERS}
    return {folder: tuple(page for path in own if (page := _page(reader, path))) for folder, own in paths.items()}


def updating_page(*roots: Path) -> Article:
    """What is shown while the content is being mended: by the first folder that has such a page in order."""
    pages = (_page(Reader(root), root / UPDATING) for root in roots if (root / UPDATING).is_file())
    return next(page for page in pages if page)


def _page(reader: Reader, path: Path) -> Article | None:
    name = path.relative_to(reader.root).as_posix()
    text = text_of(path, name)
    if isinstance(text, Mistake):
        reader.mistakes.append(text)
        return None
    title, _, body = text.removeprefix("\ufeff").replace("\r\n", "\n").partition("\n")
    if not title.startswith("# ") or not body.strip():
        reader.mistakes.append(Mistake(name, 1, "a page starts with '# Title' and then says something"))
        return None
    stem = path.stem.lstrip("0123456789").lstrip("-") or path.stem
    return Article(stem, title[2:].strip(), body.strip(), name)
