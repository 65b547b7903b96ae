"""Makes one edit of the content at a time, and asks whether the app starts and what the check says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from documents_as_text import pdf_text
from evening_out import evened, parsed, plain_json, without_patience
from rendering import say

EDITS = Path(__file__).resolve().with_name("edits.yaml")


CONTENT = ("questions", "content", "schemas", "static", "pages")


def apply(edit: Mapping[str, Any], folder: Path) -> bool:
    """Make one edit below a folder; False where nothing matches."""
    paths = sorted(folder.glob(edit["file"]))
    if "write" in edit:
        path = paths[0] if paths else folder / edit["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit["write"], "utf-8")
        return True
    for path in paths:
        raw = path.read_bytes()
        if edit.get("remove"):
            path.unlink()
            return True
        if "append" in edit:
            path.write_bytes(raw + edit["append"].encode(edit.get("encoding", "utf-8")))
            return True
        text, times = re.subn(edit["find"], edit["put"], raw.decode(), count=1, flags=re.MULTILINE)
        if times:
            path.write_text(text, "utf-8")
            return True
    return False


def edited(root: Path, out: Path, edit: Mapping[str, Any], day: str, *, more: bool) -> None:
    """Whether the app starts with an edit, and what the check says of it. `more`: an edit that is not for every run."""
    name = edit["name"]
    with TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        for part in CONTENT:
            if (root / part).is_dir():
                shutil.copytree(root / part, folder / part)
        if not apply(edit, folder):
            say(f"{out.name}: nothing matches the edit '{name}', so it is left out")
            return
        if not more:
            put(out / f"load/{name}.txt", loading(root, folder, day))
        if more or edit.get("some"):
            put(out / f"{'check-more' if more else 'check'}/{name}.json", checking(root, folder, edit, day))


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def loading(root: Path, folder: Path, day: str) -> str:
    done = run(root, ["assess", "-", "--on", day], folder)
    said = without_patience(done.stderr)
    return evened(f"exit {done.returncode}\n{said}", "", {str(root): "ROOT", str(folder): "CONTENT"})


def checking(root: Path, folder: Path, edit: Mapping[str, Any], day: str) -> str:
    """What the command of an edit says, and what it writes into the folder."""
    wanted: list[str] = edit.get("run", ["check", "--json"])
    command = [part.replace("CONTENT", str(folder)) for part in wanted]
    before = files(folder)
    done = run(root, [*command, "--on", day], folder if command == wanted else None)
    written = {name: text for name, text in files(folder).items() if before.get(name) != text}
    told = {"exit": done.returncode, "stderr": without_patience(done.stderr), "output": parsed(done.stdout.decode())}
    return evened(plain_json({**told, "written": written}), "", {str(root): "ROOT", str(folder): "CONTENT"})


def files(folder: Path) -> dict[str, str]:
    """What stands in a folder; of pictures and fonts nothing."""
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".json", ".md", ".pdf")]
    return {path.relative_to(folder).as_posix(): shown(path) for path in paths}


def shown(path: Path) -> str:
    raw = path.read_bytes()
    return pdf_text(raw, "") if path.suffix == ".pdf" else raw.decode(errors="replace")


def run(root: Path, arguments: list[str], content: Path | None) -> subprocess.CompletedProcess[bytes]:
    own = {"ADVISOR_CONTENT": str(content)} if content else {}
    command = [python_of(root), "-m", "advisor", *arguments]
    return subprocess.run(  # noqa: S603
        command, cwd=root, env=environment() | own, input=b"{}", capture_output=True, check=False
    )


def environment() -> dict[str, str]:
    """The same for both sides, whatever the operator has set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "PYTHON"))}
    fixed = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "TZ": "UTC", "COLUMNS": "100"}
    return kept | fixed


def python_of(root: Path) -> str:
    own = root / ".venv/bin/python"
    return str(own) if own.exists() else sys.executable
