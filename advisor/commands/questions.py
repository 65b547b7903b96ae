"""Print every question with its options, in asking order."""

from argparse import ArgumentParser, Namespace

from advisor.commands.options import json_option, print_json
from advisor.content.library import load_ruleset
from advisor.rules.conditions import plain
from advisor.rules.model import Option, Question


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)


def run(options: Namespace) -> int:
    ruleset = load_ruleset()
    if options.json:
        print_json([_question(question) for question in ruleset.questions])
        return 0
    for question in ruleset.questions:
        print(f"{question.id} ({question.kind}): {question.ask}")
        for option in question.options:
            print(f"    {option.id}: {option.label}")
    return 0


def _question(question: Question) -> dict[str, object]:
    options = [_option(option) for option in question.options]
    shown = question.model_dump(include={"id", "ask", "why", "help", "kind"})
    return {**shown, "ask_if": plain(question.ask_if), "options": options}


def _option(option: Option) -> dict[str, object]:
    told = option.model_dump(exclude={"show_if", "usual_if"})
    return {**told, "show_if": plain(option.show_if), "usual_if": plain(option.usual_if)}
