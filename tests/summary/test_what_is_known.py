"""Where a sentence comes from and how well it is known: no day for what nobody looked up."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.assessment.assessment import Assessment
from advisor.rules.model import Answers
from advisor.summary.ahead import in_full
from advisor.summary.sections.needs import law_checked
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import Summary
from tests.support.invented_words import WORDS
from tests.support.sample_answers import CONTRACT, LICENCE, SYSTEM
from tests.support.visitor import BOOKKEEPER, BOUND, ECG_START_UP, MANY_MARKETS, content

DAY = date(2026, 11, 29)


def summary(answers: Answers) -> Summary:
    made = Assessment(content(), DAY, answers)
    return in_full(summarise(made), made)


def references(told: Summary) -> list[tuple[str, str]]:
    assert told.answer
    needs = (*told.answer.needs, *told.answer.later)
    return [(reference.title, reference.told) for need in needs for reference in need.references]


def test_a_document_of_the_visitors_own_has_no_day_and_no_confidence() -> None:
    words = content().words
    own = [told for title, told in references(summary(BOUND)) if title == words["result.yours"]]
    assert set(own) == {words["result.known-yours"]}


@pytest.mark.parametrize("answers", [BOOKKEEPER, ECG_START_UP, MANY_MARKETS, BOUND])
def test_every_source_that_is_cited_is_listed_once(answers: Answers) -> None:
    told = summary(answers)
    titles = [source.title for source in told.sources]
    cited = {title for title, _ in references(told)} | {note.reference.title for note in told.notes}
    cited |= {reason.reference.title for v in told.verdicts if v.near for reason in (*v.reasons, *v.also)}
    assert cited <= set(titles)
    assert len(titles) == len(set(titles))


def test_the_oldest_day_is_told_and_how_many_nobody_looked_up() -> None:
    unread = tuple(r.model_copy(update={"read": "own-knowledge", "checked": DAY}) for r in LICENCE.references)
    both = (SYSTEM, LICENCE.model_copy(update={"references": unread}))
    told = law_checked(both, WORDS)
    assert WORDS("document.law-checked", date="22 November 2026") in told
    assert WORDS.count("document.law-not-read", 1) in told
    assert law_checked(both[1:], WORDS) == WORDS["document.law-none-read"]
    assert law_checked((CONTRACT.model_copy(update={"references": ()}),), WORDS) == ""


def test_a_standard_far_from_the_company_is_told_nowhere_unless_somebody_named_it() -> None:
    far = [standard for standard in content().ruleset.standards if standard.near]
    assert far
    for standard in far:
        assert standard.id not in Assessment(content(), DAY, BOUND).near
        assert standard.id in Assessment(content(), DAY, {**BOUND, "demands": ("iso-9001", standard.id)}).near
