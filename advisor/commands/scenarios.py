"""Propose the cases that the examples still miss, as entries that an editor must confirm."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from advisor.check.cases.proposed_cases import as_yaml, propose
from advisor.commands.options import Patience, day_of, day_option, write_out
from advisor.content.library import ROOT


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="write them to this file, such as content/examples/proposed.yaml")
    day_option(parser)
    parser.add_argument(
        "--plain", action="store_true", help="one option a question where possible: more, simpler cases"
    )


def run(options: Namespace) -> int:
    missing = propose(ROOT, day_of(options), options.plain, Patience().step)
    write_out(as_yaml(missing), options.out)
    print(
        f"{missing.reached:,} of {missing.goals:,} goals are reached by the confirmed examples; "
        f"{len(missing.scenarios)} more cases reach the rest.",
        file=sys.stderr,
    )
    return 0
