"""The recommendation on the screen: every verdict with its reasons, nothing that a visitor typed as markup."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from advisor.assessment.assessment import Assessment
from advisor.check.solver.prover import Prover
from advisor.content.proof_record import ProofRecord
from advisor.screen import content as library
from advisor.screen.drawing import charts
from advisor.screen.recommendation import what_would_change
from advisor.verdicts.verdict import judge
from advisor.whatif.lever_search import levers
from tests.screens.walker import open_page, sound
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of
from tests.support.wording import says

CASES = [BOOKKEEPER, ECG_START_UP, MANY_MARKETS]


@pytest.mark.parametrize("answers", CASES)
def test_each_verdict_shows_its_headline_and_its_provision(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_page("recommendation", link_of(answers))
    text = "\n".join(element.value for element in at.markdown)
    for standard in content().ruleset.standards:
        assert standard.name in text
    assert says(text, content().words, "result.checked")
    assert "https://" in text


def test_without_answers_the_page_leads_to_the_questions() -> None:
    at = open_page("recommendation")
    assert content().words["result.nothing-yet"] in [info.value for info in at.info]


def test_an_unfinished_assessment_says_so() -> None:
    at = open_page("recommendation", link_of({"sectors": ("services",)}))
    assert content().words["result.unfinished"] in [warning.value for warning in at.warning]


def test_the_range_of_an_open_answer_is_shown_with_whom_to_ask() -> None:
    at = open_page("recommendation", link_of({**ECG_START_UP, "medical-status": ("unsure",)}))
    text = "\n".join(element.value for element in at.markdown)
    assert content().words["result.open"] in [header.value for header in at.header]
    question = content().ruleset.question("medical-status")
    assert question
    unsure = question.option("unsure")
    assert unsure
    assert content().words("result.open-ask", whom=unsure.ask_whom) in text.replace("\\", "")


def test_the_picture_has_a_text_alternative_with_every_market() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    chart = at.get("plotly_chart")[-1]
    for market in MANY_MARKETS["markets"]:
        assert content().ruleset.jurisdictions[market].name in chart.proto.alt
    assert json.loads(chart.proto.spec)["data"], "the picture draws nothing"
    assert charts.SYMBOLS[0] != charts.SYMBOLS[1]


def offered(at: AppTest) -> list[Button]:
    return [button for button in at.button if (button.key or "").startswith("try-")]


@pytest.mark.parametrize("answers", CASES)
def test_of_each_kind_of_change_only_a_few_are_shown_at_once(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_page("recommendation", link_of(answers))
    rules = content().ruleset.on(library.today())
    kinds = Counter((lever.standard.id, lever.controlled_by) for lever in levers(rules, answers))
    assert len(offered(at)) == sum(min(count, what_would_change.SHOWN[kind]) for (_, kind), count in kinds.items())


def test_what_it_takes_names_the_document_of_each_figure_and_marks_estimates() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    table = next(m.value for m in at.markdown if m.value.startswith(f"| {content().words['document.figure']} |"))
    rows = table.splitlines()[2:]
    assert {row.split("|")[1].strip() for row in rows} >= {
        content().words[f"effort.{key}"] for key in ("initial", "surveillance", "recertification", "months")
    }
    assert all("[" in row for row in rows), "a figure without a document"
    assert all(content().words["effort.estimate"] in row for row in rows if content().words["effort.months"] in row)
    assert content().words["document.no-rate"] in "\n".join(m.value for m in at.markdown).replace("\\", "")


def test_a_deadline_that_cannot_be_met_is_said_plainly_with_what_to_do() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    sound(at.date_input(key="visit.deadline").set_value(library.today() + timedelta(days=30)).run())
    assert [w.value for w in at.warning if says(w.value, content().words, "roadmap.missed")]
    assert content().words["roadmap.remedies"] in "\n".join(m.value for m in at.markdown)


def test_a_rate_gives_a_range_of_money_and_none_is_guessed() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    at.number_input(key="visit.rate-low").set_value(1000)
    sound(at.number_input(key="visit.rate-high").set_value(1500).run())
    text = "\n".join(m.value for m in at.markdown).replace("\\", "")
    assert content().words("effort.range", low="3\u2009500", high="6\u2009750") in text
    assert content().words["document.no-rate"] not in text


def test_where_nothing_is_suggested_nothing_is_priced() -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    assert content().words["effort.title"] not in [header.value for header in at.header]


@pytest.mark.parametrize("answers", CASES)
def test_a_trial_shows_what_would_be_and_touches_nothing(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_page("recommendation", link_of(answers))
    rules, words, address = content().ruleset.on(library.today()), content().words, at.query_params["a"]
    for key in [button.key for button in offered(at)][:3]:
        sound(at.button(key=key).click().run())
        offers = what_would_change.ordered(Assessment(content(), library.today(), answers))
        lever = next(offer.lever for offer in offers if offer.name == key)
        table = next(m.value for m in at.markdown if m.value.startswith(f"| {words['document.standard']} |"))
        for standard, verdict in judge(rules, lever.apply(answers)).verdicts.items():
            row = next(line for line in table.splitlines() if line.startswith(f"| {verdict.standard.name} |"))
            turned = verdict.basis != judge(rules, answers).verdicts[standard].basis
            assert not turned or words[f"basis.{verdict.basis}"] in row
        assert words["lever.trial-hint"] in [info.value for info in at.info]
        assert at.query_params["a"] == address
        sound(at.button(key="trial-end").click().run())
        assert words["lever.trial-hint"] not in [info.value for info in at.info]


@pytest.mark.parametrize("name", ["<b>Acme</b>", "**Acme** [x](javascript:alert(1))", "مثال 🙂 Acme", "A" * 10_000])
def test_a_hostile_company_name_breaks_nothing(name: str) -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    sound(at.text_input(key="visit.company").set_value(name).run())


@pytest.mark.parametrize("holds", [True, False])
def test_the_small_print_says_whether_this_content_was_proven_and_proves_nothing_itself(
    holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = dict.fromkeys(("questions", "obligations", "notes", "sources", "examples", "groups"), 7)
    known = content().hash if holds else "0" * 64
    proven = ProofRecord.model_validate({"content": known, "day": library.today(), "proofs": 4567, **counts})
    monkeypatch.setattr(library, "content", lambda: replace(content(), proven=proven))
    monkeypatch.setattr(Prover, "__init__", lambda *_: pytest.fail("the page runs a proof"))
    at = open_page("recommendation", link_of(BOOKKEEPER))
    text = "\n".join(element.value for element in at.markdown).replace("\\", "")
    assert says(text, content().words, "result.proven") == holds
    assert says(text, content().words, "result.not-proven") != holds
    assert content().words["result.proven-limits"] in text
