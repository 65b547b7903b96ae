"""What several commands share: the day that they speak of, where results go, and what is said meanwhile."""

import json
import sys
from argparse import ArgumentParser, Namespace, _MutuallyExclusiveGroup
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from pydantic_core import to_jsonable_python

SILENCE = 2.0
"""Seconds before we say what is being done."""


class CommandError(Exception):
    """Keeps a command from its work; told to whoever gave it."""


def day_option(parser: ArgumentParser | _MutuallyExclusiveGroup, what: str = "as of this day") -> None:
    parser.add_argument("--on", type=date.fromisoformat, help=f"{what}, 2026-11-22; today if left out")


def day_of(options: Namespace) -> date:
    chosen: date | None = options.on
    return chosen or datetime.now(UTC).date()


def json_option(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def print_json(data: Any) -> None:
    """Records, dataclasses and days in it become plain."""
    print(json.dumps(to_jsonable_python(data), indent=2, ensure_ascii=False))


def write_out(result: str | bytes, file: Path | None) -> None:
    """To this file; without one, to standard output."""
    data = result.encode() if isinstance(result, str) else result
    if file:
        file.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)


class Patience:
    """Says on standard error what is being done, once it takes long enough for somebody to wonder."""

    def __init__(self) -> None:
        self.start = perf_counter()
        self.said = 0.0

    def step(self, name: str) -> None:
        elapsed = perf_counter() - self.start
        if elapsed > SILENCE and elapsed - self.said > SILENCE / 4:
            self.said = elapsed
            print(f"{elapsed:5.1f} s: {name} …", file=sys.stderr, flush=True)
