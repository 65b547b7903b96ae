"""Every level of a verdict in the real content is said in every form of the document and drawn in every picture."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import get_args

import pytest
from jinja2 import UndefinedError

from advisor.assessment.assessment import Assessment
from advisor.content.library import ROOT
from advisor.rules.basis import Basis, Sign
from advisor.screen.drawing import markup
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.balance import Balance, Ground, Grounds
from advisor.summary.formats.document import FORMS, Document, Form
from advisor.summary.summarise import summarise
from advisor.summary.world_map import World, worlds
from advisor.verdicts.matrix import Cell, Row
from tests.support.document_text import text_of
from tests.support.examples import load_visits
from tests.support.pdf_reading import flat
from tests.support.visitor import ECG_START_UP, content

BASES = content().ruleset.bases
DAY = date(2026, 11, 23)


@cache
def somebody_with(basis: Basis) -> Assessment:
    """The first example that is certain to get it."""
    for example in load_visits(ROOT, content().ruleset):
        made = Assessment(content(), DAY, example.answers)
        if any(verdict.basis == verdict.at_most == basis for verdict in made.recommendation.verdicts.values()):
            return made
    raise AssertionError(f"no example gets {basis}")


def map_of(basis: Basis) -> World:
    made = Assessment(content(), DAY, ECG_START_UP)
    cell = Cell(basis, basis, (), (), (), reported=False, reported_at_most=False)
    row = Row(made.rules.jurisdictions["eu"], {standard.id: cell for standard in made.rules.standards})
    return worlds(replace(made.recommendation, matrix=(row,)), content().words)[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("basis", BASES, ids=str)
def test_a_document_says_it_in_words(basis: Basis, form: Form) -> None:
    made = somebody_with(basis)
    written = Document(in_full(summarise(made), made), content(), record_of(made)).written(form)
    assert flat(content().words[f"basis.{basis}"]) in flat(text_of(form, written))


@pytest.mark.parametrize("basis", BASES, ids=str)
def test_the_data_of_a_document_name_it_by_its_id(basis: Basis) -> None:
    made = somebody_with(basis)
    written = json.loads(Document(in_full(summarise(made), made), content(), record_of(made)).written("json"))
    assert basis.id in {verdict["basis"] for verdict in written["verdicts"]}
    assert basis.id in {verdict["basis"] for verdict in written["seal"]["record"]["verdicts"].values()}


def test_each_has_a_sign_and_a_pattern_of_its_own_on_the_map() -> None:
    words = content().words
    drawn = [
        markup.markup("world", world=map_of(basis), say=words).replace(basis.id, "").replace(basis.colour, "")
        for basis in BASES
    ]
    signs = {picture.partition('class="sign ')[2].partition("/>")[0].partition("<path")[2] for picture in drawn}
    patterns = {picture.partition("<pattern")[2].partition("</pattern>")[0] for picture in drawn}
    assert len(signs) == len(patterns) == len(BASES)


@pytest.mark.parametrize("sign", get_args(Sign))
def test_every_sign_that_may_be_written_is_drawn(sign: Sign) -> None:
    markup.markup("balance", balance=_balance(sign), say=content().words)


def test_a_sign_that_nobody_drew_is_never_left_out_in_silence() -> None:
    with pytest.raises(UndefinedError):
        markup.markup("balance", balance=_balance("spiral"), say=content().words)


def _balance(sign: str) -> Balance:
    basis = BASES[-1].model_copy(update={"sign": sign})
    return Balance("x", "X", (Grounds(basis, "By law", (Ground("Here", "So.", "", ""),)),), ())
