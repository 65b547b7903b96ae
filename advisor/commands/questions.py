"""Print every question with its options, in asking order."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from advisor.content.library import load_ruleset
from advisor.rules.conditions import plain
from advisor.rules.model import Option, Question


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace) -> int:
    ruleset = load_ruleset()
    if options.json:
        print(json.dumps([_question(question) for question in ruleset.questions], indent=2, ensure_ascii=False))
        return 0
    for question in ruleset.questions:
        print(f"{question.id} ({question.kind}): {question.ask}")
        for option in question.options:
            print(f"    {option.id}: {option.label}")
    return 0


def _question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "ask": question.ask,
        "why": question.why,
        "help": question.help,
        "kind": question.kind,
        "ask_if": plain(question.ask_if),
        "options": [_option(option) for option in question.options],
    }


def _option(option: Option) -> dict[str, object]:
    shown = option.model_dump(exclude={"show_if"})
    return {**shown, "show_if": plain(option.show_if)}
