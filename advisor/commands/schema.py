"""Write the JSON Schemas that editors complete the content files from."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from advisor.content.library import ROOT
from advisor.content.schemas import write


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=ROOT, help="the folder that gets schemas/")


def run(options: Namespace) -> int:
    for path in write(options.out):
        print(path)
    return 0
