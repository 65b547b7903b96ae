"""The table of what is researched counts for each field and region what is told there and nowhere else."""

from dataclasses import replace

from advisor.check.researched_fields import as_table, researched
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import ClaimQuestions, Situation
from tests.support.invented import obligation, option, question, rules

TRADE = question("trade", "fishing", "ferries", "anything", kind="many", always=True)
WATERS = question("waters", "sea", option("bay", within="sea"), "lake", "elsewhere", kind="many", always=True)
SITUATION = Situation.model_validate(
    {
        "field": "trade",
        "claims": ClaimQuestions.model_validate({"said": "c", "scheme": "s", "place": "p", "chosen": ["waters"]}),
    }
)


def ruleset() -> Ruleset:
    duties = (
        obligation("at-sea", when={"trade": "fishing", "waters": ["sea", "bay"]}),
        obligation("in-the-bay", when={"trade": "fishing", "waters": "bay"}),
        obligation("wherever-one-fishes", when={"trade": "fishing"}),
        obligation("on-the-lake", when={"waters": "lake"}),
    )
    return replace(rules(TRADE, WATERS, *duties), situation=SITUATION)


def test_what_holds_in_a_part_counts_for_the_region_and_what_holds_anywhere_for_none() -> None:
    fishing, ferries, _ = researched(ruleset())
    assert (fishing.anywhere, dict(fishing.own)) == (1, {"Sea": 2, "Lake": 0})
    assert (ferries.anywhere, dict(ferries.own)) == (0, {"Sea": 0, "Lake": 0})


def test_what_holds_in_any_field_stands_in_a_row_of_its_own() -> None:
    *_, whatever = researched(ruleset())
    assert dict(whatever.own) == {"Sea": 0, "Lake": 1}


def test_content_that_asks_for_no_field_has_no_table() -> None:
    assert as_table(researched(rules(TRADE))) == ""
