"""Write the summary of one set of answers, for the visitor or for the consultant."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from advisor.commands import given_answers
from advisor.content.library import Content, load
from advisor.rules.model import Answers
from advisor.sharing.link import encode
from advisor.sharing.seal import record_of
from advisor.sharing.signing import Keys, WeakKeyError, keys_from
from advisor.summary.ahead import VisitorFigures, in_full
from advisor.summary.briefing import briefing
from advisor.summary.formats.document import FORMS, Document
from advisor.summary.summarise import summarise
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judge


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    parser.add_argument("--format", choices=FORMS, default="pdf")
    parser.add_argument(
        "--edition",
        choices=("visitor", "consultant"),
        default="visitor",
        help="the consultant's adds open questions, questions to ask, objections to expect and offers",
    )
    parser.add_argument("--app", type=_address, help="address of the app, for the link that reopens it")
    parser.add_argument("--deadline", type=date.fromisoformat, help="the day by which the certificate must be there")
    parser.add_argument("--out", type=Path, help="the file to write; standard output if left out")


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(c.isspace() or c in '<>"?#' for c in text):
        raise ArgumentTypeError("a web address such as https://check.example is expected")
    return text.rstrip("/")


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
    document = _document(options, content, answers, keys).written(options.format)
    if options.out:
        options.out.write_bytes(document)
    else:
        sys.stdout.buffer.write(document)
    return 0


def _document(options: Namespace, content: Content, answers: Answers, keys: Keys) -> Document:
    day = given_answers.day(options)
    rules = content.ruleset.on(day)
    aside = walk(rules, answers).set_aside
    applying = {question: chosen for question, chosen in answers.items() if question not in aside}
    recommendation = judge(rules, applying)
    summary = summarise(content, applying, recommendation, day, options.company)
    full = in_full(summary, content, rules, applying, recommendation, VisitorFigures(deadline=options.deadline))
    return Document(
        summary=full,
        content=content,
        record=record_of(content.hash, day, answers, recommendation),
        keys=keys,
        link=f"{options.app}/?a={encode(answers, content.hash)}" if options.app and answers else "",
        briefing=briefing(content, applying, full) if options.edition == "consultant" else None,
    )
