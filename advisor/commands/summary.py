"""Write the summary of one set of answers, or the consultant's paper about it."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from advisor.assessment.assessment import Assessment
from advisor.commands import given_answers
from advisor.commands.options import write_out
from advisor.settings import settings
from advisor.sharing.link import encode
from advisor.sharing.seal import record_of
from advisor.sharing.signing import Keys, keys_from
from advisor.summary.ahead import in_full
from advisor.summary.briefing import briefing
from advisor.summary.formats.document import ENDINGS, FORMS, Document
from advisor.summary.summarise import summarise


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    parser.add_argument("--format", choices=FORMS, default="pdf")
    parser.add_argument(
        "--edition",
        choices=("visitor", "consultant"),
        default="visitor",
        help="the consultant's is a paper of its own: open questions, what to ask, objections to expect and offers",
    )
    parser.add_argument("--app", type=_address, help="address of the app, for the link that reopens it")
    parser.add_argument("--deadline", type=date.fromisoformat, help="the day by which the certificate must be there")
    parser.add_argument("--out", type=Path, help="the file to write, or a folder; standard output if left out")


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(c.isspace() or c in '<>"?#' for c in text):
        raise ArgumentTypeError("a web address such as https://check.example is expected")
    return text.rstrip("/")


def run(options: Namespace) -> int:
    keys = keys_from(settings().require("ADVISOR_SIGNING_KEY").signing_key)
    made = given_answers.assessment(options, deadline=options.deadline)
    document, out = _document(made, options, keys), options.out
    if out and out.is_dir():
        out = out / f"{document.name}.{ENDINGS[options.format]}"
    write_out(document.written(options.format), out)
    return 0


def _document(made: Assessment, options: Namespace, keys: Keys) -> Document:
    content = made.content
    full = in_full(summarise(made, options.company), made)
    return Document(
        summary=full,
        content=content,
        record=record_of(made),
        keys=keys,
        link=f"{options.app}/?a={encode(made.answers, content.hash)}" if options.app and made.answers else "",
        briefing=briefing(made, full) if options.edition == "consultant" else None,
    )
