"""Print the clauses of contracts and tenders that demand a certificate or a system: one JSON a line."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from pydantic_core import to_jsonable_python

from advisor.commands.options import CommandError, day_of, day_option
from advisor.content.clause_patterns import FILE
from advisor.content.library import load
from advisor.understanding.clause_proposals import ClauseProposal, clause_proposals
from advisor.understanding.clause_reading import ClauseReading
from advisor.understanding.documents import DocumentState, read_document, told
from advisor.understanding.extraction import LARGEST


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="+", type=Path, help="a PDF, a DOCX or a text file")
    day_option(parser, "the day from which dates are counted")
    parser.epilog = "Exit code: 2 if a file could not be read, else 0. The others are printed all the same."


def run(options: Namespace) -> int:
    content = load()
    if content.clauses is None:
        raise CommandError(f"this content has no {FILE}")
    reading = ClauseReading(content.clauses)
    code = 0
    for file in options.file:
        with file.open("rb") as opened:
            document = read_document(opened.read(LARGEST + 1))
        if document.state is not DocumentState.READ:
            print(f"{file}: {told(document, content.words)}", file=sys.stderr)
            code = 2
            continue
        for proposal in clause_proposals(document, reading, content.ruleset, day_of(options)):
            print(json.dumps(to_jsonable_python(_plain(file, proposal)), ensure_ascii=False))
    return code


def _plain(file: Path, proposal: ClauseProposal) -> dict[str, Any]:
    clause = vars(proposal.clause) | {"by": proposal.clause.by._asdict() if proposal.clause.by else None}
    return {"file": str(file), **clause, "answers": proposal.answers}
