"""A document says in which language it is, and writes its dates in that language."""

from __future__ import annotations

import io
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from advisor.content.words import LOCALE, Words
from advisor.summary.formats import html, pdf, word
from advisor.summary.formats.document import Document
from advisor.summary.wording import day
from tests.support.invented_words import WORDS
from tests.support.pdf_reading import pages
from tests.support.sample_summary import sample, sample_document

LANGUAGES = ("de", "fr", "en-GB")


@pytest.fixture(params=LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    made = sample_document(sample())
    content: Any = SimpleNamespace(**vars(made.content) | {"words": Words({**WORDS, LOCALE: request.param})})
    return replace(made, content=content)


def language(document: Document) -> str:
    return document.content.words.locale.language


def test_the_web_page_names_its_language(document: Document) -> None:
    assert f'<html lang="{language(document)}">' in html.write(document).decode()


def test_the_pdf_names_its_language_and_writes_its_day(document: Document) -> None:
    written = pdf.write(document)
    assert str(PdfReader(io.BytesIO(written)).trailer["/Root"]["/Lang"]).split("-")[0] == language(document)
    assert day(document.summary.day, document.content.words) in pages(written)[0]


def test_the_word_file_names_its_language(document: Document) -> None:
    assert docx.Document(io.BytesIO(word.write(document))).core_properties.language == language(document)
