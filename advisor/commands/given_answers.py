"""Reads the answers that a command was given, and says everything that is wrong with them."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from advisor.assessment.assessment import Assessment, VisitorFigures
from advisor.commands.options import CommandError, day_of, day_option
from advisor.content.library import load
from advisor.reading.strict_yaml import MAX_BYTES, YamlFile, parse
from advisor.rules.answer_problems import check_answers
from advisor.rules.ruleset import Ruleset

Given = dict[str, tuple[str, ...]]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", help="answers in YAML or JSON: question id, then an option id or a list; - reads standard input"
    )
    day_option(parser, "the day of the assessment")
    parser.add_argument("--company", default="", help="a company name for the summary")


def assessment(options: Namespace, **figures: Any) -> Assessment:
    """What the command was asked about; raises `CommandError`. `figures`: those that the visitor can know."""
    content = load()
    return Assessment(content, day_of(options), given(options, content.ruleset), VisitorFigures(**figures))


def given(options: Namespace, ruleset: Ruleset) -> Given:
    """The answers of the file; raises `CommandError`. JSON is read as the YAML that it is."""
    document = _document(options.file)
    if document.mistakes:
        raise CommandError("\n".join(map(str, document.mistakes)))
    if not isinstance(document.data, dict):
        raise CommandError(f"{document.file}: a mapping of question ids to option ids is expected")
    lists = {question: [value] if isinstance(value, str) else value or [] for question, value in document.data.items()}
    fits = {q: isinstance(v, list) and all(isinstance(option, str) for option in v) for q, v in lists.items()}
    answers = {question: tuple(value) for question, value in lists.items() if fits[question]}
    mistakes = [f"{question}: takes an option id or a list of option ids" for question in lists if not fits[question]]
    if mistakes := mistakes + check_answers(ruleset, answers):
        raise CommandError("\n".join(f"{document.file}: {mistake}" for mistake in mistakes))
    return answers


def _document(name: str) -> YamlFile:
    with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise CommandError(f"{name}: more than {MAX_BYTES:,} bytes")
    try:
        return parse(raw.decode("utf-8-sig"), "standard input" if name == "-" else name)
    except UnicodeDecodeError as error:
        raise CommandError(f"{name}: is not UTF-8 text") from error
