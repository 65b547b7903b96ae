"""Say whether a PDF or JSON summary is genuine, and what would be said today."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from advisor.commands.options import day_of, day_option, json_option, print_json
from advisor.content.library import load
from advisor.settings import settings
from advisor.sharing.signing import keys_from
from advisor.sharing.verification import LARGEST, Verification, verify
from advisor.summary.verification_text import sentences

EXIT = {"genuine": 0, "altered": 1, "unreadable": 2, "unsigned": 3, "unknown-key": 3, "statement-only": 4}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the PDF or JSON")
    day_option(parser, "the day to compare with")
    json_option(parser)
    parser.epilog = (
        "Exit code: 0 genuine, 1 altered, 2 not readable, 3 unsigned or signed with an unknown key, "
        "4 the signed statement is intact but the file around it is not."
    )


def run(options: Namespace) -> int:
    with options.file.open("rb") as file:
        document = file.read(LARGEST + 1)
    keys = keys_from(settings().require("ADVISOR_SIGNING_KEY").signing_key)
    content = load()
    found = verify(document, content, keys, day_of(options))
    if options.json:
        print_json(_plain(found) | {"text": sentences(found, content)})
    else:
        print("\n".join(sentences(found, content)))
    return EXIT[found.state]


def _plain(found: Verification) -> dict[str, object]:
    return {
        "state": found.state,
        "same_content": found.same_content,
        "same_engine": found.same_engine,
        "reproduced": found.reproduced,
        "record": found.record,
        "standards": {c.standard.id: {"then": c.then, "now": c.now, "why": c.reasons} for c in found.comparisons},
        "dropped": found.dropped,
        "gone": found.gone,
    }
