"""Print what a text says of a company: for each line {id, text} of a file the answers that it proposes."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from advisor.commands.options import CommandError
from advisor.content.library import ROOT, load_ruleset
from advisor.reading.reader import Reader
from advisor.understanding.description import Describer
from advisor.understanding.lexicon import Lexicon, read_lexicon
from advisor.understanding.proposals import proposals
from advisor.understanding.slots import slots


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a file with one JSON object {id, text} on each line")
    parser.add_argument("--slots", action="store_true", help="print the slots of measurements in place of answers")


def run(options: Namespace) -> int:
    reader = Reader(ROOT)
    lexicon = read_lexicon(reader, load_ruleset(ROOT))
    reader.refuse_mistakes()
    describer = Describer(lexicon)
    for line in options.file.read_text("utf-8").splitlines():
        if line.strip():
            told = _told(line)
            print(json.dumps({"id": told["id"], **_said(told["text"], describer, lexicon, options.slots)}))
    return 0


def _told(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
        return {"id": told["id"], "text": str(told["text"])}
    except (ValueError, KeyError, TypeError):
        raise CommandError("each line must be a JSON object with the keys id and text") from None


def _said(text: str, describer: Describer, lexicon: Lexicon, as_slots: bool) -> dict[str, Any]:
    found = describer.describe(text)
    if as_slots:
        return dict(slots(found, lexicon))
    by_question: dict[str, list[dict[str, Any]]] = {}
    for proposal in proposals(found, lexicon):
        entry = {"option": proposal.option, "quote": text[proposal.start : proposal.end], "sure": proposal.sure}
        by_question.setdefault(proposal.question, []).append(entry)
    return {"slots": by_question}
