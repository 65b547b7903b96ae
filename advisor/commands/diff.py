"""Say what an edit does: whose verdict changes from one content to another, and the smallest case of each change."""

import shutil
import subprocess
import sys
import tarfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor.check.content_diff import compare, in_words
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.commands.options import CommandError, Patience, day_of, day_option, json_option, print_json
from advisor.content.library import ROOT


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", help="a folder with questions/ and content/, or a git revision such as HEAD")
    parser.add_argument("new", help="the same; . is the folder where you are")
    json_option(parser)
    day_option(parser)


def run(options: Namespace) -> int:
    """0, whether something changes or not."""
    with content(options.old) as old_root, content(options.new) as new_root:
        old, new = _read(old_root, options.old), _read(new_root, options.new)
    difference = compare(old, new, day_of(options), Patience().step)
    if options.json:
        print_json(difference.plain)
    else:
        print(*in_words(difference, new.ruleset, old.ruleset), sep="\n", end="\n" if not difference.empty else "")
    return 0


def _read(root: Path, name: str) -> ReadableContent:
    """The content as far as it can be read; what cannot is said, because it may explain a difference."""
    draft = read_what_can_be_read(root)
    if draft.mistakes:
        print(f"{name} has {len(draft.mistakes)} mistakes, the first: {draft.mistakes[0]}", file=sys.stderr)
    return draft


@contextmanager
def content(name: str) -> Iterator[Path]:
    """The folder of that name, or a revision unpacked for a moment; raises `CommandError` where there is neither."""
    if name and (Path(name) / "questions").is_dir():
        yield Path(name).resolve()
        return
    with TemporaryDirectory() as folder:
        _unpack(name, Path(folder))
        yield Path(folder)


def _unpack(revision: str, folder: Path) -> None:
    git = shutil.which("git")
    if git is None or not revision or revision.startswith("-"):
        raise CommandError(f"'{revision}' is no folder with questions/ and content/")
    command = [git, "-C", str(ROOT), "archive", "--format=tar", revision, "questions", "content"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise CommandError(f"'{revision}' is neither a folder with questions/ nor a git revision: {said}")
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
