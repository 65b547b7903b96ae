"""Every level of a verdict in the real content is said in every form of the document."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from advisor.assessment.assessment import Assessment
from advisor.content.library import ROOT
from advisor.rules.basis import Basis
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.formats.document import FORMS, Document, Form
from advisor.summary.summarise import summarise
from tests.support.document_text import text_of
from tests.support.examples import load_visits
from tests.support.pdf_reading import flat
from tests.support.visitor import content

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


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("basis", BASES, ids=str)
def test_a_document_says_it_in_words(basis: Basis, form: Form) -> None:
    """Of what nobody asks for, in the one line about it."""
    made = somebody_with(basis)
    summary = in_full(summarise(made), made)
    assert summary.answer
    said = content().words[f"basis.{basis}"] if basis.asks else summary.answer.not_needed
    assert flat(said) in flat(text_of(form, Document(summary, content(), record_of(made)).written(form)))


@pytest.mark.parametrize("basis", BASES, ids=str)
def test_the_data_of_a_document_name_it_by_its_id(basis: Basis) -> None:
    made = somebody_with(basis)
    written = json.loads(Document(in_full(summarise(made), made), content(), record_of(made)).written("json"))
    assert basis.id in {verdict["basis"] for verdict in written["verdicts"]}
    assert basis.id in {verdict["basis"] for verdict in written["seal"]["record"]["verdicts"].values()}
