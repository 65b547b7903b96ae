"""Write the summary of one set of answers as PDF, Markdown or JSON."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from advisor.commands import answers as given_answers
from advisor.journey import walk
from advisor.library import Content, load
from advisor.seal import Record, record_of
from advisor.signing import Keys, WeakKeyError, keys_from
from advisor.summary import markdown, sealed
from advisor.summary.ahead import in_full
from advisor.summary.model import Summary
from advisor.summary.writer import summarise
from advisor.verdict import judge


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    parser.add_argument("--format", choices=("pdf", "markdown", "json"), default="pdf")
    parser.add_argument("--out", type=Path, help="the file to write; standard output if left out")


def run(options: Namespace) -> int:
    content = load()
    try:
        answers = given_answers.given(options, content.ruleset)
        keys = keys_from(os.environ)
    except given_answers.BadAnswersError as error:
        return given_answers.complain(error)
    except WeakKeyError as error:
        print(error, file=sys.stderr)
        return 2
    rules = content.ruleset.on(given_answers.day(options))
    aside = walk(rules, answers).set_aside
    applying = {question: chosen for question, chosen in answers.items() if question not in aside}
    recommendation, day = judge(rules, applying), given_answers.day(options)
    summary = summarise(content, applying, recommendation, day, options.company)
    summary = in_full(summary, content, rules, applying, recommendation)
    record = record_of(content.hash, day, answers, recommendation)
    document = _write(options.format, summary, content, record, keys)
    if options.out:
        options.out.write_bytes(document)
    else:
        sys.stdout.buffer.write(document)
    return 0


def _write(form: str, summary: Summary, content: Content, record: Record, keys: Keys) -> bytes:
    if form == "markdown":
        return markdown.write(summary, content.words).encode()
    if form == "json":
        return sealed.as_json(summary, record, keys)
    return sealed.as_pdf(summary, content.words, content.brand, "", record, keys)
