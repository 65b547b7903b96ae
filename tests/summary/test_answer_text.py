"""The first screen in words: the sentence, the needs with all that is said of each, what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from advisor.needs.need import DueTime
from advisor.needs.standing import months_later
from advisor.reading.record import Record
from advisor.summary.answer_data import AnswerText, NeedText
from advisor.summary.answer_text import answer_of
from advisor.summary.need_timing import NeedTiming
from advisor.summary.wording import day
from tests.support.invented import jurisdiction, need, obligation, option, pattern, question, situation, thing
from tests.support.invented_needs import TODAY, assessed
from tests.support.invented_words import WORDS

COAST = jurisdiction("coast", option={"crew": "many"}, short="the coast")
CLUB = jurisdiction("club", several="true")
PLACES = (COAST, jurisdiction("cove", within="coast"), jurisdiction("sea", option={"crew": "many"}), CLUB)
BADGE = thing("badge", stands=[({"held": "badge"}, "met"), ({"held": "old-badge"}, "defect")])
KEEL, SYSTEM = thing("keel"), thing("keel-system", "system")
LAW = obligation("law", "legal-certificate", {"crew": "many"}, certificate="badge")


def told(*records: Record, **answers: tuple[str, ...]) -> AnswerText:
    return answer_of(assessed(*PLACES, *records, **answers))


def only(*records: Record, **answers: tuple[str, ...]) -> NeedText:
    (said,) = told(*records, **answers).needs
    return said


def own(**more: Any) -> NeedText:
    return only(BADGE, need("own", {"crew": "many"}, **more))


def test_the_sentence_has_its_gaps_filled() -> None:
    say = "{what}/{thing}/{by}/{places}/{certificate_places}/{system_places}/{when}"
    rule = need("own", of=["law"], wanted="law", what="Get it", thing="badge", by="the king", time={"before": "you go"})
    system = obligation("system", "legal-qms", {"crew": "many"}, jurisdiction="sea")
    told_ = told(
        BADGE, SYSTEM, LAW, rule, system, pattern("any", first={"id": "own"}, say=say), pattern("rest")
    ).sentence
    when = WORDS("need.inside-before", event="you go")
    assert told_ == f"Get it/Badge paper/the king/the coast/the coast/Sea/{when}"


def test_without_a_pattern_that_fits_the_words_say_so() -> None:
    assert told(LAW, pattern("never", {"crew": "alone"})).sentence == WORDS["need.no-answer"]


def test_a_place_within_another_and_what_is_no_place_are_not_named_as_places() -> None:
    inner = obligation("inner", "legal-certificate", {"crew": "many"}, certificate="badge", jurisdiction="cove")
    club = obligation("club-law", "legal-certificate", {"crew": "many"}, jurisdiction="club", certificate="badge")
    assert told(LAW, inner, club, pattern("any", say="{places}")).sentence == "the coast"


def test_a_place_is_named_only_of_who_asks_there() -> None:
    buyer = obligation("buyer", "contractual", {"crew": "many"}, jurisdiction="sea", certificate="badge")
    leads = pattern("any", say="{places}")
    law = pattern("law", has={"wanted": "law"}, say="{places}")
    assert (told(LAW, buyer, leads).sentence, told(LAW, buyer, law).sentence) == ("Sea", "the coast")


def test_many_places_are_counted_behind_the_first_two() -> None:
    names = [f"p{i}" for i in range(5)]
    records = [jurisdiction(name, option={"crew": "many"}) for name in names]
    laws = [obligation(f"in-{name}", "legal-qms", {"crew": "many"}, jurisdiction=name) for name in names]
    sentence = answer_of(assessed(*records, *laws, SYSTEM, pattern("any", say="{places}"))).sentence
    assert sentence == f"P0, P1 and {WORDS.count('need.more-places', 3)}"


def test_the_first_screen_has_three_needs_and_five_with_three_markets() -> None:
    rules = [need(f"n{i}", {"crew": "many"}) for i in range(7)]
    few = answer_of(assessed(COAST, *rules))
    more = [jurisdiction(name, option={"crew": "many"}) for name in ("east", "west")]
    several = answer_of(assessed(COAST, *more, *rules))
    assert (len(few.needs), len(few.later), len(several.needs), len(several.later)) == (3, 4, 5, 2)


def test_what_is_unlawful_today_is_not_left_for_later() -> None:
    papers = [thing(f"p{i}", stands=[({"held": "badge"}, "met")]) for i in range(4)]
    late: dict[str, Any] = {"wanted": "law", "time": {"since": "2020-01-01"}}
    rules = [need(f"n{i}", {"crew": "many"}, thing=f"p{i}", **late) for i in range(4)]
    market = situation(on_market={"sails": "yes"})
    text = told(*papers, *rules, market, sails=("yes",), held=("none",))
    assert [said.overdue for said in text.needs] == [True] * 4


@pytest.mark.parametrize(
    ("wanted", "kind", "wish"),
    [
        *(("law", "file", "law"), ("authority", "approval", "law"), ("contract", "decide", "contract")),
        *(("tender", "decide", "contract"), ("customer", "file", "asked"), ("own", "file", "choice")),
        ("law", "clarify", "open"),
    ],
)
def test_who_stands_behind_a_need_is_told_in_one_word(wanted: str, kind: str, wish: str) -> None:
    assert own(wanted=wanted, kind=kind).wish == wish


def test_who_wants_it_is_told_with_the_others_who_want_the_same_and_how_firmly() -> None:
    buyer = obligation("buyer", "contractual", {"crew": "many"}, certificate="badge", jurisdiction="club")
    law = WORDS("need.who", wanted=WORDS["need.by-law"], by="the coast")
    assert only(LAW, buyer).who == f"{WORDS['need.by-contract']} · {law}"
    assert set(only(LAW, buyer).places) == {"coast", "club"}
    asked = own(wanted="customer", firm="asked", by="Harbour Ltd")
    customer = WORDS("need.who", wanted=WORDS["need.by-customer"], by="Harbour Ltd")
    assert asked.who == f"{customer} · {WORDS['need.firm-asked']}"


def test_rules_of_two_places_for_one_thing_name_both() -> None:
    rules = [
        need(f"in-{by.lower()}", {"crew": "many"}, thing="badge", wanted="law", by=by) for by in ("North", "South")
    ]
    (said,) = told(BADGE, *rules).needs
    assert ("North" in said.who, "South" in said.who) == (True, True)


def test_another_holder_is_named() -> None:
    assert (own().holder, own(who="maker").holder) == ("", WORDS["need.holder-maker"])


def test_what_is_demanded_is_named_by_the_option_or_its_thing() -> None:
    ports = question("ports", option("north", name="north paper"), option("badge", name="a badge"))
    rule = need("port", {"crew": "many"}, each="ports", what="", why="They want {option}.")
    (north,) = told(ports, rule, ports=("north",), sails=("no",)).needs
    assert (north.what, north.why) == ("North paper", "They want north paper."), "a heading begins with a capital"
    pointed = need("port", {"crew": "many"}, each="ports", what="Have {option}")
    assert only(ports, BADGE, pointed, ports=("badge",)).what == "Have a badge"


def test_a_need_without_words_of_its_own_takes_those_of_its_thing_and_obligation() -> None:
    said = only(BADGE, LAW)
    assert (said.what, said.why) == ("Badge paper", LAW.because)


@pytest.mark.parametrize(("held", "standing"), [("badge", "It is met."), ("old-badge", "It is defect.")])
def test_where_the_company_stands_is_told_as_the_rule_says(held: str, standing: str) -> None:
    assert only(BADGE, LAW, held=(held,)).stands == standing


def test_what_mends_a_defect_is_told_with_it() -> None:
    rule = {"when": {"held": "old-badge"}, "standing": "defect", "say": "Old.", "mend": "Renew it."}
    said = only(
        BADGE.model_validate({"id": "badge", "kind": "file", "name": "B", "stands": [rule]}), LAW, held=("old-badge",)
    )
    assert said.stands == WORDS("need.stands-mend", say="Old.", mend="Renew it.")


def test_what_is_missing_or_not_known_is_told_and_whom_to_ask() -> None:
    assert only(BADGE, LAW, held=("none",)).stands == WORDS["need.stands-missing"]
    assert only(BADGE, LAW).stands == WORDS["need.stands-unknown"]
    whom = BADGE.model_copy(update={"who_knows": "the mate"})
    assert only(whom, LAW).stands == WORDS("need.stands-ask", whom="the mate")


def test_of_what_is_only_done_or_asked_nothing_is_held() -> None:
    assert own(kind="clarify").stands == ""
    assert own(kind="clarify", stands="Nobody has asked yet.").stands == "Nobody has asked yet."


def test_what_it_takes_is_told_of_this_thing_only() -> None:
    assert only(BADGE, LAW).takes == "A week."
    assert only(BADGE.model_copy(update={"takes": ""}), LAW).takes == WORDS["need.no-figure"]
    assert own(thing="badge", takes="A day.").takes == "A day."
    assert own().takes == ""


def test_of_what_is_held_it_is_not_told_what_it_takes() -> None:
    assert only(BADGE, LAW, held=("badge",)).takes == ""


def test_figures_of_a_standard_wait_until_the_size_is_known() -> None:
    keel = thing("keel", standard="keel", takes="")
    law = obligation("law", "legal-certificate", {"crew": "many"})
    text = told(keel, law, situation(size="held"))
    assert (text.needs[0].takes, text.size) == ("", "held")
    assert told(KEEL, law, situation(size="crew")).size == ""


def test_nothing_to_build_asks_for_no_size() -> None:
    keel = thing("keel", standard="keel", stands=[({"held": "badge"}, "met")])
    law = obligation("law", "legal-certificate", {"crew": "many"})
    assert told(keel, law, situation(size="sails"), held=("badge",)).size == ""
    assert told(BADGE, LAW, situation(size="sails")).size == ""


def test_a_source_is_told_once_with_its_provisions_the_rules_own_first() -> None:
    twin = obligation("twin", "legal-certificate", {"crew": "many"}, certificate="badge", jurisdiction="sea")
    other = obligation(
        "other", "legal-certificate", {"crew": "many"}, certificate="badge", jurisdiction="cove", cite="§ 2"
    )
    assert [r.cite for r in only(LAW, twin, other).references] == [("§ 1", "§ 2")]
    rule = need("own", of=["law"], source="almanac", cite=["p. 3"], thing="badge")
    assert [r.cite for r in only(BADGE, LAW, rule).references] == [("p. 3", "§ 1")]


def test_only_a_few_provisions_stand_beside_one_need() -> None:
    laws = [
        obligation(f"l{i}", "legal-certificate", {"crew": "many"}, certificate="badge", cite=f"§ {i}") for i in range(9)
    ]
    assert [len(reference.cite) for reference in only(*laws).references] == [4]


def test_a_provision_that_was_not_looked_at_again_in_time_says_so() -> None:
    old = LAW.model_copy(update={"review_by": TODAY - timedelta(1)})
    fresh, late = (only(law).references[0].confidence_label for law in (LAW, old))
    assert fresh != late


def test_hearsay_is_marked_once() -> None:
    heard = LAW.model_copy(update={"confidence": "low"})
    assert (only(LAW).reported, only(heard).reported) == ("", WORDS["need.reported"])


def test_standards_of_which_nothing_is_said_are_one_line() -> None:
    both = WORDS.count("need.not-needed", 2, standards="Keel and Sail")
    one = WORDS.count("need.not-needed", 1, standards="Sail")
    keel = thing("keel", standard="keel")
    assert told(need("absent", {"crew": "alone"})).not_needed == both
    assert told(keel, obligation("law", "legal-certificate", {"crew": "many"})).not_needed == one
    assert told(obligation("law", "legal-certificate", {"sails": "yes"}), sails=("unsure",)).not_needed == one


def test_what_the_visitor_does_not_know_is_open_with_whom_to_ask() -> None:
    (open_,) = told(obligation("law", "legal-certificate", {"sails": "yes"}), sails=("unsure",)).open
    assert (open_.id, open_.ask_whom) == ("sails", "the skipper")
    assert open_.changes == WORDS("need.open-changes", standards="Keel")


TIMING = NeedTiming(TODAY, WORDS)
MARCH = date(2026, 3, 5)


def when(due: DueTime) -> str:
    found = assessed(need("own", {"crew": "many"})).advice.needs[0]
    return TIMING.when(replace(found, due=due))


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (DueTime("overdue"), WORDS["need.when-overdue"]),
        (DueTime("overdue", day=MARCH), WORDS("need.when-overdue-day", day=day(MARCH, WORDS))),
        (DueTime("in-force", day=MARCH), WORDS("need.when-in-force-day", day=day(MARCH, WORDS))),
        (DueTime("deadline", day=MARCH), WORDS("need.when-deadline-day", day=day(MARCH, WORDS))),
        (DueTime("deadline", months=3), WORDS.count("need.within", 3)),
        (DueTime("past", day=MARCH), WORDS("need.when-past-day", day=day(MARCH, WORDS))),
        (DueTime("past", months=0), WORDS["need.when-past"]),
        (DueTime("before", event="you go"), WORDS("need.before", event="you go")),
        (DueTime("none"), WORDS["need.no-date-contract"]),
        (DueTime("none", says="With the form"), "With the form"),
    ],
)
def test_a_time_is_told_as_what_it_is(due: DueTime, said: str) -> None:
    assert when(due) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (DueTime("before", event="you go"), WORDS("need.inside-before", event="you go")),
        (DueTime("deadline", months=3), WORDS.count("need.inside-within", 3)),
        (DueTime("deadline", day=MARCH), WORDS("need.inside-deadline", day=day(MARCH, WORDS))),
        (DueTime("past", months=0), ""),
        (DueTime("none"), ""),
    ],
)
def test_inside_a_sentence_a_time_has_words_of_its_own(due: DueTime, said: str) -> None:
    assert TIMING.inside(due) == said


def test_a_day_is_told_with_how_far_away_it_is() -> None:
    assert TIMING.note(DueTime("deadline", day=MARCH)) == WORDS.count("need.in-months", 2)
    assert TIMING.note(DueTime("deadline", day=TODAY + timedelta(3))) == ""
    assert TIMING.note(DueTime("deadline", months=3)) == ""
    assert TIMING.note(DueTime("past", day=TODAY - timedelta(60))) == ""


@pytest.mark.parametrize(
    ("months", "day_"),
    [(1, date(2027, 2, 28)), (3, date(2027, 4, 30)), (12, date(2028, 1, 31)), (13, date(2028, 2, 29))],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(months: int, day_: date) -> None:
    assert months_later(date(2027, 1, 31), months) == day_
