"""A level of a verdict is rows, words and pages: one more is added to invented content, and everything knows it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from advisor.assessment.assessment import Assessment
from advisor.check.report import check
from advisor.content.library import Content, load
from advisor.screen.drawing import markup
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.balance import balances
from advisor.summary.formats.document import FORMS, Document, Form
from advisor.summary.summarise import summarise
from advisor.summary.world_map import worlds
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
    for said in (new_basis.HEADLINE, new_basis.DUTY, new_basis.DO.format(standard="Sail"), new_basis.PAGE):
        assert flat(said) in text


def test_the_page_for_the_browser_gives_it_its_colour(made: Assessment) -> None:
    page = Document(in_full(summarise(made), made), made.content, record_of(made)).written("html").decode()
    assert f".{new_basis.ID} {{ --colour: {new_basis.COLOUR} }}" in page


def test_the_pictures_draw_it_with_its_sign_and_colour(made: Assessment) -> None:
    words = made.content.words
    [world] = [world for world in worlds(made.recommendation, words) if world.standard == "sail"]
    [balance] = [b for b in balances(made.recommendation, made.rules, words) if b.standard == "sail"]
    shape = re.findall(rf'"{new_basis.SIGN}": "(.+)"', (markup.DRAWINGS / "signs.html").read_text("utf-8"))[0]
    for drawn in (markup.markup("world", world=world, say=words), markup.markup("balance", balance=balance, say=words)):
        assert shape in drawn
        assert f"--c: {new_basis.COLOUR}" in drawn
        assert new_basis.DUTY in drawn or new_basis.HEADLINE in drawn


def test_the_command_line_prints_it(root: Path) -> None:
    printed = run(
        root, "-m", "advisor", "assess", "-", "--json", "--on", new_basis.DAY, given=json.dumps(new_basis.ANSWERS)
    )
    assert json.loads(printed)["verdicts"]["sail"]["basis"] == new_basis.ID


def test_the_pages_show_it(root: Path) -> None:
    seen = json.loads(run(root, "-m", "tests.screens.visit_of_new_basis"))
    badge = f":{new_basis.BADGE}-badge[{new_basis.HEADLINE}]"
    assert badge in seen["recommendation"]
    assert badge in seen["statement"]
    assert new_basis.DO.format(standard="Sail") in seen["recommendation"]
    assert any(new_basis.HEADLINE.replace(" ", "<br>") in picture for picture in seen["pictures"])
    assert any(new_basis.HEADLINE in options for options in seen["choices"])
