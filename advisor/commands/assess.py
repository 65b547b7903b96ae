"""Judge one set of answers and print the result as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from advisor.commands import given_answers
from advisor.commands.options import print_json
from advisor.summary.ahead import in_full
from advisor.summary.formats import markdown
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import Reason, Summary
from advisor.verdicts.verdict import Recommendation


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, which is the only form so far")


def run(options: Namespace) -> int:
    made = given_answers.assessment(options)
    summary = in_full(summarise(made, options.company), made)
    result = as_json(summary, made.recommendation, markdown.write(summary, made.content.words))
    print_json({**result, "set_aside": list(made.journey.set_aside)})
    return 0


def as_json(summary: Summary, recommendation: Recommendation, text: str) -> dict[str, Any]:
    """The result for machines; `text` is the summary in Markdown."""
    return {
        "verdicts": {
            verdict.standard: {
                "basis": verdict.basis,
                "at_most": verdict.at_most,
                "headline": verdict.headline,
                "title": verdict.title,
                "reported": verdict.reported,
                "decided_by": [_finding(reason) for reason in verdict.reasons],
                "also": [_finding(reason) for reason in verdict.also],
            }
            for verdict in summary.verdicts
        },
        "suggested": list(recommendation.suggested),
        "certificates": [certificate.model_dump(mode="json") for certificate in summary.certificates],
        "matrix": {
            row.id: {cell.standard: cell.model_dump(mode="json") for cell in row.cells} for row in summary.matrix
        },
        "open_questions": [
            {
                "id": o.question.id,
                "ask": o.question.ask,
                "ask_whom": o.ask_whom,
                "standards": [s.id for s in o.standards],
            }
            for o in recommendation.open_questions
        ],
        "notes": [note.model_dump(mode="json") for note in summary.notes],
        **summary.model_dump(mode="json", include={"glance", "levers", "effort", "road_map", "unasked"}),
        "settled": summary.settled,
        "content_hash": summary.content_hash,
        "day": summary.day.isoformat(),
        "text": text,
    }


def _finding(reason: Reason) -> dict[str, Any]:
    reference = reason.reference
    return {
        "id": reason.id,
        "basis": reason.basis,
        "jurisdiction": reason.jurisdiction,
        "because": reason.because,
        "misconception": reason.misconception,
        "answers": list(reason.answers),
        "cite": list(reference.cite),
        "source": {"id": reference.source, "title": reference.title, "link": reference.link},
        "checked": reference.checked.isoformat(),
        "confidence": reference.confidence,
    }
