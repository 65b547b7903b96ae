"""Judge one set of answers and print the result as JSON."""

from argparse import ArgumentParser, Namespace
from typing import Any

from advisor.commands import given_answers
from advisor.commands.needs_as_json import needs_as_json
from advisor.commands.options import print_json
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.formats.document import Document
from advisor.summary.lever_wording import changes_by_standard
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import Summary
from advisor.verdicts.verdict import OpenQuestion, Recommendation


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, which is the only form so far")


def run(options: Namespace) -> int:
    made = given_answers.assessment(options)
    summary = in_full(summarise(made, options.company), made)
    text = Document(summary, made.content, record_of(made)).written("markdown").decode()
    result = as_json(summary, made.recommendation, text)
    levers = [changes.model_dump(mode="json") for changes in changes_by_standard(made)]
    aside = list(made.journey.set_aside)
    print_json({**result, **needs_as_json(made), "levers": levers, "set_aside": aside})
    return 0


def as_json(summary: Summary, recommendation: Recommendation, text: str) -> dict[str, Any]:
    """The summary for machines, by standard and by market; `text` is the same in Markdown."""
    plain = summary.model_dump(mode="json")
    return {
        "verdicts": {verdict["standard"]: _verdict(verdict) for verdict in plain["verdicts"]},
        "suggested": list(recommendation.suggested),
        "matrix": {row["id"]: {cell["standard"]: cell for cell in row["cells"]} for row in plain["matrix"]},
        "open_questions": list(map(_open, recommendation.open_questions)),
        **{key: plain[key] for key in ("certificates", "notes", "changes", "effort", "road_map", "unasked")},
        **{key: plain[key] for key in ("settled", "content_hash", "day")},
        "text": text,
    }


def _open(found: OpenQuestion) -> dict[str, Any]:
    asked = found.question.model_dump(include={"id", "ask"})
    return {**asked, "ask_whom": found.ask_whom, "standards": [standard.id for standard in found.standards]}


def _verdict(plain: dict[str, Any]) -> dict[str, Any]:
    kept = {key: plain[key] for key in ("basis", "at_most", "headline", "title", "reported")}
    return {**kept, "decided_by": list(map(_finding, plain["reasons"])), "also": list(map(_finding, plain["also"]))}


def _finding(reason: dict[str, Any]) -> dict[str, Any]:
    reference = reason["reference"]
    return {
        **{key: reason[key] for key in ("id", "basis", "jurisdiction", "because", "misconception", "answers")},
        **{key: reference[key] for key in ("cite", "checked", "confidence")},
        "source": {"id": reference["source"], "title": reference["title"], "link": reference["link"]},
    }
