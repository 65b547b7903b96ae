"""A level of a verdict is rows, words and pages: one more is added to invented content, and everything knows it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from advisor.assessment.assessment import Assessment
from advisor.check.report import check
from advisor.content.library import Content, load
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.formats.document import FORMS, Document, Form
from advisor.summary.market_table import market_table
from advisor.summary.summarise import summarise
from tests.support import new_basis
from tests.support.document_text import text_of
from tests.support.pdf_reading import flat

REPOSITORY = Path(__file__).resolve().parents[2]
DAY = date.fromisoformat(new_basis.DAY)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_basis.write(tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="module")
def content(root: Path) -> Content:
    return load(root)


@pytest.fixture(scope="module")
def made(content: Content) -> Assessment:
    return Assessment(content, DAY, new_basis.ANSWERS)


def run(root: Path, *command: str, given: str = "") -> str:
    environment = os.environ | {"ADVISOR_CONTENT": str(root)}
    done = subprocess.run(
        [sys.executable, *command],
        input=given,
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_a_verdict_between_its_neighbours(made: Assessment) -> None:
    basis = made.recommendation.verdicts["sail"].basis
    ranks = {b.id: b.rank for b in made.content.ruleset.bases}
    assert basis.id == new_basis.ID
    assert ranks["commercial"] < basis.rank < ranks["contractual"]


def test_the_check_finds_nothing_that_it_did_not_find_before(root: Path) -> None:
    assert {problem.rule for problem in check(root, DAY).problems} <= {"unused-verdict"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_document_says_it(made: Assessment, form: Form) -> None:
    summary = in_full(summarise(made), made)
    written = Document(summary, made.content, record_of(made)).written(form)
    text = flat(text_of(form, written))
    for said in (new_basis.HEADLINE, new_basis.DUTY):
        assert flat(said) in text


def test_the_page_for_the_browser_gives_it_its_colour(made: Assessment) -> None:
    page = Document(in_full(summarise(made), made), made.content, record_of(made)).written("html").decode()
    assert f".{new_basis.ID} {{ --colour: {new_basis.COLOUR} }}" in page


def test_the_table_by_market_draws_it_as_what_it_is(made: Assessment) -> None:
    rows = market_table(made, summarise(made)).rows
    cells = [cell for row in rows for cell in row.cells if cell.headline == new_basis.HEADLINE]
    assert {(cell.wish, cell.half) for cell in cells} == {("contract", True)}


def test_the_command_line_prints_it(root: Path) -> None:
    printed = run(
        root, "-m", "advisor", "assess", "-", "--json", "--on", new_basis.DAY, given=json.dumps(new_basis.ANSWERS)
    )
    assert json.loads(printed)["verdicts"]["sail"]["basis"] == new_basis.ID


def test_the_pages_show_it(root: Path) -> None:
    seen = json.loads(run(root, "-m", "tests.screens.visit_of_new_basis"))
    badge = f":{new_basis.BADGE}-badge[{new_basis.HEADLINE}]"
    assert badge in seen["statement"]
    assert new_basis.HEADLINE in seen["recommendation"]
    assert new_basis.DUTY in seen["recommendation"]
    assert any(new_basis.HEADLINE in options for options in seen["choices"])
