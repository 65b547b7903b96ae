"""List every researched fact with the content that carries it, or the reason why none does."""

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from advisor.check.research_coverage import Carried, Remark, as_markdown, coverage
from advisor.content.library import ROOT, load_ruleset
from advisor.reading.reader import ContentError, Reader

_FACT = re.compile(r"^- id: (\S+)$", re.MULTILINE)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="the page to write; standard output if left out")
    parser.add_argument(
        "--facts", type=Path, help="a folder of research files: every fact in them must be accounted for"
    )


def run(options: Namespace) -> int:
    reader = Reader(ROOT)
    remarks = reader.list_of(Remark, "content/coverage.yaml")
    if reader.mistakes:
        raise ContentError(reader.mistakes)
    known = frozenset(_facts(options.facts)) if options.facts else frozenset()
    carried = coverage(load_ruleset(), remarks, known)
    wrong = [told for row in carried if (told := _wrong(row, known))]
    for line in wrong:
        print(line, file=sys.stderr)
    page = as_markdown(carried)
    if options.out:
        options.out.write_text(page, "utf-8")
    else:
        print(page, end="")
    return 1 if wrong else 0


def _wrong(row: Carried, known: frozenset[str]) -> str:
    if row.is_nowhere:
        return f"{row.fact}: no content carries it, and content/coverage.yaml does not say why"
    if not known or row.fact in known:
        return ""
    where = ", ".join(f"{carrier} ({file})" for carrier, file in row.carriers) or "content/coverage.yaml"
    return f"{row.fact}: no such fact in the research files, but it is named by {where}"


def _facts(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.yaml")):
        yield from _FACT.findall(file.read_text("utf-8"))
