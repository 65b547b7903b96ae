"""Check all content: that it loads, that its examples hold, and that nothing in it is broken for any answers."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime

from advisor.check import check
from advisor.commands.patience import Patience
from advisor.library import ROOT


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--on", type=date.fromisoformat, help="as of this day, 2026-11-22; today if left out")


def run(options: Namespace) -> int:
    """1 if there is an error, 0 if there are warnings only."""
    report = check(ROOT, options.on or datetime.now(UTC).date(), Patience().step)
    if options.json:
        print(json.dumps(report.plain, indent=2, ensure_ascii=False))
    else:
        for problem in report.problems:
            print(problem)
        print(report.closing)
    return 1 if report.errors else 0
