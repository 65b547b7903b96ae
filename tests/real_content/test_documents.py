"""The real content fits the document, for every kind of company that the examples know."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from advisor.assessment.assessment import Assessment, VisitorFigures
from advisor.content.library import Content
from advisor.content.people import Example, Persona
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset
from advisor.sharing.link import encode
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.formats.document import Document
from advisor.summary.page_one import WORDS
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import Summary
from advisor.summary.wording import day
from tests.support.pdf_reading import assert_conforms, flat, pages
from tests.support.text_boxes import problems
from tests.support.visitor import content, visits

DAY = date(2026, 11, 22)
COMPANIES = (
    "Überlandwerk & Söhne 🚀 Gesellschaft für Medizintechnik und Qualität",
    "W" * 300,
    "株式会社メドテック #eval(1) <b>*x*</b>",
    "شركة الأجهزة الطبية \u202e Ltd",
)
CONTENT: Content = content()
RULES: Ruleset = CONTENT.ruleset.on(DAY)
EXAMPLES = visits()


def summary_of(answers: Answers, company: str, wishes: VisitorFigures | None = None) -> Summary:
    assessment = Assessment(CONTENT, DAY, answers, wishes or VisitorFigures())
    return in_full(summarise(assessment, company), assessment)


def document_of(answers: Answers, company: str = COMPANIES[0], wishes: VisitorFigures | None = None) -> bytes:
    link = f"https://check.example/?a={encode(answers, CONTENT.hash)}"
    assessment = Assessment(CONTENT, DAY, answers, wishes or VisitorFigures())
    summary = in_full(summarise(assessment, company), assessment)
    return Document(summary, CONTENT, record_of(assessment), link=link).written("pdf")


def sound_pages(document: bytes) -> list[str]:
    """The text of its pages; fails where something about the document is not right."""
    texts = pages(document)
    assert len(texts) <= 4
    assert len(texts[0].split()) <= WORDS
    assert len(document) <= 150_000
    assert problems(document) == []
    assert "\ufffd" not in "".join(texts), "a character of the content is in none of the fonts"
    assert flat(CONTENT.brand.contact.email) in flat(texts[0]), "page one runs over"
    assert_conforms(document)
    return texts


@pytest.mark.parametrize("place", range(0, len(EXAMPLES), len(EXAMPLES) // 60))
def test_the_document_of_an_example_is_short_light_accessible_and_complete(place: int) -> None:
    example: Example = EXAMPLES[place]
    company = COMPANIES[place % len(COMPANIES)]
    texts = sound_pages(document_of(example.answers, company))
    answer = summary_of(example.answers, company).answer
    assert answer
    assert answer.needs or len(texts) <= 2


@pytest.mark.parametrize("persona", CONTENT.personas, ids=lambda persona: str(persona.id))
def test_the_same_answers_give_the_same_bytes(persona: Persona) -> None:
    assert document_of(persona.answers) == document_of(persona.answers)


@pytest.mark.parametrize("persona", CONTENT.personas, ids=lambda persona: str(persona.id))
def test_page_one_says_the_answer_and_each_need_of_the_first_minute(persona: Persona) -> None:
    answer = summary_of(persona.answers, "").answer
    assert answer
    first = flat(pages(document_of(persona.answers))[0])
    told = [answer.sentence, answer.not_needed, *(text for n in answer.needs for text in (n.when, n.what, n.who))]
    assert [line for line in told if flat(line) not in first] == []


def markdown_of(example: Example) -> str:
    made = Assessment(CONTENT, DAY, example.answers)
    summary = in_full(summarise(made), made)
    return Document(summary, CONTENT, record_of(made)).written("markdown").decode()


def test_the_summary_is_short_and_says_no_sentence_twice() -> None:
    texts = [markdown_of(example) for example in EXAMPLES[::10]]
    assert median(len(text.split()) for text in texts) <= 900
    assert [line for text in texts for line, times in Counter(sentences(text)).items() if times > 1] == []


def sentences(text: str) -> list[str]:
    """Paragraphs of some length. A short one, or a provision in brackets, may be the same for two needs."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if len(line.split()) > 12 and "**" not in line and not line.endswith(")")]


def test_the_pdf_of_other_content_does_not_carry_the_logo_of_this_product(tmp_path: Path) -> None:
    persona = CONTENT.personas[0]
    summary = summary_of(persona.answers, "")
    record = record_of(Assessment(CONTENT, DAY, persona.answers))
    other = replace(CONTENT, root=tmp_path)
    assert Document(summary, other, record).written("pdf") != Document(summary, CONTENT, record).written("pdf")


@pytest.mark.parametrize("deadline", [date(2026, 12, 24), date(2027, 9, 30), date(2029, 1, 31)])
def test_with_a_deadline_the_document_says_whether_it_can_be_met(deadline: date) -> None:
    persona = next(persona for persona in CONTENT.personas if "device" in persona.answers.get("medical-status", ()))
    wishes = VisitorFigures(deadline=deadline)
    text = flat("".join(sound_pages(document_of(persona.answers, wishes=wishes))))
    road_map = summary_of(persona.answers, "", wishes).road_map
    assert road_map
    assert flat(day(deadline, CONTENT.words)) in text
    first = road_map.remedies[:3]
    assert [remedy for remedy in first if flat(remedy) not in text] == []
