"""What would change a verdict: the changes found, who controls them, and how they read."""

from __future__ import annotations

from dataclasses import replace

from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.summary.lever_wording import grouped
from advisor.whatif.lever_search import Lever, levers
from tests.support.invented import obligation, option, question, rules
from tests.support.invented_words import WORDS


def controlled(by: str, asked: Question) -> Question:
    return asked.model_copy(update={"controlled_by": by})


HARBOUR = rules(
    controlled("company", question("waters", "coast", "sea", "ice", "none", kind="many")),
    controlled("law", question("tonnage", "small", "big", "unsure", ask_if={"waters": "sea"})),
    controlled("customer", question("charter", "asks", "silent")),
    obligation("sea-law", "legal-certificate", {"tonnage": "big"}),
    obligation("clause", "contractual", {"charter": "asks"}),
    obligation("habit", "commercial", {"waters": "coast"}),
    obligation("north", "legal-qms", {"waters": {"all_of": ["coast", "ice"]}}),
)


def found(ruleset: Ruleset, answers: dict[str, tuple[str, ...]], standard: str = "keel") -> list[Lever]:
    return [lever for lever in levers(ruleset, answers) if lever.standard.id == standard]


def edits(lever: Lever) -> dict[str, tuple[str, ...]]:
    return {edit.question.id: edit.after for edit in lever.edits}


AT_HOME = {"waters": ("coast",), "charter": ("silent",)}


def test_an_added_option_that_raises_the_verdict_is_a_lever_of_the_company() -> None:
    lever = next(v for v in found(HARBOUR, AT_HOME) if str(v.reached) == "legal-qms")
    assert edits(lever) == {"waters": ("coast", "ice")}
    assert (lever.effect, lever.controlled_by, lever.steps) == ("raises", "company", 1)


def test_a_changed_answer_is_a_lever_of_the_customer() -> None:
    lever = next(v for v in found(HARBOUR, AT_HOME) if str(v.reached) == "contractual")
    assert edits(lever) == {"charter": ("asks",)}
    assert lever.controlled_by == "customer"


def test_an_edit_that_opens_a_question_says_what_it_could_become_and_names_the_question() -> None:
    lever = next(v for v in found(HARBOUR, AT_HOME) if v.effect == "may-raise")
    assert edits(lever) == {"waters": ("coast", "sea")}
    assert str(lever.reached) == "legal-certificate"
    assert [asked.id for asked in lever.opens] == ["tonnage"]


def test_two_edits_are_named_where_no_single_one_leads_there_and_the_harder_one_controls() -> None:
    lever = next(v for v in found(HARBOUR, AT_HOME) if v.steps == 2 and str(v.reached) == "legal-certificate")
    assert edits(lever) == {"waters": ("coast", "sea"), "tonnage": ("big",)}
    assert lever.controlled_by == "law"


def test_taking_back_the_last_option_means_answering_none_of_these_or_another() -> None:
    falls = [edits(v)["waters"] for v in found(HARBOUR, AT_HOME) if str(v.reached) == "not-needed"]
    assert ("none",) in falls
    assert () not in falls


def test_none_of_these_is_no_lever_where_taking_back_one_option_is_enough() -> None:
    north = {**AT_HOME, "waters": ("coast", "ice")}
    lowest = [edits(v) for v in found(HARBOUR, north) if str(v.reached) == "not-needed"]
    assert lowest == [{"waters": ("ice",)}]


def test_nobody_unlearns_an_answer() -> None:
    assert all("unsure" not in after for v in found(HARBOUR, AT_HOME) for after in edits(v).values())


def test_an_option_that_is_not_on_offer_is_no_lever() -> None:
    hidden = rules(
        question("waters", "coast", "sea"),
        question("flag", "ours", option("theirs", show_if={"waters": "sea"})),
        obligation("foreign", "contractual", {"flag": "theirs"}),
    )
    assert all(v.steps == 2 for v in found(hidden, {"waters": ("coast",), "flag": ("ours",)}))
    assert found(hidden, {"waters": ("sea",), "flag": ("ours",)})[0].steps == 1


def test_answers_that_a_lever_sets_aside_are_named() -> None:
    at_sea = {"waters": ("sea",), "tonnage": ("big",), "charter": ("silent",)}
    lever = next(v for v in found(HARBOUR, at_sea) if edits(v) == {"waters": ("coast",)})
    assert lever.set_aside == ("tonnage",)


def test_the_easiest_to_move_come_first() -> None:
    order = ["company", "customer", "law", "fact"]
    places = [order.index(v.controlled_by) for v in levers(HARBOUR, AT_HOME)]
    assert places == sorted(places)


def test_levers_read_as_sentences_grouped_by_who_controls_them() -> None:
    groups = grouped(levers(HARBOUR, AT_HOME), "keel", WORDS)
    assert [group.controlled_by for group in groups] == ["company", "customer", "law"]
    sentences = [lever.sentence for group in groups for lever in group.levers]
    assert "lever.instead-certain Asks basis.contractual Silent charter? Keel" in sentences
    assert len(set(sentences)) == len(sentences)


def reaching(confidence: str) -> list[str]:
    heard = [o.model_copy(update={"confidence": confidence}) if o.id == "clause" else o for o in HARBOUR.obligations]
    ruleset = replace(HARBOUR, obligations=tuple(heard))
    groups = grouped(levers(ruleset, AT_HOME), "keel", WORDS)
    return [lever.sentence for group in groups for lever in group.levers if str(lever.reached) == "contractual"]


def test_what_a_lever_reaches_only_by_hearsay_is_told_as_reported() -> None:
    reported = WORDS.basis("contractual", reported=True)
    assert all(reported in sentence for sentence in reaching("low"))
    assert all("basis.contractual" in sentence and reported not in sentence for sentence in reaching("high"))
    assert len(reaching("low")) == len(reaching("high")) > 0


def test_a_lever_is_tried_beside_the_answers_and_going_back_is_keeping_them() -> None:
    lever = grouped(levers(HARBOUR, AT_HOME), "keel", WORDS)[0].levers[0]
    before = dict(AT_HOME)
    assert {**AT_HOME, **lever.answers} != AT_HOME
    assert before == AT_HOME
