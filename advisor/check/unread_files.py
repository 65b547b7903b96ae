"""Finds files that the product does not read, and YAML files whose first line does not name their JSON Schema."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from advisor.check.problem import Problem
from advisor.content.articles import FOLDERS, UPDATING
from advisor.content.schemas import patterns, reference
from advisor.reading.reader import nearest

_WRITTEN = (".yaml", ".yml", ".md", ".markdown")
"""What editors write; pictures and the like may lie anywhere."""


def unread_files(root: Path) -> Iterator[Problem]:
    """All of them, below `questions/` and `content/`."""
    for path in sorted(path for folder in ("questions", "content") for path in (root / folder).rglob("*")):
        if path.is_file() and path.suffix.lower() in _WRITTEN:
            yield from _misfiled(path, path.relative_to(root).as_posix())


def schema_line(file: str) -> str:
    """What the first line of a YAML file says; nothing for a file that is not read."""
    name = next((name for name, pattern in patterns().items() if PurePosixPath(file).match(pattern)), "")
    return reference(file, name) if name else ""


def _misfiled(path: Path, file: str) -> Iterator[Problem]:
    if line := schema_line(file):
        first_line, *_ = path.read_bytes().split(b"\n", 1)
        if first_line.decode("utf-8-sig", "replace").strip() != line:
            said = f"editing programs cannot help in this file: write '{line}' as its first line"
            yield Problem("warning", "no-schema-line", file, 1, file, said)
    elif not any(PurePosixPath(file).match(pattern) for pattern in _PAGES):
        yield Problem("error", "unread-file", file, 1, file, f"nobody reads this file: {_where(file)}")


def _where(file: str) -> str:
    """The place of such files: the pattern of its folder, else the folders."""
    known = _PAGES if file.lower().endswith((".md", ".markdown")) else tuple(patterns().values())
    folder = str(PurePosixPath(file).parent)
    beside = [pattern for pattern in known if str(PurePosixPath(pattern).parent) == folder and "/*." in pattern]
    if beside:
        return f"its name or its ending is not one that we know{nearest(file, beside)}"
    folders = sorted({str(PurePosixPath(pattern).parent) for pattern in known if "/*." in pattern})
    return f"files of its kind are read from {', '.join(folders)}{nearest(folder, folders) if '/' in folder else ''}"


_PAGES = (*(f"content/{folder}/*.md" for folder in FOLDERS), UPDATING)
