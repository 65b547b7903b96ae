"""Runs a command unless it passed today on the same files, and then says again what it said.

Usage: tools/unless_passed.py FILE_OR_FOLDER... -- COMMAND...
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

CACHE = Path(__file__).resolve().parents[1] / ".cache" / "passed"


def main(arguments: list[str]) -> int:
    mark = arguments.index("--")
    paths, command = arguments[:mark], arguments[mark + 1 :]
    kept = CACHE / digest(map(Path, paths), " ".join(command))
    if kept.is_file():
        print(kept.read_text("utf-8"), end="")
        print("Nothing changed since it passed today.")
        return 0
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, end="")
    if done.returncode == 0:
        keep(kept, done.stdout)
    return done.returncode


def digest(paths: Iterable[Path], command: str) -> str:
    """Of the day, the command, and name and bytes of each file."""
    found = sha256(f"{datetime.now(UTC).date()} {command}".encode())
    for file in sorted(file for path in paths for file in (path.rglob("*") if path.is_dir() else (path,))):
        if file.is_file() and file.suffix != ".pyc":
            found.update(f"\0{file}\0".encode() + file.read_bytes())
    return found.hexdigest()


def keep(file: Path, text: str) -> None:
    """In place of what was kept before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.iterdir():
        old.unlink()
    file.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
