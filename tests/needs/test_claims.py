"""What somebody says that the law demands is answered by its thing and its place."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.needs.pattern_match import Chosen
from advisor.reading.record import Record
from advisor.rules.model import Question
from advisor.rules.needs_model import AnswerPattern
from tests.support.invented import jurisdiction, need, pattern, question, situation, thing
from tests.support.invented_needs import advised, ids

SAID = question("said", "law-badge", "law-other", "gossip", kind="many")
SCHEME = question("scheme", "badge", "flag", "another")
WATERS = question("waters", "north", "south", kind="many")
WHERE = question("where", "north", "south", "anywhere")
NAMES = {"law-badge": "the badge", "badge": "the badge", "flag": "the flag", "north": "the north", "south": "the south"}


def named(asked: Question) -> Question:
    options = (option.model_copy(update={"name": NAMES.get(option.id, "")}) for option in asked.options)
    return asked.model_copy(update={"options": tuple(options)})


ASKED = (named(SAID), named(SCHEME), WATERS, named(WHERE))
ABOUT = {"law-badge": ["badge"]}
SITUATION = situation(claims={"said": "said", "scheme": "scheme", "place": "where", "chosen": "waters", "about": ABOUT})
PLACES = (jurisdiction("north"), jurisdiction("south"))
BADGE = (thing("badge", kind="certificate"), need("law-of-north", {"crew": "many"}, thing="badge", wanted="law"))
NORTH = (*PLACES, BADGE[0], BADGE[1].model_copy(update={"jurisdiction": "north"}))
YES = pattern("yes", claimed="law-badge", right="true", has={"claimed": "true", "wanted": "law", "there": "true"})
NO = pattern("no", claimed="law-badge", right="false")
ANY = pattern("any")
CLAIMED = {"said": ("law-badge",), "waters": ("north", "south")}


def answer(*records: Record, **answers: tuple[str, ...]) -> str:
    chosen = advised(*ASKED, SITUATION, *records, ANY, **{**CLAIMED, **answers}).answer
    assert chosen
    return chosen.pattern.id


def test_a_claim_is_right_where_the_law_of_the_place_wants_the_thing() -> None:
    assert answer(*NORTH, NO, YES, where=("north",)) == "yes"


def test_a_claim_is_wrong_in_a_place_whose_law_wants_nothing_of_it() -> None:
    assert answer(*NORTH, YES, NO, where=("south",)) == "no"


def test_a_claim_for_no_particular_place_is_right_where_any_law_wants_the_thing() -> None:
    assert answer(*NORTH, NO, YES, where=("anywhere",)) == "yes"


def test_the_only_place_in_the_answers_is_the_one_that_is_meant() -> None:
    assert answer(*NORTH, NO, YES, waters=("north",)) == "yes"
    assert answer(*NORTH, YES, NO, waters=("south",)) == "no"


@pytest.mark.parametrize(("wanted", "said"), [("contract", "no"), ("own", "no"), ("law", "yes")])
def test_only_a_law_makes_a_claim_about_the_law_right(wanted: str, said: str) -> None:
    asks = need("asks", {"crew": "many"}, thing="badge", wanted=wanted)
    assert answer(BADGE[0], asks, YES, NO) == said


def test_another_thing_that_the_law_wants_does_not_make_a_claim_right() -> None:
    flag = need("flag-law", {"crew": "many"}, thing="flag", wanted="law")
    assert answer(thing("flag", kind="certificate"), flag, YES, NO) == "no"


@pytest.mark.parametrize(("scheme", "said"), [("badge", "yes"), ("flag", "no")])
def test_a_claim_is_about_the_certificate_that_was_named(scheme: str, said: str) -> None:
    yes = pattern("yes", claimed="law-other", right="true", say="Yes, {claimed}.")
    no = pattern("no", claimed="law-other", right="false", say="No, not {claimed}.")
    assert answer(*BADGE, yes, no, said=("law-other",), scheme=(scheme,)) == said


def test_a_sentence_that_names_the_claim_waits_for_a_name() -> None:
    no = pattern("no", claimed="law-other", right="false", say="No, not {claimed}.")
    assert answer(no, said=("law-other",), scheme=("another",)) == "any"


def test_a_sentence_that_names_the_place_waits_for_a_place() -> None:
    here = pattern("here", claimed="law-badge", say="Not in {claimed_place}.")
    assert answer(here, where=("anywhere",)) == "any"
    assert answer(here, where=("south",)) == "here"


def test_a_pattern_may_be_written_for_some_places() -> None:
    south = pattern("south", claimed="law-badge", place="south")
    assert answer(south, where=("south",)) == "south"
    assert answer(south, where=("north",)) == "any"


def test_the_names_are_those_of_what_was_said() -> None:
    here = pattern("here", claimed="law-badge", say="No {claimed} in {claimed_place}.")
    chosen = advised(*ASKED, SITUATION, here, **CLAIMED, where=("south",)).answer
    assert chosen
    assert (chosen.claimed, chosen.claimed_place) == ("the badge", "the south")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"claimed": "true"}, "own"),
        ({"named": "true"}, "own"),
        ({"there": "true"}, "own"),
        ({"claimed": "false"}, "any"),
    ],
)
def test_each_line_about_a_claim_is_about_the_need(line: dict[str, Any], said: str) -> None:
    speaks = need("speaks", {"crew": "many"}, thing="badge", wanted="law", answer="Aye, the badge.")
    own = pattern("own", claimed="law-badge", has=line)
    assert answer(BADGE[0], speaks, own) == said
    assert answer(BADGE[0], speaks, pattern("lacks", claimed="law-badge", lacks=line)) == (
        "any" if said == "own" else "lacks"
    )


def test_no_pattern_answers_a_claim_that_nobody_made() -> None:
    assert answer(*NORTH, YES, NO, said=()) == "any"
    assert answer(*NORTH, YES, NO, said=("gossip",)) == "any"


def test_what_gathers_subjects_is_wanted_where_its_conditions_say() -> None:
    trade = jurisdiction("trade", several="true")
    asks = need("asks", {"waters": "north"}, thing="badge", wanted="law", jurisdiction="trade")
    assert answer(trade, *PLACES, BADGE[0], asks, YES, NO, where=("north",)) == "yes"
    assert answer(trade, *PLACES, BADGE[0], asks, YES, NO, where=("south",)) == "no"


REFUSE = need("refuse", {"said": "law-badge"}, wanted="own", firm="own", refutes="law-badge")


def listed(*records: Record, **answers: tuple[str, ...]) -> list[str]:
    return ids(*ASKED, SITUATION, *records, **{**CLAIMED, **answers})


def test_a_need_that_calls_a_claim_wrong_stands_last_and_falls_away_beside_what_was_claimed() -> None:
    last = need("last", {"crew": "many"}, lead="last")
    assert listed(*PLACES, REFUSE, last) == ["last", "refuse"]
    assert listed(*NORTH, REFUSE, where=("north",)) == ["law-of-north"]
    assert listed(*NORTH, REFUSE, where=("south",)) == ["law-of-north", "refuse"]


def test_what_the_place_wants_for_which_a_claim_is_made_stands_before_other_places() -> None:
    laws = [
        need(f"law-of-{place}", {"crew": "many"}, wanted="law", jurisdiction=place, time={"before": "you sail"})
        for place in ("north", "south")
    ]
    assert listed(*PLACES, *laws, where=("south",)) == ["law-of-south", "law-of-north"]
    assert listed(*PLACES, *laws, where=("anywhere",)) == ["law-of-north", "law-of-south"]


LONG = "a paper of very many words indeed"
CHEST = [{"id": "badge", "label": "Badge", "name": "the badge"}, {"id": "flag", "label": "Flag", "name": "the flag"}]
CHEST += [{"id": "roll", "label": "Roll", "name": LONG}, {"id": "old-badge", "label": "Old badge"}]
STANDS = [({"chest": "badge"}, "met"), ({"chest": "old-badge"}, "defect")]
PENNANT = thing("badge", held=["badge"], stands=STANDS)
ASKS = need("asks", {"crew": "many"}, thing="badge", wanted="tender")
CLAIMS = {"said": "said", "scheme": "scheme", "place": "where", "chosen": "waters", "about": ABOUT}


def holding(wanted: AnswerPattern, *held: str) -> Chosen:
    chest = question("chest", *CHEST, kind="many")
    told = situation(held=["chest"], claims=CLAIMS)
    chosen = advised(*ASKED, chest, told, PENNANT, ASKS, wanted, ANY, **CLAIMED, chest=held).answer
    assert chosen
    return chosen


@pytest.mark.parametrize(("held", "said"), [("badge", "has"), ("old-badge", "has"), ("flag", "any")])
def test_a_thing_is_held_in_whatever_state(held: str, said: str) -> None:
    assert holding(pattern("has", claimed="law-badge", has={"held": "true"}), held).pattern.id == said


def test_a_sentence_names_what_is_held_beside_the_thing() -> None:
    names = pattern("names", claimed="law-badge", has={"thing": "badge"}, say="Not with {held}.")
    assert holding(names, "badge", "flag").held == ("the flag",)
    assert holding(names, "badge").pattern.id == "any"


def test_of_many_that_are_held_the_first_are_named() -> None:
    names = pattern("names", claimed="law-badge", say="Not with {held}.", has={"thing": "badge"})
    assert holding(names, "flag", "roll").held == ("the flag",)


def test_a_sentence_tells_the_fault_of_what_is_held() -> None:
    fault = pattern("fault", claimed="law-badge", say="No. {fault}", has={"thing": "badge"})
    assert holding(fault, "old-badge").fault == "It is defect."
    assert holding(fault, "flag").pattern.id == "any"
