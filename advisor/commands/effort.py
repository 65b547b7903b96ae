"""Print what certification would take: days, months, savings and, with a date, the road map. As JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from datetime import date
from typing import Any

from pydantic import BaseModel

from advisor.commands import given_answers
from advisor.content.library import load
from advisor.effort.estimate import cost, estimate
from advisor.effort.ranges import Range
from advisor.effort.roadmap import plan
from advisor.verdicts.verdict import judge


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    parser.add_argument("--people", type=_people, help="effective number of personnel, where it is known")
    parser.add_argument("--rate", type=_rate, help="day rate of the auditors, 1200 or 1100-1700")
    parser.add_argument("--deadline", type=date.fromisoformat, help="the day by which the certificate must be there")


def _people(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise ArgumentTypeError("a whole number of people from 1 on is expected")
    return int(text)


def _rate(text: str) -> Range:
    try:
        low, _, high = text.partition("-")
        rate = Range(float(low), float(high or low))
    except ValueError as error:
        raise ArgumentTypeError("a day rate is written 1200 or 1100-1700") from error
    if not 0 < rate.low <= (rate.high or 0) < 1e9:
        raise ArgumentTypeError("a day rate is written 1200 or 1100-1700, the smaller number first")
    return rate


def run(options: Namespace) -> int:
    content = load()
    try:
        answers = given_answers.given(options, content.ruleset)
    except given_answers.BadAnswersError as error:
        return given_answers.complain(error)
    today = given_answers.day(options)
    recommendation = judge(content.ruleset.on(today), answers)
    wanted = recommendation.suggested or tuple(standard.id for standard in content.ruleset.standards)
    found = estimate(content.effort, content.ruleset, answers, wanted, options.people)
    basis = max((verdict.basis for verdict in recommendation.verdicts.values()), key=lambda b: b.rank)
    made = plan(content.effort, found.months, today, options.deadline, basis) if found.months else None
    result: dict[str, Any] = {
        "people": found.people,
        "standards": found.standards,
        "combined": {" + ".join(pair): days for pair, days in found.combined.items()},
        "savings": found.savings,
        "cautions": [caution.say for caution in found.cautions],
        "months": found.months,
        "costs": _costs(found.standards, options.rate),
        "roadmap": made,
    }
    print(json.dumps(result, indent=2, ensure_ascii=False, default=_plain))
    return 0


def _costs(standards: dict[str, Any], rate: Range | None) -> dict[str, Range]:
    """Only from the rate that was given."""
    return {} if rate is None else {name: cost(one.likely.first_cycle, rate) for name, one in standards.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, date) else asdict(value)
