"""The check names what the law or a contract may want and of which nobody says how it is got."""

from __future__ import annotations

from advisor.check.needs.practice_told import practice_told
from advisor.reading.record import Record
from tests.support.invented import need, obligation, practice, rules, thing
from tests.support.invented_needs import QUESTIONS

BADGE = thing("badge")
LAW = obligation("law", "legal-qms", {"crew": "many"}, certificate="badge")


def named(*records: Record) -> list[str]:
    return [problem.about for problem in practice_told(rules(*QUESTIONS, BADGE, *records))]


def test_a_certificate_that_a_law_or_a_contract_may_want_needs_a_practice_or_a_reason() -> None:
    buyer = need("buyer", {"crew": "many"}, thing="badge")
    assert named(LAW) == named(buyer) == ["badge"]
    assert not named(LAW, practice("badge"))
    assert not named(LAW, practice("badge", issued_by=None, left_out="Nobody knows."))


def test_nothing_is_asked_of_a_wish_of_a_system_or_of_what_has_figures_of_its_own() -> None:
    assert not named(need("wish", {"crew": "many"}, thing="badge", wanted="own"))
    assert not named(thing("log", "system"), need("keep", {"crew": "many"}, thing="log"))
    paper = thing("keel-paper", standard="keel")
    assert not named(paper, need("have", {"crew": "many"}, thing="keel-paper"))
