"""Print what certification would take: days, months, savings and, with a date, the road map. As JSON."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from typing import Any

from advisor.commands import given_answers
from advisor.commands.options import print_json
from advisor.effort.estimate import cost
from advisor.effort.ranges import Range


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
    made = given_answers.assessment(options, people=options.people, rate=options.rate, deadline=options.deadline)
    effort = made.effort if made.wanted else made.effort_of(standard.id for standard in made.rules.standards)
    result: dict[str, Any] = {
        "people": effort.people,
        "standards": effort.standards,
        "combined": {" + ".join(pair): days for pair, days in effort.combined.items()},
        "savings": effort.savings,
        "cautions": [caution.say for caution in effort.cautions],
        "months": effort.months,
        "costs": {name: cost(one.ahead, options.rate) for name, one in effort.standards.items() if options.rate},
        "roadmap": made.plan_of(effort),
    }
    print_json(result)
    return 0
