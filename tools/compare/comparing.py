"""Compares the outputs of both sides, and tells each kind of difference once."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from planning import read, read_yaml
from rendering import say

SHOWN, LONGEST = 30, 300
"""So many kinds of change are printed, and so many characters of a line."""


@dataclass
class Wanted:
    """A difference that is meant, and how many outputs it has touched."""

    files: str
    old: str
    new: str
    only: str
    why: str
    touched: int = 0

    def applied(self, name: str, text: str) -> str:
        if not self.old or not fnmatch(name, self.files):
            return text
        text, times = re.subn(self.old, self.new, text, flags=re.MULTILINE)
        self.touched += bool(times)
        return text

    def accepts(self, name: str, side: str) -> bool:
        fits = self.only == side and fnmatch(name, self.files)
        self.touched += fits
        return fits


def read_wanted(path: Path | None) -> list[Wanted]:
    entries = read_yaml(path) if path else []
    return [
        Wanted(e["in"], e.get("old", ""), e.get("new", ""), e.get("only", ""), e.get("why", "")) for e in entries or ()
    ]


def differences(old: Path, new: Path, folders: Iterable[str], wanted: list[Wanted]) -> tuple[int, dict[str, list[str]]]:
    """How many outputs there are, and of each that differs the lines of its difference."""
    names = sorted(
        {
            path.relative_to(side).as_posix()
            for side in (old, new)
            for folder in folders
            for path in (side / folder).rglob("*")
            if path.is_file()
        }
    )
    found = {}
    for name in names:
        if lines := difference(name, read(old / name), read(new / name), wanted):
            found[name] = lines
    return len(names), found


def difference(name: str, old: str | None, new: str | None, wanted: list[Wanted]) -> list[str]:
    if old is None or new is None:
        side = "new" if old is None else "old"
        accepted = [one.accepts(name, side) for one in wanted]
        return [] if any(accepted) else [f"@@ only in {side}", f"{'+' if old is None else '-'}{name}"]
    for one in wanted:
        old = one.applied(name, old)
    if old == new:
        return []
    before, after = readable(name, old), readable(name, new)
    if before == after:
        before, after = old.splitlines(), new.splitlines()
    lines = difflib.unified_diff(before, after, f"old/{name}", f"new/{name}", n=1, lineterm="")
    return list(lines) or ["@@ ends of lines", "-one", "+other"]


def readable(name: str, text: str) -> list[str]:
    """The lines to compare; HTML has many tags in a line."""
    return (text.replace("><", ">\n<") if name.endswith(".html") else text).splitlines()


def kinds(found: Mapping[str, list[str]]) -> dict[tuple[str, ...], list[str]]:
    """The same change in many outputs is told once: its lines → the outputs, the most frequent first."""
    known: dict[tuple[str, ...], list[str]] = {}
    for name, lines in found.items():
        for change in changes(lines):
            known.setdefault(change, []).append(name)
    return dict(sorted(known.items(), key=lambda item: -len(item[1])))


def changes(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """The removed and added lines of each hunk."""
    own: list[str] = []
    for line in [*lines, "@@"]:
        if line.startswith("@@"):
            if own:
                yield tuple(own)
            own = []
        elif line.startswith(("-", "+")) and not line.startswith(("--- old/", "+++ new/")):
            own.append(line)


def report(out: Path, count: int, found: Mapping[str, list[str]], wanted: list[Wanted]) -> int:
    """Print what differs, and write all of it to a file."""
    for one in wanted:
        what = f"{one.files}: {one.why or one.old}"
        say(f"wanted, {one.touched} outputs: {what}" if one.touched else f"WANTED, BUT TOUCHES NOTHING: {what}")
    whole = out / "differences.diff"
    whole.write_text("".join(f"{line}\n" for lines in found.values() for line in lines), "utf-8")
    if not found:
        say(f"{count} outputs are the same")
        return 0
    told = kinds(found)
    for change, names in list(told.items())[:SHOWN]:
        unique = list(dict.fromkeys(names))
        say(f"\nin {len(unique)} outputs, such as {', '.join(unique[:3])}")
        for line in change[:20]:
            say(f"  {line if len(line) <= LONGEST else line[:LONGEST] + ' …'}")
        if len(change) > 20:
            say(f"  … {len(change) - 20} more lines")
    say(f"\n{len(found)} of {count} outputs differ in {len(told)} ways; all of it is in {whole}")
    return 1
