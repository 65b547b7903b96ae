"""What is private stays with the consultant, in every form and for every kind of company."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.people import Example
from advisor.rules.ruleset import Ruleset
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.briefing import briefing
from advisor.summary.formats.document import Document
from advisor.summary.summarise import summarise
from tests.support.pdf_reading import assert_conforms, flat, pages
from tests.support.visitor import content, visits

DAY = date(2026, 11, 22)
CONTENT: Content = content()
RULES: Ruleset = CONTENT.ruleset.on(DAY)
EXAMPLES = visits()
PRIVATE = [flat(text) for entry in CONTENT.counsel for text in (entry.say, entry.answer)]
PRIVATE += [flat(text) for key, text in CONTENT.words.items() if key.startswith("briefing.")]


def document(example: Example, *, consultant: bool = False, whole: bool = True) -> Document:
    assessment = Assessment(CONTENT, DAY, example.answers)
    summary = summarise(assessment, "Acme")
    if whole:
        summary = in_full(summary, assessment)
    private = briefing(assessment, summary) if consultant else None
    return Document(summary, CONTENT, record_of(assessment), briefing=private)


def leaked(text: str) -> list[str]:
    return [private for private in PRIVATE if private in flat(text)]


def told(made: Document) -> Iterator[str]:
    assert made.briefing
    yield made.briefing.warning
    for part in made.briefing.parts:
        yield part.title
        yield from (text for point in part.points for text in (point.say, point.answer))


def test_the_visitors_text_holds_nothing_private_for_any_example() -> None:
    for example in EXAMPLES:
        made = document(example, whole=False)
        assert leaked(made.written("markdown").decode()) == [], example.name
        assert leaked(json.dumps(json.loads(made.written("json")), ensure_ascii=False)) == [], example.name


@pytest.mark.parametrize("example", EXAMPLES[::25], ids=lambda example: str(example.name))
def test_the_visitors_pdf_holds_nothing_private(example: Example) -> None:
    assert leaked("".join(pages(document(example).written("pdf")))) == []


@pytest.mark.parametrize("example", EXAMPLES[::60], ids=lambda example: str(example.name))
def test_the_consultants_paper_is_a_document_of_its_own(example: Example) -> None:
    made = document(example, consultant=True)
    pdf = made.written("pdf")
    assert_conforms(pdf)
    private = flat("".join(pages(pdf)))
    assert [text for text in told(made) if flat(text) not in private] == []
    markdown = flat(made.written("markdown").decode())
    assert [text for text in told(made) if flat(text) not in markdown] == []
    assert flat(CONTENT.words["document.limits"]) not in private
    assert made.name != document(example).name


def test_nothing_is_offered_that_the_result_does_not_name() -> None:
    offers = {entry.say: set(entry.certificates) for entry in CONTENT.counsel if entry.kind == "offer"}
    for example in EXAMPLES:
        made = document(example, consultant=True, whole=False)
        assert made.briefing
        named = {certificate.id for certificate in made.summary.certificates}
        for part in made.briefing.parts:
            assert all(named & offers[point.say] for point in part.points if point.say in offers), example.name
