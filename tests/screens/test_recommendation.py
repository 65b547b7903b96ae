"""The recommendation on the screen: every verdict with its reasons, nothing that a visitor typed as markup."""

from __future__ import annotations

import json

import pytest

from advisor.screen import charts
from tests.screens.walker import open_page, sound
from tests.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of

CASES = [BOOKKEEPER, ECG_START_UP, MANY_MARKETS]


@pytest.mark.parametrize("answers", CASES)
def test_each_verdict_shows_its_headline_and_its_provision(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_page("recommendation", link_of(answers))
    text = "\n".join(element.value for element in at.markdown)
    for standard in content().ruleset.standards:
        assert standard.name in text
    assert "checked 2026" in text
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
    assert "Ask: the person who writes" in text.replace("\\", "")


def test_the_picture_has_a_text_alternative_with_every_market() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    chart = at.get("plotly_chart")[0]
    for market in ("European Union", "Great Britain", "United States", "Canada", "Malaysia"):
        assert market in chart.proto.alt
    assert json.loads(chart.proto.spec)["data"], "the picture draws nothing"
    assert charts.SYMBOLS[0] != charts.SYMBOLS[1]


@pytest.mark.parametrize("name", ["<b>Acme</b>", "**Acme** [x](javascript:alert(1))", "مثال 🙂 Acme", "A" * 10_000])
def test_a_hostile_company_name_breaks_nothing(name: str) -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    sound(at.text_input(key="visit.company").set_value(name).run())
