"""The command line: the headless face of the same logic."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from advisor.check import check_examples, unfired
from advisor.library import ROOT, load_examples, load_ruleset
from advisor.records import ContentError
from advisor.references import check_answers
from advisor.verdict import judge
from advisor.strict_yaml import read


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m advisor")
    sub = parser.add_subparsers(dest="command", required=True)
    sub.add_parser("check")
    a = sub.add_parser("assess"); a.add_argument("file"); a.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    try:
        rules = load_ruleset(ROOT)
        if options.command == "check":
            examples = load_examples(ROOT, rules)
            problems = check_examples(rules, examples, date.today()) + unfired(rules, examples, date.today())
            for m in problems: print(m)
            print(len(rules.questions), "questions", len(rules.obligations), "obligations", len(rules.notes), "notes", len(examples), "examples", len(problems), "problems")
            return 1 if problems else 0
    except ContentError as e:
        print(e); print(len(e.mistakes), "mistakes"); return 1
    data: Any = read(Path(options.file), options.file).data
    answers = {k: (v,) if isinstance(v, str) else tuple(v) for k, v in data.items()}
    for p in check_answers(rules, answers): print(p, file=sys.stderr)
    r = judge(rules.on(date.today()), answers)
    print(json.dumps({s: {"basis": v.basis, "at_most": v.at_most, "decided_by": [f.obligation.id for f in v.decided_by], "also": [f.obligation.id for f in v.also]} for s, v in r.verdicts.items()} | {"certificates": [c.id for c, _ in r.certificates], "notes": [n.id for n in r.notes], "open": [q.question.id for q in r.open_questions]}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
