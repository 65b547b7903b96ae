"""Renders one side through its command line, in a process of its own."""

import io
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from types import FunctionType
from typing import Any

from documents_as_text import docx_text, pdf_text
from evening_out import evened, parsed, plain_json, without_patience

FORMATS = {"markdown": "md", "html": "html", "docx": "docx.txt", "json": "json", "pdf": "pdf.txt"}
EDITIONS = {"visitor": "", "consultant": "0123456789abcdef" * 4}
"""With the key that signs them."""


COMMANDS = (
    *("questions", "assess", "summary", "levers", "effort", "verify", "check"),
    *("scenarios", "answer", "diff", "book", "schema", "coverage"),
)
WRONG: tuple[tuple[list[str], str], ...] = (
    (["assess", "-"], '{"marktes": "eu"}'),
    (["assess", "-"], '{"markets": "mars"}'),
    (["assess", "-"], '{"markets": []}'),
    (["assess", "-"], '{"markets": {"a": "b"}}'),
    (["assess", "-"], '{"size": ["small", "large"], "demands": ["none", "iso-9001"], "held": ["none", "none"]}'),
    (["assess", "-"], "[eu]"),
    (["assess", "-"], "markets: [eu"),
    (["assess", "-"], "markets: eu\nmarkets: gb\n"),
    (["assess", "nowhere.yaml"], ""),
    (["assess", "-", "--on", "never"], "{}"),
    (["levers", "-"], '{"markets": "mars"}'),
    (["effort", "-"], '{"markets": "mars"}'),
    (["effort", "-", "--people", "0"], "{}"),
    (["effort", "-", "--rate", "1700-1100"], "{}"),
    (["summary", "-"], '{"markets": "mars"}'),
    (["summary", "-", "--app", "check.example"], "{}"),
    (["summary", "-", "--format", "odt"], "{}"),
    (["verify", "nowhere.pdf"], ""),
    (["verify", "README.md"], ""),
    (["diff", "nowhere", "nowhere"], ""),
    (["book", "--since", "nowhere"], ""),
    (["answer", "sites"], ""),
    (["nothing"], ""),
    ([], ""),
)
"""What must be refused, with what is given on standard input."""


@dataclass(frozen=True)
class Case:
    """Answers to ask with. `day`: of the assessment; `chosen`: whether documents are made of it, too."""

    key: str
    name: str
    day: str
    answers: dict[str, Any]
    chosen: bool


@dataclass(frozen=True)
class Job:
    """What one side renders, handed to a process of its own."""

    root: str
    out: str
    day: str
    parts: list[str]
    cases: list[dict[str, Any]]


@dataclass(frozen=True)
class Asked:
    """What a command answered."""

    arguments: Sequence[str]
    exit: int | str
    out: bytes
    said: str


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Desk:
    """Asks the command line of one checkout, and files what it answers."""

    def __init__(self, job: Job, tray: Path) -> None:
        self.job = job
        self.tray = tray
        self.cases = [Case(**case) for case in job.cases]
        self.content = ""
        self.places = {job.root: "ROOT", str(tray): "TMP"}
        sys.path.insert(0, job.root)
        module = import_module("advisor.__main__")
        if not Path(str(module.__file__)).resolve().is_relative_to(job.root):
            raise SystemExit(f"{module.__file__} is not of {job.root}")
        self.main: Callable[[list[str]], int] = module.main
        answer = parsed(self.ask(["assess", "-", "--on", job.day], "{}").out.decode())
        self.content = answer.get("content_hash", "") if isinstance(answer, dict) else ""
        if not self.content:
            say(f"{job.root}: no content_hash is told, so hashes are not evened out")

    def ask(self, arguments: list[str], given: str = "", key: str = "") -> Asked:
        """Run one command in this process. `given`: on standard input; `key`: to sign with."""
        keep_loaded()
        os.environ["ADVISOR_SIGNING_KEY"] = key
        forget_settings()
        sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()), "utf-8")
        out, err = io.BytesIO(), io.BytesIO()
        stdout = io.TextIOWrapper(out, "utf-8", write_through=True)
        stderr = io.TextIOWrapper(err, "utf-8", write_through=True)
        code: int | str
        with redirect_stdout(stdout), redirect_stderr(stderr):
            try:
                code = self.main(arguments)
            except SystemExit as leaving:
                code = leaving.code or 0
            except Exception as error:  # noqa: BLE001 - a crash is an answer, too, and is compared
                code = "".join(traceback.format_exception_only(error))
        return Asked(arguments, code, out.getvalue(), without_patience(err.getvalue()))

    def file(self, name: str, text: str) -> None:
        path = Path(self.job.out) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(evened(text, self.content, self.places), "utf-8")

    def file_json(self, name: str, asked: Asked, about: str = "") -> None:
        """With the name of the case and the command."""
        head = {"about": about, "command": " ".join(asked.arguments), "exit": asked.exit, "stderr": asked.said}
        self.file(name, plain_json({**head, "output": parsed(asked.out.decode())}))

    def file_text(self, name: str, asked: Asked, text: str | None = None) -> None:
        shown = asked.out.decode() if text is None else text
        head = f"$ {' '.join(asked.arguments)}\nexit {asked.exit}\n{asked.said}"
        self.file(name, f"{head}\n{shown}")


