"""The real content fits the document, for every kind of company that the examples know."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.library import ROOT, Content, load, load_examples
from advisor.model import Answers
from advisor.summary.model import Summary
from advisor.summary.pdf import write
from advisor.summary.writer import summarise
from advisor.verdict import judge
from tests.pdf_reading import assert_conforms, flat, pages

DAY = date(2026, 11, 22)
COMPANY = "Überlandwerk & Söhne 🚀 Gesellschaft für Medizintechnik und Qualität"


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


def summary_of(content: Content, answers: Answers) -> Summary:
    return summarise(content, answers, judge(content.ruleset.on(DAY), answers), DAY, COMPANY)


def test_the_documents_of_the_examples_are_short_light_accessible_and_complete(content: Content) -> None:
    examples = load_examples(ROOT, content.ruleset)
    for example in examples[:: max(1, len(examples) // 30)]:
        document = write(summary_of(content, example.answers), content.words, content.brand)
        texts = pages(document)
        assert 2 <= len(texts) <= 6, example.name
        assert len(document) <= 150_000, example.name
        assert all(len(text) > 150 for text in texts), f"{example.name}: a page is nearly blank"
        assert "\ufffd" not in "".join(texts), f"{example.name}: a character of the content is in none of the fonts"
        assert flat(content.brand.contact.email) in flat(texts[0]), f"{example.name}: page one runs over"
        assert_conforms(document)


def test_the_documents_of_the_demo_fit_too(content: Content) -> None:
    for persona in content.personas:
        document = write(summary_of(content, persona.answers), content.words, content.brand)
        assert 2 <= len(pages(document)) <= 6, persona.name
        assert_conforms(document)
