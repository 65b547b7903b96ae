"""Where the company stands to a thing, and when it is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from advisor.needs.need import DueTime, Need
from advisor.reading.record import Record
from tests.support.invented import need, obligation, question, situation, thing
from tests.support.invented_needs import TODAY, needs

BADGE = thing("badge", stands=[({"held": "badge"}, "met"), ({"held": "old-badge"}, "defect")])
RULE = need("own", {"crew": "many"}, thing="badge")
SINCE = date(2020, 1, 1)
BANDS = question(
    "by-when",
    {"id": "past", "label": "Past", "months": "0"},
    {"id": "half", "label": "Half a year", "months": "6"},
    "none",
    "unsure",
)
DATED = situation(on_market={"sails": "yes"}, deadline="by-when")


def only(*records: Record, typed: date | None = None, **answers: tuple[str, ...]) -> Need:
    (found,) = needs(*records, typed=typed, **answers)
    return found


@pytest.mark.parametrize(
    ("held", "standing"),
    [
        (("badge",), "met"),
        (("old-badge",), "defect"),
        (("badge", "old-badge"), "met"),
        (("none",), "missing"),
        (("unsure",), "unknown"),
        ((), "unknown"),
    ],
)
def test_the_first_standing_that_certainly_holds_counts(held: tuple[str, ...], standing: str) -> None:
    assert only(BADGE, RULE, held=held).stand.standing == standing


@pytest.mark.parametrize("rule", [RULE, need("do", {"crew": "many"}, kind="decide")])
def test_without_rules_nobody_knows_where_the_company_stands(rule: Record) -> None:
    assert only(thing("badge"), rule).stand.standing == "unknown"


def test_a_thing_of_which_no_rule_tells_that_it_is_there_stays_unknown() -> None:
    badge = thing("badge", stands=[({"held": "old-badge"}, "unknown")])
    assert only(badge, RULE, held=("none",)).stand.standing == "unknown"


def due(time: Any, typed: date | None = None, **answers: tuple[str, ...]) -> DueTime:
    rule = need("own", {"crew": "many"}, thing="badge", wanted="law", time=time)
    return only(BANDS, DATED, BADGE, rule, typed=typed, **answers).due


@pytest.mark.parametrize(
    ("sails", "held", "moment"),
    [
        ("yes", "none", "overdue"),
        ("yes", "old-badge", "overdue"),
        ("yes", "badge", "in-force"),
        ("yes", "unsure", "in-force"),
        ("no", "none", "in-force"),
        ("unsure", "none", "in-force"),
    ],
)
def test_what_is_in_force_is_overdue_only_for_who_does_it_already_without(sails: str, held: str, moment: str) -> None:
    assert due({"since": "2020-01-01"}, sails=(sails,), held=(held,)) == DueTime(moment, day=SINCE)  # type: ignore[arg-type]


def test_only_what_is_missing_or_does_not_count_is_overdue() -> None:
    rule = need("own", {"crew": "many"}, thing="badge", wanted="law", time={"since": "2020-01-01"})
    found = {held: only(DATED, BANDS, BADGE, rule, sails=("yes",), held=(held,)) for held in ("none", "badge")}
    assert (found["none"].overdue, found["badge"].overdue) == (True, False)


def test_who_has_not_begun_has_until_the_event() -> None:
    both = {"since": "2020-01-01", "before": "you sail"}
    assert due(both, sails=("no",)) == DueTime("before", event="you sail")
    assert due(both, sails=("yes",), held=("none",)) == DueTime("overdue", day=SINCE)


def test_a_band_is_a_number_of_months_and_a_past_one_is_told_as_past() -> None:
    assert due({"deadline": "true"}, **{"by-when": ("half",)}) == DueTime("deadline", months=6)
    assert due({"deadline": "true"}, **{"by-when": ("past",)}) == DueTime("past", months=0)


def test_a_day_that_somebody_types_goes_before_the_band() -> None:
    later, earlier = TODAY + timedelta(90), TODAY - timedelta(1)
    assert due({"deadline": "true"}, later, **{"by-when": ("half",)}) == DueTime("deadline", day=later)
    assert due({"deadline": "true"}, earlier) == DueTime("past", day=earlier)
    assert due({"deadline": "true"}, TODAY) == DueTime("deadline", day=TODAY)


@pytest.mark.parametrize("answer", ["none", "unsure"])
def test_without_a_day_what_else_is_said_of_the_time_counts(answer: str) -> None:
    assert due({"deadline": "true", "before": "you sail"}, **{"by-when": (answer,)}) == DueTime(
        "before", event="you sail"
    )
    assert due({"deadline": "true"}, **{"by-when": (answer,)}) == DueTime("none")


def test_another_moment_is_a_phrase_of_its_own() -> None:
    assert due("With the form").says == "With the form"


def test_a_need_from_obligations_is_due_when_the_most_urgent_of_them_is() -> None:
    event = obligation("event", "legal-certificate", {"crew": "many"}, before="you sail")
    old = obligation("old", "legal-certificate", {"crew": "many"}, since="2020-01-01", jurisdiction="club")
    keel = thing("keel", stands=[({"held": "badge"}, "met")])
    assert only(DATED, BANDS, keel, event, old, sails=("yes",), held=("none",)).due == DueTime("overdue", day=SINCE)
    assert only(DATED, BANDS, keel, event, sails=("yes",)).due == DueTime("before", event="you sail")


def test_a_buyers_document_is_due_by_the_day_that_the_visitor_named() -> None:
    buyer = obligation("buyer", "contractual", {"crew": "many"})
    law = obligation("law", "legal-qms", {"crew": "many"})
    by_id = {found.id: found.due for found in needs(DATED, BANDS, buyer, law, **{"by-when": ("half",)})}
    assert by_id == {"keel": DueTime("deadline", months=6), "keel-system": DueTime("none")}


def test_an_own_choice_has_no_date() -> None:
    assert only(obligation("pays", "commercial", {"crew": "many"}, since="2020-01-01")).due == DueTime("none")


def test_a_rule_without_a_time_takes_that_of_its_obligations() -> None:
    law = obligation("law", "legal-qms", {"crew": "many"}, before="you sail")
    assert only(law, need("own", of=["law"])).due == DueTime("before", event="you sail")


def test_a_day_that_belongs_to_another_demand_is_not_told() -> None:
    told = situation(deadline="by-when", deadline_of="whose-day", dated={"crew": "crew", "cargo": "cargo"})
    whose = question("whose-day", "crew", "cargo", "none")
    rule = need("own", {"crew": "many"}, thing="badge", wanted="law", time={"deadline": "true"})

    def due_of(*chosen: str) -> DueTime:
        answers = {"by-when": ("half",), "whose-day": chosen, "crew": ("many",), "cargo": ("grain",)}
        return only(BANDS, whose, question("cargo", "grain", "none"), told, BADGE, rule, **answers).due

    assert due_of("crew") == due_of("crew", "cargo") == due_of() == DueTime("deadline", months=6)
    assert due_of("cargo") == DueTime("none")
