"""Propose the cases that the examples still miss, as entries that an editor must confirm."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from advisor.check.cases.proposed_cases import as_yaml, propose
from advisor.commands.options import day_of, day_option
from advisor.commands.patience import Patience
from advisor.content.library import ROOT


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="write them to this file, such as content/examples/proposed.yaml")
    day_option(parser)
    parser.add_argument(
        "--plain", action="store_true", help="one option a question where possible: more, simpler cases"
    )


def run(options: Namespace) -> int:
    missing = propose(ROOT, day_of(options), options.plain, Patience().step)
    text = as_yaml(missing)
    if options.out:
        options.out.write_text(text, "utf-8")
    else:
        print(text, end="")
    print(
        f"{missing.reached:,} of {missing.goals:,} goals are reached by the confirmed examples; "
        f"{len(missing.scenarios)} more cases reach the rest.",
        file=sys.stderr,
    )
    return 0
