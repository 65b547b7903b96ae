"""Headline, needs, table and verdicts of one company never contradict each other: every example, random companies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest

from advisor.assessment.assessment import Assessment
from advisor.content import library
from advisor.needs.need import Need
from advisor.needs.ordering import around, urgency
from advisor.rules.needs_model import AnswerPattern
from advisor.summary.answer_data import AnswerText
from advisor.summary.answer_text import answer_of
from advisor.verdicts.finding import Finding
from tests.support.examples import load_examples
from tests.support.random_companies import companies
from tests.support.visitor import content

TODAY = datetime.now(UTC).date()
RANDOM = 250
TO_HAVE = ("system", "certificate", "approval", "registration", "declaration", "file")
MOST_WORDS = 22


@cache
def assessed() -> tuple[tuple[str, Assessment, AnswerText], ...]:
    """Every example and many random companies, with what is said to them."""
    examples = load_examples(library.ROOT, content().ruleset)
    made = [(example.name, Assessment(content(), example.on or TODAY, example.answers)) for example in examples]
    random = companies(content().ruleset.on(TODAY), RANDOM)
    made += [(f"random company {place}", Assessment(content(), TODAY, answers)) for place, answers in enumerate(random)]
    return tuple((name, one, answer_of(one)) for name, one in made)


def every_need() -> Iterator[tuple[str, Assessment, Need]]:
    return ((name, one, need) for name, one, _ in assessed() for top in one.advice.needs for need in top.all)


def pattern(one: Assessment) -> AnswerPattern:
    assert one.advice.answer
    return one.advice.answer.pattern


def test_every_company_has_an_answer_that_fits_a_headline() -> None:
    assert [name for name, one, _ in assessed() if not one.advice.answer] == []
    said = {text.sentence for *_, text in assessed()}
    assert [sentence for sentence in said if not 0 < len(sentence.split()) <= MOST_WORDS] == []
    assert [sentence for sentence in said if set("{}") & set(sentence) or "  " in sentence] == []


def test_the_first_screen_shows_the_list_in_its_order() -> None:
    for name, one, text in assessed():
        assert [need.id for need in one.advice.needs] == [said.id for said in (*text.needs, *text.later)], name


def test_no_thing_is_said_twice() -> None:
    for name, one, _ in assessed():
        things = Counter((n.thing.id, n.kind == n.thing.kind or n.id, n.who) for n in one.advice.needs if n.thing)
        assert [thing for thing, count in things.items() if count > 1] == [], name
        assert len({need.id for need in one.advice.needs}) == len(one.advice.needs), name


def test_the_list_is_in_an_experts_order_whatever_was_asked() -> None:
    """Unless something was claimed: then what is claimed comes before its equals."""
    for name, one, _ in assessed():
        needs = one.advice.needs
        if one.advice.answer and one.advice.answer.claim:
            continue
        orders = [[urgency(need, around(needs, asks)) for need in needs] for asks in (True, False)]
        assert any(order == sorted(order) for order in orders), name


def test_every_need_says_what_it_is_who_wants_it_and_when() -> None:
    for name, _, text in assessed():
        for said in (*text.needs, *text.later):
            assert said.what, (name, said.id)
            assert said.who, (name, said.id)
            assert said.when, (name, said.id)


def test_what_is_held_is_neither_overdue_nor_bought_again() -> None:
    for name, one, text in assessed():
        for need, said in zip(one.advice.needs, (*text.needs, *text.later), strict=True):
            if need.stand.counts and need.kind in TO_HAVE:
                assert not said.overdue, (name, need.id)
                assert not said.takes or (need.rule and need.rule.takes), (name, need.id)


def test_what_does_not_count_is_not_kept() -> None:
    for name, _, need in every_need():
        assert need.kind != "keep" or need.stand.standing not in ("defect", "missing"), (name, need.id)


def test_nothing_is_denied_where_something_is_needed() -> None:
    for name, one, _ in assessed():
        assert not (pattern(one).empty and one.advice.needs), name


def test_what_the_law_wants_has_a_provision() -> None:
    cited = (
        (need.id, any(f.obligation.cite for f in need.findings) or (need.rule and need.rule.source and need.rule.cite))
        for *_, need in every_need()
        if need.wanted == "law"
    )
    assert {need for need, provision in cited if not provision} == set()


def owing(one: Assessment) -> Iterator[Finding]:
    """What stands and makes the company have something."""
    return (f for f in one.recommendation.found if f.obligation.basis.owes != "nothing")


def spoken_for(one: Assessment) -> set[str]:
    """Ids in whose place another need speaks, and obligations of rules in whose place one does."""
    needs = [need for top in one.advice.needs for need in top.all]
    names = {name for need in needs if need.rule for name in (*need.rule.replaces, *need.rule.of)}
    while more := {
        name for rule in one.rules.needs if rule.id in names for name in (*rule.replaces, *rule.of) if name not in names
    }:
        names |= more
    return names


def test_whatever_decides_a_verdict_is_behind_a_need() -> None:
    for name, one, _ in assessed():
        needs = [need for top in one.advice.needs for need in top.all]
        behind = {finding.obligation.id for need in needs for finding in need.findings}
        for finding in owing(one):
            things = {thing for thing, _ in finding.things}
            spoken = finding.obligation.id in behind | spoken_for(one) or things <= spoken_for(one)
            assert spoken, (name, finding.obligation.id)


def test_a_certificate_that_a_document_demands_has_its_own_need_beside_a_system_by_law() -> None:
    for name, one, _ in assessed():
        needs = [need for top in one.advice.needs for need in top.all]
        for finding in owing(one):
            basis = finding.obligation.basis
            if basis.asker == "buyer" and basis.owes == "certificate" and finding.obligation.id not in spoken_for(one):
                things = {thing for thing, _ in finding.things} - spoken_for(one)
                had = {need.thing.id for need in needs if need.thing and need.wanted != "law"}
                assert things <= had, (name, finding.obligation.id)


def test_every_market_that_asks_for_something_has_its_row() -> None:
    for name, one, _ in assessed():
        known = one.rules.jurisdictions
        rows = {row.jurisdiction.id for row in one.recommendation.matrix}
        asking = [known[f.obligation.jurisdiction] for f in one.recommendation.found if f.obligation.basis.asks]
        assert {place.within or place.id for place in asking} <= rows, name


def test_a_standard_that_is_needed_is_not_called_needless() -> None:
    for name, one, text in assessed():
        for need in one.advice.needs:
            standard = need.thing.standard if need.thing else None
            if standard:
                called = one.recommendation.verdicts[standard].standard.name
                others = {s.name for s in one.rules.standards} - {called}
                if not any(called in other for other in others):
                    assert called not in text.not_needed, (name, need.id)


@pytest.mark.parametrize("kind", ["certificate", "system"])
def test_a_verdict_by_law_is_a_need_that_law_wants(kind: str) -> None:
    """Unless a rule speaks of it in another way, which then rests on the same obligation."""
    for name, one, _ in assessed():
        needs = [need for top in one.advice.needs for need in top.all]
        for verdict in one.recommendation.verdicts.values():
            if verdict.basis.by_law and verdict.basis.owes == kind:
                decided = {finding.obligation.id for finding in verdict.decided_by}
                resting = [n for n in needs if decided & {finding.obligation.id for finding in n.findings}]
                asked = any(need.wanted in ("law", "authority") for need in resting)
                assert asked or decided & spoken_for(one), (name, verdict.standard.id)
