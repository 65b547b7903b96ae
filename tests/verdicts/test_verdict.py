"""One case judged: verdicts, reasons, ranges, the matrix, and what "I don't know" leaves open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from advisor.reading.record import Record
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import Recommendation, Verdict, judge
from tests.support.invented import BASES, jurisdiction, note, obligation, option, question, rules

WATERS = question("waters", "coast", "river", "sea", "none", "unsure", kind="many")
CREW = question("crew", "alone", "pair", "many", option("unsure", ask_whom="the mate"))
LENGTH = question("length", "short", "long", "unsure")
CARGO = question("cargo", "fish", "gold", "unsure", ask_if={"crew": "many"})
QUESTIONS = (WATERS, CREW, LENGTH, CARGO)
Given = dict[str, tuple[str, ...]]


def keel(ruleset: Ruleset, **answers: tuple[str, ...]) -> Verdict:
    return judge(ruleset, answers).verdicts["keel"]


def decided_by(verdict: Verdict) -> list[str]:
    return [finding.obligation.id for finding in verdict.decided_by]


def also(verdict: Verdict) -> list[str]:
    return [finding.obligation.id for finding in verdict.also]


def bounds(verdict: Verdict) -> tuple[str, str]:
    return str(verdict.basis), str(verdict.at_most)


def row(recommendation: Recommendation, name: str) -> Any:
    return next(row for row in recommendation.matrix if row.jurisdiction.id == name)


def test_without_a_finding_nothing_is_needed() -> None:
    verdict = keel(rules(*QUESTIONS), crew=("many",))
    assert bounds(verdict) == ("not-needed", "not-needed")
    assert (verdict.decided_by, verdict.also, verdict.reported) == ((), (), False)


def test_every_standard_has_a_verdict_of_its_own() -> None:
    verdicts = judge(rules(obligation("a", "contractual"), obligation("b", "commercial", standard="sail")), {}).verdicts
    assert {name: str(verdict.basis) for name, verdict in verdicts.items()} == {
        "keel": "contractual",
        "sail": "commercial",
    }


@pytest.mark.parametrize("order", [1, -1])
def test_the_strongest_wins_and_the_weaker_stay_as_also(order: int) -> None:
    findings = [obligation(str(basis), str(basis)) for basis in BASES][::order]
    verdict = keel(rules(*findings))
    assert str(verdict.basis) == "legal-certificate"
    assert decided_by(verdict) == ["legal-certificate"]
    assert also(verdict) == ["legal-qms", "contractual", "contractual-qms", "commercial", "not-needed"]


def test_all_of_the_strongest_decide_in_file_order() -> None:
    verdict = keel(rules(obligation("b", "legal-qms"), obligation("x"), obligation("a", "legal-qms")))
    assert decided_by(verdict) == ["b", "a"]
    assert also(verdict) == ["x"]


def test_what_is_well_known_comes_before_what_is_only_reported() -> None:
    verdict = keel(rules(obligation("rumour", confidence="low"), obligation("law", confidence="medium")))
    assert decided_by(verdict) == ["law", "rumour"]
    assert not verdict.reported


def test_a_verdict_is_reported_if_only_reports_decide_it() -> None:
    ruleset = rules(obligation("rumour", "legal-certificate", confidence="low"), obligation("law", "legal-qms"))
    assert keel(ruleset).reported
    cell = row(judge(ruleset, {}), "coast").cells["keel"]
    assert (str(cell.basis), cell.reported) == ("legal-certificate", True)


HEARSAY = rules(CREW, obligation("rumour", "legal-certificate", {"crew": "many"}, confidence="low"))


def test_what_an_open_answer_could_bring_is_reported_if_only_reports_could_bring_it() -> None:
    verdict = keel(HEARSAY)
    assert (verdict.reported, verdict.reported_at_most) == (False, True)
    cell = row(judge(rules(*HEARSAY.questions, *HEARSAY.obligations, obligation("x")), {}), "coast").cells["keel"]
    assert (cell.reported, cell.reported_at_most) == (False, True)


def test_what_an_open_answer_could_bring_is_confirmed_if_one_rule_is() -> None:
    law = obligation("law", "legal-certificate", {"crew": "many"})
    assert not keel(rules(*HEARSAY.questions, *HEARSAY.obligations, law)).reported_at_most


def test_what_is_overridden_is_no_finding() -> None:
    ruleset = rules(
        CREW,
        obligation("general", "legal-qms"),
        obligation("exempt", "not-needed", when={"crew": "alone"}, overrides=["general"]),
    )
    assert bounds(keel(ruleset, crew=("alone",))) == ("not-needed", "not-needed")
    assert keel(ruleset, crew=("alone",)).findings[0].obligation.id == "exempt"
    assert decided_by(keel(ruleset, crew=("many",))) == ["general"]


RANGE = rules(
    *QUESTIONS,
    obligation("sure", "commercial", when={"length": "long"}),
    obligation("lamp", "legal-qms", when={"crew": "many"}),
    obligation("chest", "legal-certificate", when={"cargo": "gold"}),
)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ("not-needed", "legal-certificate")),
        ({"length": ("long",)}, ("commercial", "legal-certificate")),
        ({"length": ("long",), "crew": ("unsure",)}, ("commercial", "legal-certificate")),
        ({"length": ("long",), "crew": ("alone",)}, ("commercial", "commercial")),
        ({"length": ("unsure",), "crew": ("alone",)}, ("not-needed", "commercial")),
        ({"crew": ("many",), "cargo": ("unsure",)}, ("legal-qms", "legal-certificate")),
        ({"crew": ("many",), "cargo": ("fish",)}, ("legal-qms", "legal-qms")),
        ({"crew": ("alone",), "cargo": ("gold",), "length": ("short",)}, ("not-needed", "not-needed")),
    ],
)
def test_not_knowing_gives_a_range(answers: Given, expected: tuple[str, str]) -> None:
    assert bounds(keel(RANGE, **answers)) == expected


CLASSES = (
    obligation("general", "legal-qms"),
    obligation("small", "legal-qms", when={"length": "short"}, overrides=["general"]),
    obligation("large", "legal-certificate", when={"length": "long"}, overrides=["general"]),
)


def test_not_knowing_which_stronger_rule_applies_leaves_the_general_one() -> None:
    verdict = keel(rules(*QUESTIONS, *CLASSES), length=("unsure",))
    assert bounds(verdict) == ("legal-qms", "legal-certificate")
    assert decided_by(verdict) == ["general"]
    cell = row(judge(rules(*QUESTIONS, *CLASSES), {"length": ("unsure",)}), "coast").cells["keel"]
    assert (str(cell.basis), str(cell.at_most)) == ("legal-qms", "legal-certificate")


def test_not_knowing_whether_an_exemption_applies_leaves_nothing_certain() -> None:
    exempt = obligation("exempt", "not-needed", when={"crew": "alone"}, overrides=["general", "small", "large"])
    ruleset = rules(*QUESTIONS, *CLASSES, exempt)
    assert bounds(keel(ruleset, length=("unsure",), crew=("unsure",))) == ("not-needed", "legal-certificate")
    assert bounds(keel(ruleset, length=("short",), crew=("unsure",))) == ("not-needed", "legal-qms")
    assert bounds(keel(ruleset, length=("unsure",), crew=("many",))) == ("legal-qms", "legal-certificate")


def test_an_exemption_from_the_stronger_rule_alone_leaves_its_own_basis() -> None:
    ruleset = rules(
        *QUESTIONS, *CLASSES, obligation("eased", "contractual", when={"crew": "alone"}, overrides=["large"])
    )
    assert bounds(keel(ruleset, length=("unsure",), crew=("unsure",))) == ("not-needed", "legal-certificate")
    assert bounds(keel(ruleset, length=("long",), crew=("unsure",))) == ("not-needed", "legal-certificate")
    assert bounds(keel(ruleset, length=("long",), crew=("alone",))) == ("contractual", "contractual")


def test_a_rule_about_another_standard_that_overrides_leaves_nothing_certain() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("general", "legal-qms"),
        obligation("other", "legal-qms", when={"length": "long"}, standard="sail", overrides=["general"]),
    )
    assert bounds(keel(ruleset, length=("unsure",))) == ("not-needed", "legal-qms")


def test_a_certificate_that_may_be_overridden_is_not_named_for_certain() -> None:
    ruleset = rules(
        *QUESTIONS,
        obligation("general", "legal-qms", certificate="badge"),
        obligation("special", "legal-qms", when={"length": "long"}, overrides=["general"]),
    )
    assert not judge(ruleset, {"length": ("unsure",)}).certificates
    assert [c.id for c, _ in judge(ruleset, {"length": ("short",)}).certificates] == ["badge"]


def reasons(answers: Given, **condition: Any) -> dict[str, tuple[str, ...]]:
    return keel(rules(*QUESTIONS, obligation("o", **condition)), **answers).decided_by[0].answers


def test_reasons_are_exactly_the_answers_that_made_it_fire() -> None:
    answers: Given = {"waters": ("coast", "sea"), "crew": ("many",), "length": ("long",), "cargo": ("gold",)}
    assert reasons(answers, when={"waters": ["sea", "river"], "crew": "many"}) == {
        "waters": ("sea",),
        "crew": ("many",),
    }


def test_reasons_leave_out_alternatives_that_do_not_hold() -> None:
    answers: Given = {"waters": ("coast",), "crew": ("many",), "length": ("unsure",)}
    parts = [{"crew": ["alone", "pair"]}, {"length": "long"}, {"waters": {"all_of": ["coast"]}}]
    assert reasons(answers, when={"any": parts}) == {"waters": ("coast",)}
    assert reasons(answers, when={"at_least": {"count": 1, "of": parts}}) == {"waters": ("coast",)}


def test_reasons_come_in_asking_order_and_each_once() -> None:
    answers: Given = {"crew": ("many",), "waters": ("coast", "sea")}
    found = reasons(answers, when={"all": [{"crew": "many"}, {"waters": ["sea", "coast"]}, {"waters": "coast"}]})
    assert list(found) == ["waters", "crew"]
    assert sorted(found["waters"]) == ["coast", "sea"]


def test_the_reason_of_none_of_is_what_was_chosen_instead() -> None:
    assert reasons({"waters": ("coast",)}, when={"waters": {"none_of": ["sea"]}}) == {"waters": ("coast",)}


def test_what_did_not_prevent_it_is_no_reason() -> None:
    assert reasons({"crew": ("many",), "length": ("long",)}, when={"crew": "many"}, unless={"length": "short"}) == {
        "crew": ("many",)
    }
    assert reasons({}) == {}


PLACES = (
    jurisdiction("coast", option={"waters": "coast"}),
    jurisdiction("cove", within="coast"),
    jurisdiction("sea", option={"waters": "sea"}),
    jurisdiction("club", settle="false"),
)


def test_the_matrix_has_a_row_for_each_market_chosen() -> None:
    recommendation = judge(rules(*QUESTIONS, *PLACES), {"waters": ("sea", "coast")})
    assert [row.jurisdiction.id for row in recommendation.matrix] == ["coast", "sea"]
    cell = row(recommendation, "sea").cells["sail"]
    assert (cell.basis, cell.at_most, cell.findings, cell.reported) == (None, None, (), False)


def test_the_matrix_has_a_row_wherever_something_is_asked() -> None:
    ruleset = rules(*QUESTIONS, *PLACES, obligation("fee", "commercial", jurisdiction="club"))
    assert [row.jurisdiction.id for row in judge(ruleset, {}).matrix] == ["club"]


def test_a_place_that_asks_nothing_and_was_not_chosen_has_no_row() -> None:
    ruleset = rules(*QUESTIONS, *PLACES, obligation("free", "not-needed", jurisdiction="club"))
    assert not judge(ruleset, {}).matrix
    named = rules(*QUESTIONS, *PLACES, obligation("free", "not-needed", jurisdiction="club", certificate="badge"))
    assert [row.jurisdiction.id for row in judge(named, {}).matrix] == ["club"]


def test_a_cell_holds_what_its_place_says_about_its_standard() -> None:
    ruleset = rules(
        *QUESTIONS,
        *PLACES,
        obligation("mild", "commercial", jurisdiction="coast", certificate="badge"),
        obligation("strict", "legal-qms", jurisdiction="coast"),
        obligation("sails", "contractual", jurisdiction="coast", standard="sail"),
        obligation("deep", "legal-certificate", jurisdiction="sea"),
        obligation("gold", "legal-certificate", jurisdiction="coast", when={"cargo": "gold"}),
    )
    cells = row(judge(ruleset, {"waters": ("coast",), "crew": ("many",), "cargo": ("unsure",)}), "coast").cells
    assert [f.obligation.id for f in cells["keel"].findings] == ["strict", "mild"]
    assert (str(cells["keel"].basis), str(cells["keel"].at_most)) == ("legal-qms", "legal-certificate")
    assert [certificate.id for certificate in cells["keel"].certificates] == ["badge"]
    assert (str(cells["sail"].basis), str(cells["sail"].at_most)) == ("contractual", "contractual")


def test_what_lies_within_another_place_is_shown_in_its_row() -> None:
    ruleset = rules(*QUESTIONS, *PLACES, obligation("local", "legal-qms", jurisdiction="cove"))
    recommendation = judge(ruleset, {})
    assert [row.jurisdiction.id for row in recommendation.matrix] == ["coast"]
    assert str(row(recommendation, "coast").cells["keel"].basis) == "legal-qms"


def test_evidence_stands_in_the_cell_and_decides_nothing() -> None:
    proof = note("proof", when={"waters": "coast"}, kind="evidence", jurisdiction="cove", standards=["keel"])
    ruleset = rules(*QUESTIONS, *PLACES, proof, note("tip", when={"waters": "coast"}, jurisdiction="coast"))
    recommendation = judge(ruleset, {"waters": ("coast",)})
    cells = row(recommendation, "coast").cells
    assert [n.id for n in cells["keel"].evidence] == ["proof"]
    assert not cells["sail"].evidence
    assert cells["keel"].basis is None
    assert [n.id for n in recommendation.notes] == ["proof", "tip"]
    assert str(recommendation.verdicts["keel"].basis) == "not-needed"


def test_a_note_that_is_only_possible_is_not_shown() -> None:
    assert not judge(rules(*QUESTIONS, note("tip", when={"crew": "many"})), {"crew": ("unsure",)}).notes


def test_each_other_certificate_is_named_once_with_its_strongest_finding() -> None:
    ruleset = rules(
        obligation("mild", "commercial", certificate="badge"),
        obligation("strict", "legal-qms", certificate="badge"),
        obligation("other", "contractual", certificate="licence", standard="sail"),
    )
    named = judge(ruleset, {}).certificates
    assert [(c.id, f.obligation.id) for c, f in named] == [("badge", "strict"), ("licence", "other")]


def test_standards_that_something_speaks_for_are_suggested_strongest_first() -> None:
    ruleset = rules(obligation("a", "commercial"), obligation("b", "legal-qms", standard="sail"))
    assert judge(ruleset, {}).suggested == ("sail", "keel")
    assert judge(rules(obligation("a", "not-needed")), {}).suggested == ()


def test_an_open_question_names_whom_to_ask_and_for_which_standards() -> None:
    found = judge(RANGE, {"crew": ("unsure",), "length": ("long",)}).open_questions
    assert [(o.question.id, o.ask_whom, [s.id for s in o.standards]) for o in found] == [("crew", "the mate", ["keel"])]


def test_not_knowing_what_changes_nothing_leaves_nothing_open() -> None:
    assert not judge(RANGE, {"crew": ("many",), "length": ("unsure",), "cargo": ("gold",)}).open_questions


def test_a_question_that_is_still_to_come_is_not_called_open() -> None:
    assert not judge(RANGE, {}).open_questions


def test_not_knowing_what_was_not_asked_leaves_nothing_open() -> None:
    answers: Given = {"crew": ("alone",), "cargo": ("unsure",), "length": ("long",)}
    assert not judge(RANGE, answers).open_questions


def test_an_open_question_for_both_standards_names_both() -> None:
    ruleset = rules(*QUESTIONS, *(obligation(s, when={"crew": "many"}, standard=s) for s in ("sail", "keel")))
    (found,) = judge(ruleset, {"crew": ("unsure",)}).open_questions
    assert [s.id for s in found.standards] == ["keel", "sail"]


def test_it_is_settled_when_the_conversation_is() -> None:
    assert not judge(RANGE, {}).settled
    assert judge(RANGE, {"crew": ("alone",), "length": ("unsure",)}).settled


def test_rules_hold_from_their_first_to_their_last_day() -> None:
    from datetime import date

    ruleset = rules(
        obligation("new", "legal-qms", valid={"from": "2026-03-01"}),
        obligation("old", "contractual", valid={"until": "2026-02-28"}),
        note("coming", valid={"until": "2026-02-28"}),
    )
    before, after = (judge(ruleset.on(date.fromisoformat(day)), {}) for day in ("2026-02-28", "2026-03-01"))
    assert (str(before.verdicts["keel"].basis), str(after.verdicts["keel"].basis)) == ("contractual", "legal-qms")
    assert ([n.id for n in before.notes], after.notes) == (["coming"], ())


def test_judging_twice_gives_equal_results() -> None:
    answers: Given = {"crew": ("unsure",), "length": ("long",), "waters": ("coast",)}
    assert judge(RANGE, answers) == judge(RANGE, answers)


def by_market(*records: Record) -> Ruleset:
    """Each water has a law of its own about keels; about sails nobody expects one."""
    places = [jurisdiction(name, option={"waters": name}) for name in ("coast", "river", "sea")]
    plain = rules(*QUESTIONS, *records, *places, jurisdiction("club", settle="false"))
    keels, sails = plain.standards
    return replace(plain, standards=(keels.model_copy(update={"by_market": True}), sails))


def unresearched(ruleset: Ruleset, standard: str = "keel", **answers: tuple[str, ...]) -> list[str]:
    return [market.id for market in judge(ruleset, answers).verdicts[standard].unresearched]


def test_where_nothing_was_found_about_a_market_nobody_concludes_that_nothing_is_owed() -> None:
    coast = obligation("coast-law", "legal-qms", {"waters": "coast"})
    assert unresearched(by_market(coast), waters=("coast", "sea")) == ["sea"]
    assert unresearched(by_market(coast), "sail", waters=("coast", "sea")) == []


def test_a_market_that_is_said_to_ask_nothing_is_researched() -> None:
    free = obligation("sea-is-free", "not-needed", {"waters": "sea"}, jurisdiction="sea")
    assert unresearched(by_market(free), waters=("sea",)) == []


def test_a_market_that_hangs_on_an_open_answer_is_open_and_not_unresearched() -> None:
    law = obligation("sea-law", "legal-qms", {"waters": "sea", "crew": "many"}, jurisdiction="sea")
    assert unresearched(by_market(law), waters=("sea",), crew=("unsure",)) == []
    assert unresearched(by_market(law), waters=("sea",), crew=("pair",)) == ["sea"]


def test_what_is_needed_nowhere_needs_no_research_in_each_market() -> None:
    nowhere = obligation("no-keel-on-toys", "not-needed", {"length": "short"}, jurisdiction="club")
    assert unresearched(by_market(nowhere), waters=("sea",), length=("short",)) == []
    assert unresearched(by_market(nowhere), waters=("sea",), length=("long",)) == ["sea"]
