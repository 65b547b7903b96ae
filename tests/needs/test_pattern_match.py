"""Which sentence answers: the first pattern that fits the answers, the needs and the verdicts."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.reading.record import Record
from tests.support.invented import jurisdiction, need, obligation, pattern, situation, thing
from tests.support.invented_needs import advised

ANY = pattern("any")
BADGE = thing("badge", stands=[({"held": "badge"}, "met"), ({"held": "old-badge"}, "defect")])
LEADING = need("leading", {"crew": "many"}, thing="badge", wanted="law", lead="first", frank="true")
OTHER = need("other", {"crew": "many"}, who="maker", wanted="tender", firm="asked", time={"before": "you bid"})


def answer(*records: Record, **answers: tuple[str, ...]) -> str:
    chosen = advised(*records, ANY, **answers).answer
    assert chosen
    return chosen.pattern.id


def fits(wanted: dict[str, Any], *records: Record, **answers: tuple[str, ...]) -> bool:
    """Whether a pattern with these lines is the answer."""
    return answer(pattern("own", **wanted), *(records or (BADGE, LEADING, OTHER)), **answers) == "own"


def test_the_first_that_fits_is_the_answer() -> None:
    assert answer(pattern("first"), pattern("second"), LEADING) == "first"
    assert answer(pattern("first", {"crew": "alone"}), pattern("second"), LEADING) == "second"


def test_no_pattern_is_no_answer() -> None:
    assert advised(pattern("never", {"crew": "alone"})).answer is None


@pytest.mark.parametrize(
    "line",
    [
        {"id": "leading"},
        {"id": ["other", "leading"]},
        {"kind": "certificate"},
        {"thing": "badge"},
        {"wanted": "law"},
        {"firm": "binding"},
        {"stands": ["defect", "unknown"]},
        {"time": "none"},
        {"who": "we"},
        {"reported": "false"},
        {"frank": "true"},
        {"brief": "true"},
    ],
)
def test_each_line_of_a_match_is_about_the_need(line: dict[str, Any]) -> None:
    assert fits({"first": line})
    assert fits({"has": line})
    assert not fits({"lacks": line})


@pytest.mark.parametrize(
    "line",
    [
        *({"id": "other"}, {"wanted": "tender"}, {"firm": "asked"}, {"who": "maker"}, {"time": "before"}),
        {"wanted": "law", "firm": "asked"},
    ],
)
def test_what_leads_is_not_what_stands_behind_it(line: dict[str, Any]) -> None:
    assert not fits({"first": line})


def test_a_thing_with_a_long_name_is_not_brief() -> None:
    long = BADGE.model_copy(update={"name": "badge of the harbour master"})
    assert fits({"has": {"thing": "badge"}}, long, LEADING)
    assert not fits({"has": {"brief": "true"}}, long, LEADING)


def test_all_lines_of_a_match_hold_of_one_need() -> None:
    assert fits({"has": {"wanted": "tender", "firm": "asked"}})
    assert not fits({"has": {"wanted": "law", "firm": "asked"}})


def test_what_is_said_together_with_a_need_counts_as_it() -> None:
    both = [obligation("law", "legal-certificate", {"crew": "many"}), obligation("buyer", "contractual")]
    assert fits({"first": {"wanted": "law"}}, *both)
    assert fits({"first": {"wanted": "contract"}}, *both)


def test_an_empty_list_is_one_without_any_need() -> None:
    nothing = need("absent", {"crew": "alone"})
    assert fits({"empty": "true"}, nothing)
    assert not fits({"empty": "false"}, nothing)
    assert not fits({"empty": "true"}, LEADING, BADGE)
    assert not fits({"first": {"wanted": "law"}}, nothing)
    assert fits({"lacks": {"wanted": "law"}}, nothing)


def test_what_is_open_is_told_apart() -> None:
    law = obligation("law", "legal-qms", {"sails": "yes"})
    assert fits({"open": "true"}, law, sails=("unsure",))
    assert fits({"open": "false"}, law, sails=("no",))


def test_a_pattern_may_want_levels_of_verdicts() -> None:
    law = obligation("law", "legal-qms", {"crew": "many"})
    assert fits({"levels": {"keel": ["legal-qms"], "sail": ["not-needed", "commercial"]}}, law)
    assert not fits({"levels": {"keel": ["not-needed"]}}, law)


def test_the_sentence_of_the_leading_need_itself_may_answer() -> None:
    speaks = need("speaks", {"crew": "many"}, answer="Aye.", lead="first")
    own = pattern("own", own="true", say="")
    chosen = advised(own, ANY, speaks, OTHER).answer
    assert chosen
    assert (chosen.pattern.id, chosen.say) == ("own", "Aye.")
    assert answer(own, LEADING, BADGE) == "any"


def test_a_pattern_speaks_of_the_need_that_it_has_else_of_the_one_that_leads() -> None:
    has = advised(pattern("has", has={"who": "maker"}), LEADING, BADGE, OTHER).answer
    plain = advised(ANY, LEADING, BADGE, OTHER).answer
    assert has
    assert plain
    assert (has.about and has.about.id, plain.about and plain.about.id) == ("other", "leading")


@pytest.mark.parametrize(("crew", "known"), [("many", False), ("alone", True)])
def test_a_trade_that_nobody_has_looked_at_is_told(crew: str, known: bool) -> None:
    assert advised(ANY, situation(unresearched={"crew": "many"}), crew=(crew,)).unresearched is not known


@pytest.mark.parametrize(
    ("places", "wanted"), [("places", "law"), ("system_places", "law"), ("certificate_places", "tender")]
)
def test_a_sentence_that_names_places_is_said_only_where_one_has_a_name(places: str, wanted: str) -> None:
    trade = jurisdiction("trade", several="true")
    paper = need("paper", {"crew": "many"}, kind="certificate", wanted=wanted, jurisdiction="trade")
    assert not fits({"say": f"Ask in {{{places}}}."}, trade, paper)


def test_a_sentence_names_the_place_that_has_a_name() -> None:
    paper = need("paper", {"crew": "many"}, kind="certificate", wanted="law", jurisdiction="coast")
    assert fits({"say": "Ask in {places} and {certificate_places}."}, jurisdiction("coast"), paper)
