"""Check all content: that it loads, that its examples hold, and that nothing in it is broken for any answers."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from advisor.check.report import Report, check
from advisor.check.side_by_side import cores
from advisor.commands.options import Patience, day_of, day_option, json_option, print_json
from advisor.content.library import ROOT, content_hash
from advisor.content.proof_record import FILE, ProofRecord, read_proof_record, write_proof_record

FOLLOWING = 10
"""So many of the problems that probably follow from another are printed."""


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--all", action="store_true", help="also everything that probably follows from other problems")
    day = parser.add_mutually_exclusive_group()
    day_option(day)
    day.add_argument("--write", action="store_true", help=f"write {FILE}, from which the app knows what was proven")


def run(options: Namespace) -> int:
    """1 if there is an error, 0 if there are warnings only."""
    before = content_hash(ROOT)
    report = check(ROOT, day_of(options), Patience().step, cores())
    if options.json:
        print_json(report.plain)
    else:
        print(*_told(report, options.all), sep="", end="")
        print(report.closing)
    if not report.errors:
        print(_kept(report, before, options.write), file=sys.stderr)
    return 1 if report.errors else 0


def _told(report: Report, everything: bool) -> Iterator[str]:
    """The problems, one or two lines each. Where there is a cause, few of those that probably follow from it."""
    follows = [problem for problem in report.problems if problem.follows and problem.severity == "error"]
    few = report.errors > len(follows) > FOLLOWING and not everything
    left_out = set(map(id, follows[FOLLOWING:])) if few else set()
    yield from (f"{problem}\n" for problem in report.problems if id(problem) not in left_out)
    if left_out:
        yield f"{len(left_out)} more probably follow from these. Mend the first ones, or see all with --all.\n"


def _kept(report: Report, content: str, write: bool) -> str:
    """Keeps the proof if it is wanted, and says whether the app knows of it. `content`: the hash before the check."""
    if content_hash(ROOT) != content:
        return "The content changed during the check, so nothing is kept. Check again."
    if write:
        counts = {name: report.counts[name] for name in report.counts if name in ProofRecord.model_fields}
        record = ProofRecord(content=content, day=report.today, to_come=report.to_come, **counts)
        return f"Written: {write_proof_record(ROOT, record)}"
    proven = read_proof_record(ROOT)
    if proven and proven.content == content:
        return f"The app tells visitors that this content was proven on {proven.day}."
    return "The app tells visitors that this content is not proven. Keep this proof: python -m advisor check --write"
