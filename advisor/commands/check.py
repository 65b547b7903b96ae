"""Check all content: that it loads, that its examples hold, and that nothing in it is broken for any answers."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime

from advisor.check import Report, check
from advisor.commands.patience import Patience
from advisor.library import ROOT, content_hash
from advisor.proven import FILE, Proven, read_proven, write_proven


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    day = parser.add_mutually_exclusive_group()
    day.add_argument("--on", type=date.fromisoformat, help="as of this day, 2026-11-22; today if left out")
    day.add_argument("--write", action="store_true", help=f"write {FILE}, from which the app knows what was proven")


def run(options: Namespace) -> int:
    """1 if there is an error, 0 if there are warnings only."""
    before = content_hash(ROOT)
    report = check(ROOT, options.on or datetime.now(UTC).date(), Patience().step)
    if options.json:
        print(json.dumps(report.plain, indent=2, ensure_ascii=False))
    else:
        for problem in report.problems:
            print(problem)
        print(report.closing)
    if not report.errors:
        print(_kept(report, before, options.write), file=sys.stderr)
    return 1 if report.errors else 0


def _kept(report: Report, content: str, write: bool) -> str:
    """Keeps the proof if it is wanted, and says whether the app knows of it. `content`: the hash before the check."""
    if content_hash(ROOT) != content:
        return "The content changed during the check, so nothing is kept. Check again."
    if write:
        counts = {name: report.counts[name] for name in report.counts if name in Proven.model_fields}
        return f"Written: {write_proven(ROOT, Proven(content=content, day=report.today, **counts))}"
    proven = read_proven(ROOT)
    if proven and proven.content == content:
        return f"The app tells visitors that this content was proven on {proven.day}."
    return "The app tells visitors that this content is not proven. Keep this proof: python -m advisor check --write"
