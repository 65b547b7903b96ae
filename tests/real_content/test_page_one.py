"""What page one tells the example companies to do: the needed first, and no price for what nobody has to buy."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.assessment.assessment import VisitorFigures
from advisor.effort.ranges import Range
from advisor.rules.model import Obligation
from advisor.summary.summary_data import Task
from advisor.summary.wording import day
from tests.real_content.test_documents import CONTENT, summary_of

DEADLINE = date(2027, 6, 30)


def tasks_of(persona: str, wishes: VisitorFigures | None = None) -> tuple[Task, ...]:
    answers = next(one.answers for one in CONTENT.personas if one.id == persona)
    glance = summary_of(answers, "", wishes).glance
    assert glance
    return glance.tasks


def test_whoever_has_to_ask_first_reads_no_price_and_no_date() -> None:
    (task,) = tasks_of("patch-class-unknown", VisitorFigures(rate=Range(1200, 1500)))
    assert task.asks == CONTENT.words["glance.by-open"]
    assert task.when == CONTENT.words["glance.when-open"]
    assert task.cost == CONTENT.words["glance.cost-open"]


def test_the_system_stands_before_the_certificate_about_it() -> None:
    system, certificate = tasks_of("zagreb-ecg")
    assert (system.basis, certificate.basis) == ("legal-qms", "legal-certificate")


def test_a_certificate_in_another_form_is_needed_before_the_one_that_is_held() -> None:
    needed, held = tasks_of("canadian-class-ii")
    assert (needed.basis, held.basis) == ("legal-certificate", "commercial")


def test_the_money_of_the_audits_is_what_a_reader_gets_who_multiplies() -> None:
    held = tasks_of("canadian-class-ii", VisitorFigures(rate=Range(1200, 1500)))[1]
    for low, high in (("5.5", "9.5"), ("6\u2009600", "14\u2009250")):
        assert CONTENT.words("effort.range", low=low, high=high) in held.cost


def test_a_deadline_that_cannot_be_met_stands_with_the_system_it_concerns() -> None:
    system, certificate = tasks_of("zagreb-ecg", VisitorFigures(deadline=DEADLINE))
    assert day(DEADLINE, CONTENT.words) in system.when
    assert day(DEADLINE, CONTENT.words) not in certificate.when
    assert CONTENT.words["glance.duration-after"] in certificate.when


def test_a_deadline_is_told_where_we_know_no_figure_too() -> None:
    (task,) = tasks_of("tier-one-car-parts", VisitorFigures(deadline=DEADLINE))
    assert day(DEADLINE, CONTENT.words) in task.when


def test_where_nothing_is_needed_the_page_says_so() -> None:
    (task,) = tasks_of("bookkeeper")
    assert task.do == CONTENT.words["glance.do-nothing"]


@pytest.mark.parametrize(
    "obligation",
    [o for o in CONTENT.ruleset.obligations if o.certificate and o.basis.asker == "choice"],
    ids=lambda obligation: str(obligation.id),
)
def test_each_certificate_says_who_asks_where_its_basis_does_not(obligation: Obligation) -> None:
    assert obligation.certificate
    assert obligation.certificate.asked_by
