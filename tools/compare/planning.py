"""What is to be rendered, and what of the old side can be used again."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from content_edits import CONTENT, EDITS
from rendering import Case

FOLDERS = {
    "cases": ("assess", "levers", "effort"),
    "documents": ("summary", "verify"),
    "rest": ("rest",),
    "edits": ("load", "check"),
    "more": ("check-more",),
}
"""Each part of the work, with the folders that it fills."""


FORM = "1"
"""Change it whenever other outputs are made, so that the old side is not used again."""


def read_yaml(path: Path) -> Any:
    """Every scalar as text, as the product reads it."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only


def cases_of(root: Path, day: str, some: int) -> list[Case]:
    """The personas, and the examples, of which every so many-th is made into documents."""
    personas = [entry for path in sorted(root.glob("content/personas/*.yaml")) for entry in read_yaml(path)]
    found = [Case(f"persona.{one['id']}", one["name"], day, one["answers"], chosen=True) for one in personas]
    count = 0
    for path in sorted(root.glob("content/examples/*.yaml")):
        for number, one in enumerate(read_yaml(path), 1):
            key = f"{path.stem}.{number:03}"
            found.append(Case(key, one["name"], one.get("on", day), one["answers"], chosen=count % some == 0))
            count += 1
    return found


def newest_check(root: Path) -> str:
    """The last day on which somebody checked a source: nothing in the content is of a later day."""
    texts = [path.read_text("utf-8") for path in root.glob("content/**/*.yaml")]
    days: list[str] = [day for text in texts for day in re.findall(r'\bchecked: "?(\d{4}-\d\d-\d\d)', text)]
    return max(days)


def stamp(root: Path, part: str, day: str, some: int) -> str:
    """What an output of this part depends on; nothing where the checkout cannot be named by its commit."""
    places = ["advisor", *CONTENT]
    commit, changed = git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain", "--", *places)
    if not commit or changed:
        return ""
    more = {"documents": str(some), "edits": digest(EDITS), "more": digest(EDITS)}
    return " ".join([commit, day, FORM, more.get(part, "")]).strip()


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603
    return done.stdout.strip()


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12] if path.exists() else ""


def parts_to_do(out: Path, stamps: Mapping[str, str], *, reuse: bool) -> list[str]:
    """The parts that are not there yet; what is there of them is removed."""
    known = json.loads(text) if (text := read(out / "stamps.json")) else {}
    missing = [part for part, own in stamps.items() if not (reuse and own and known.get(part) == own)]
    for folder in (folder for part in missing for folder in FOLDERS[part]):
        shutil.rmtree(out / folder, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    left = {part: own for part, own in known.items() if part not in missing}
    (out / "stamps.json").write_text(json.dumps(left, indent=1), "utf-8")
    return missing


def keep_stamps(out: Path, stamps: Mapping[str, str]) -> None:
    known = json.loads(text) if (text := read(out / "stamps.json")) else {}
    (out / "stamps.json").write_text(json.dumps({**known, **stamps}, indent=1), "utf-8")


def read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None
