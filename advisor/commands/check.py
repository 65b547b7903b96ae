"""Check all content: that it loads, that its examples hold, and that nothing in it is broken for any answers."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime
from time import perf_counter

from advisor.check import check
from advisor.library import ROOT

PATIENCE = 2.0
"""Seconds of silence before we say what we are doing."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--on", type=date.fromisoformat, help="as of this day, 2026-11-22; today if left out")


def run(options: Namespace) -> int:
    """1 if there is an error, 0 if there are warnings only."""
    report = check(ROOT, options.on or datetime.now(UTC).date(), _Patience().step)
    if options.json:
        print(json.dumps(report.plain, indent=2, ensure_ascii=False))
    else:
        for problem in report.problems:
            print(problem)
        print(report.closing)
    return 1 if report.errors else 0


class _Patience:
    """Says on standard error what is being checked, once it takes long enough for somebody to wonder."""

    def __init__(self) -> None:
        self.start = perf_counter()

    def step(self, name: str) -> None:
        elapsed = perf_counter() - self.start
        if elapsed > PATIENCE:
            print(f"{elapsed:4.1f} s: {name} …", file=sys.stderr, flush=True)
