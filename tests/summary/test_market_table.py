"""Why, by market: a row for each place, and no column for a standard of which no place asks anything."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.assessment.assessment import Assessment
from advisor.rules.model import Answers
from advisor.summary.market_table import MarketTable, market_table, wish_of
from advisor.summary.summarise import summarise
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content

DAY = date(2026, 11, 29)


def table(answers: Answers) -> MarketTable:
    made = Assessment(content(), DAY, answers)
    return market_table(made, summarise(made))


@pytest.mark.parametrize("answers", [BOOKKEEPER, ECG_START_UP, MANY_MARKETS])
def test_every_standard_near_the_company_is_a_column_or_a_line(answers: Answers) -> None:
    told = table(answers)
    assert len(told.standards) + len(told.left_out) == len(Assessment(content(), DAY, answers).near)


def test_every_market_has_a_row_with_a_cell_a_column() -> None:
    told = table(MANY_MARKETS)
    names = {row.name for row in told.rows}
    assert {content().ruleset.jurisdictions[market].name for market in MANY_MARKETS["markets"]} <= names
    assert all([cell.standard for cell in row.cells] == list(told.standards) for row in told.rows)


def test_what_asks_for_nothing_has_no_table() -> None:
    assert table(BOOKKEEPER).rows == ()


def test_a_cell_with_another_certificate_names_it() -> None:
    made = Assessment(content(), DAY, MANY_MARKETS)
    needed = {certificate.name for certificate, _ in made.recommendation.certificates}
    cells = [cell for row in table(MANY_MARKETS).rows for cell in row.cells]
    assert all(any(name in cell.headline for cell in cells) for name in needed)


def test_each_level_that_asks_is_drawn_as_who_stands_behind_it() -> None:
    for basis in content().ruleset.bases:
        assert (wish_of(basis) == "none") == (not basis.asks)
