"""List every researched fact with the content that carries it, or the reason why none does."""

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from pathlib import Path

from advisor.check.research_coverage import Carried, Remark, as_markdown, coverage
from advisor.check.researched_fields import as_table, researched
from advisor.commands.options import write_out
from advisor.content.library import ROOT, load_ruleset
from advisor.reading.reader import Reader

_FACT = re.compile(r"^- id: (\S+)$", re.MULTILINE)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="the page to write; standard output if left out")
    parser.add_argument(
        "--facts", type=Path, help="a folder of research files: every fact in them must be accounted for"
    )


def run(options: Namespace) -> int:
    reader = Reader(ROOT)
    remarks = reader.list_of(Remark, "content/coverage.yaml")
    reader.refuse_mistakes()
    files = options.facts.glob("*.yaml") if options.facts else ()
    known = {fact for file in files for fact in _FACT.findall(file.read_text("utf-8"))}
    rules = load_ruleset()
    carried = coverage(rules, remarks, known)
    wrong = [f"{told}\n" for row in carried if (told := _wrong(row, known))]
    sys.stderr.writelines(wrong)
    write_out(as_markdown(carried) + as_table(researched(rules)), options.out)
    return 1 if wrong else 0


def _wrong(row: Carried, known: Collection[str]) -> str:
    if row.is_nowhere:
        return f"{row.fact}: no content carries it, and content/coverage.yaml does not say why"
    if not known or row.fact in known:
        return ""
    where = ", ".join(f"{carrier} ({file})" for carrier, file in row.carriers) or "content/coverage.yaml"
    return f"{row.fact}: no such fact in the research files, but it is named by {where}"
