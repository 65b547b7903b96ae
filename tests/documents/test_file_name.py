"""A file says by its name what it is, for whom and of which day, in characters that every system takes."""

from __future__ import annotations

import re

import pytest

from advisor.summary.briefing import Briefing
from tests.documents.test_summary_pdf import NAMES
from tests.support.invented_words import WORDS
from tests.support.sample_summary import sample, sample_document


def test_it_names_product_company_and_day() -> None:
    told = {"product": "certification-advisor", "company": "adria-cardio-d-o-o", "date": "2026-11-22"}
    assert sample_document(sample()).name == WORDS("document.file-name-company", **told)


def test_without_a_company_it_names_product_and_day() -> None:
    told = {"product": "certification-advisor", "date": "2026-11-22"}
    assert sample_document(sample(company="")).name == WORDS("document.file-name", **told)


def test_the_consultants_paper_has_a_name_of_its_own() -> None:
    private = Briefing(title="Only for us", warning="Not for the client.", parts=())
    assert sample_document(sample(), briefing=private).name != sample_document(sample()).name


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_company_leaves_a_safe_and_short_name(name: str) -> None:
    made = sample_document(sample(company=name)).name
    own = made.removeprefix("document.file-name-company").removeprefix("document.file-name")
    assert re.fullmatch(r"[a-z0-9 -]{1,120}", own)