def forget_settings() -> None:
    """A checkout that reads the environment once per process must read it again for the next command."""
    if module := sys.modules.get("advisor.settings"):
        module.settings.cache_clear()


def keep_loaded() -> None:
    """Let every command read the content once; where no such loader is found, it is only slower."""
    for name, module in list(sys.modules.items()):
        for loader in ("load", "load_ruleset") if name.startswith("advisor.") else ():
            found = getattr(module, loader, None)
            if isinstance(found, FunctionType) and re.fullmatch(r"advisor\..*\blibrary", found.__module__):
                setattr(module, loader, kept(found))


@cache
def kept(loader: Any) -> Any:
    """The same one for every module that has it."""
    return cache(loader)


def render(path: Path) -> None:
    """The work of the process for one side."""
    job = Job(**json.loads(path.read_text("utf-8")))
    with TemporaryDirectory() as tray:
        desk = Desk(job, Path(tray).resolve())
        for part in job.parts:
            start, busy = perf_counter(), process_time()
            PARTS[part](desk)
            spent = f"{perf_counter() - start:.0f} s, {process_time() - busy:.0f} s of CPU"
            say(f"{Path(job.out).name}: {part} in {spent}")


def later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def every_case(desk: Desk) -> None:
    for case in desk.cases:
        given = json.dumps(case.answers)
        on = ["-", "--on", case.day]
        wishes = ["--people", "20", "--rate", "1100-1700", "--deadline", later(case.day, 300)]
        for command, more in (("assess", []), ("levers", ["--json"]), ("effort", wishes)):
            desk.file_json(f"{command}/{case.key}.json", desk.ask([command, *on, *more], given), case.name)


def every_document(desk: Desk) -> None:
    for case in desk.cases:
        if case.chosen:
            given, on = json.dumps(case.answers), ["-", "--on", case.day]
            desk.file_text(f"summary/{case.key}.levers.txt", desk.ask(["levers", *on], given))
            desk.file_text(f"summary/{case.key}.bare.md", desk.ask(["summary", *on, "--format", "markdown"], given))
            for edition in EDITIONS:
                for form in FORMATS:
                    document(desk, case, edition, form)


def document(desk: Desk, case: Case, edition: str, form: str) -> None:
    """One document as text; and what is said of it where it bears a seal, then and two years later."""
    wishes = ["--company", "Ärzte & Söhne <GmbH>", "--app", "https://check.example"]
    wishes += ["--deadline", later(case.day, 300), "--on", case.day]
    arguments = ["summary", "-", "--format", form, "--edition", edition, *wishes]
    key = EDITIONS[edition]
    asked = desk.ask(arguments, json.dumps(case.answers), key)
    name = f"{case.key}.{edition}.{FORMATS[form]}"
    if form == "json":
        desk.file_json(f"summary/{name}", asked, case.name)
    else:
        desk.file_text(f"summary/{name}", asked, as_text(asked, form, desk.content))
    if form not in ("json", "pdf") or asked.exit:
        return
    path = desk.tray / f"document.{form}"
    path.write_bytes(asked.out)
    looks = [("then", case.day, key), ("later", later(case.day, 700), key)]
    for told, day, held in [*looks, ("elsewhere", case.day, "")] if key else looks:
        found = desk.ask(["verify", str(path), "--json", "--on", day], key=held)
        desk.file_json(f"verify/{case.key}.{edition}.{form}.{told}.json", found, case.name)


def as_text(asked: Asked, form: str, content: str) -> str:
    if asked.exit or form not in ("docx", "pdf"):
        return asked.out.decode()
    return docx_text(asked.out) if form == "docx" else pdf_text(asked.out, content)


def all_the_rest(desk: Desk) -> None:
    on = ["--on", desk.job.day]
    desk.file_json("rest/questions.json", desk.ask(["questions", "--json"]))
    desk.file_json("rest/check.json", desk.ask(["check", "--json", *on]))
    for command in (["questions"], ["coverage"], ["check", *on], ["scenarios", *on]):
        desk.file_text(f"rest/{command[0]}.txt", desk.ask(command))
    book = desk.tray / "book.pdf"
    asked = desk.ask(["book", "-o", str(book), *on])
    desk.file_text("rest/book.pdf.txt", asked, pdf_text(book.read_bytes(), desk.content) if book.exists() else "")
    desk.file_text("rest/schema.txt", desk.ask(["schema", "--out", str(desk.tray)]))
    for path in sorted(desk.tray.glob("schemas/*.json")):
        desk.file(f"rest/schemas/{path.name}", plain_json(json.loads(path.read_text("utf-8"))))
    for name in COMMANDS:
        desk.file_text(f"rest/help/{name}.txt", desk.ask([name, "--help"]))
    desk.file_text("rest/help/help.txt", desk.ask(["--help"]))
    for number, (arguments, given) in enumerate(WRONG, 1):
        asked = desk.ask(arguments, given)
        desk.file_text(f"rest/wrong/{number:02}.txt", asked, f"< {given}\n{asked.out.decode()}")


PARTS: dict[str, Callable[[Desk], None]] = {"cases": every_case, "documents": every_document, "rest": all_the_rest}
