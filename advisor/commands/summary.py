"""Write the summary of one set of answers as PDF, Markdown or JSON."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from advisor.commands import answers as given_answers
from advisor.journey import walk
from advisor.library import Content, load
from advisor.summary import markdown
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
    except given_answers.BadAnswersError as error:
        return given_answers.complain(error)
    rules = content.ruleset.on(given_answers.day(options))
    aside = walk(rules, answers).set_aside
    applying = {question: chosen for question, chosen in answers.items() if question not in aside}
    summary = summarise(content, applying, judge(rules, applying), given_answers.day(options), options.company)
    document = _write(options.format, summary, content)
    if options.out:
        options.out.write_bytes(document)
    else:
        sys.stdout.buffer.write(document)
    return 0


def _write(form: str, summary: Summary, content: Content) -> bytes:
    if form == "markdown":
        return markdown.write(summary, content.words).encode()
    if form == "json":
        return (summary.model_dump_json(indent=2) + "\n").encode()
    from advisor.summary import pdf  # the typesetter is loaded only where a PDF is wanted

    return pdf.write(summary, content.words, content.brand)
