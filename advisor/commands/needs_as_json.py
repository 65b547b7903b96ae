"""The list of needs for machines: ids, and what is said of each."""

from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.needs.need import Need
from advisor.summary.answer_data import NeedText
from advisor.summary.answer_text import answer_of


def needs_as_json(made: Assessment) -> dict[str, Any]:
    """`answer`: the one sentence, and the pattern that it follows. `needs`: all, in an expert's order."""
    text, advice = answer_of(made), made.advice
    told = zip(advice.needs, (*text.needs, *text.later), strict=True)
    return {
        "answer": text.sentence,
        "answer_id": advice.answer.pattern.id if advice.answer else None,
        "needs": [_need(need, said) for need, said in told],
        "unresearched": advice.unresearched,
    }


def _need(need: Need, said: NeedText) -> dict[str, Any]:
    due, stand = need.due, need.stand
    day = due.day.isoformat() if due.day else None
    return {
        "id": need.id,
        "kind": need.kind,
        "thing": need.thing.id if need.thing else None,
        "what": said.what,
        "wanted": need.wanted,
        "firm": need.firm,
        "who": need.who,
        "when": {"moment": due.moment, "day": day, "months": due.months, "event": due.event, "text": said.when},
        "stands": {"standing": stand.standing, "text": said.stands},
        "reported": need.reported,
        "places": list(said.places),
        "findings": [finding.obligation.id for each in need.all for finding in each.findings],
        "also": [{"id": other.id, "wanted": other.wanted, "firm": other.firm} for other in need.also],
    }
