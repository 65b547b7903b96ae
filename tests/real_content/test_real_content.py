"""The real files, by their form and never by their wording."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from statistics import mean

from advisor.assessment.assessment import Assessment
from advisor.check.report import check
from advisor.content import library
from advisor.content.people import Example
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import Summary
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judge
from tests.support.examples import load_examples
from tests.support.visitor import content

TODAY = datetime.now(UTC).date()
REPORTED = content().words("result.headline-reported", headline="").strip()


@cache
def examples() -> tuple[Example, ...]:
    return load_examples(library.ROOT, content().ruleset)


def rules(example: Example) -> Ruleset:
    return content().ruleset.on(example.on or TODAY)


@cache
def visited() -> tuple[tuple[Example, Answers], ...]:
    """Each example with what such a visitor answers when only those questions are asked that matter."""
    return tuple((example, _asked(example)) for example in examples())


def _asked(example: Example) -> Answers:
    answers: dict[str, tuple[str, ...]] = {}
    while (question := walk(rules(example), answers).next) is not None:
        answers[question.id] = example.answers[question.id]
    return answers


@cache
def summaries() -> tuple[tuple[Example, Summary], ...]:
    made = ((example, Assessment(content(), example.on or TODAY, example.answers)) for example in examples())
    return tuple((example, summarise(assessment)) for example, assessment in made)


def test_the_content_has_no_error() -> None:
    report = check(library.ROOT, TODAY)
    assert [str(problem) for problem in report.problems if problem.severity == "error"] == []


def test_a_visit_is_short() -> None:
    counts = [len(answers) for example, answers in visited() if example.visit]
    print(f"answered questions over {len(counts)} examples: mean {mean(counts):.1f}, at most {max(counts)}")
    assert mean(counts) <= 10
    assert max(counts) <= 20


def test_asking_only_what_matters_leads_to_the_expected_verdicts() -> None:
    for example, answers in visited():
        verdicts = judge(rules(example), answers).verdicts
        assert {s: verdicts[s].basis for s in example.expect} == example.expect, example.name


def test_every_duty_by_law_names_its_provision_and_a_source_with_link_and_version() -> None:
    for obligation in content().ruleset.obligations:
        if obligation.basis.by_law:
            source = content().ruleset.sources[obligation.source]
            assert obligation.cite, obligation.id
            assert source.link.startswith("https://")
            assert source.version, source.id


def test_every_statement_says_when_it_was_checked_and_when_to_look_again() -> None:
    for statement in content().ruleset.statements:
        assert statement.checked <= TODAY, statement.id
        assert statement.checked < statement.review_by, statement.id


def test_what_is_only_reported_is_marked_in_the_headline() -> None:
    marked = 0
    for example, summary in summaries():
        for verdict in summary.verdicts:
            heard = bool(verdict.reasons) and {reason.reference.confidence for reason in verdict.reasons} == {"low"}
            assert heard == (REPORTED in verdict.headline), (example.name, verdict.standard)
            marked += heard
    assert marked


def test_a_certificate_that_is_only_reported_says_so_in_its_headline() -> None:
    marked = 0
    for example, summary in summaries():
        for certificate in summary.certificates:
            heard = certificate.reference.confidence == "low"
            assert heard == (REPORTED in certificate.headline), (example.name, certificate.id)
            marked += heard
    assert marked


def test_there_are_personas_to_play_with_and_each_is_finished() -> None:
    personas = content().personas
    assert len(personas) >= 6
    for persona in personas:
        assert walk(content().ruleset.on(TODAY), persona.answers).settled, persona.id


def test_every_market_that_can_be_chosen_has_a_row() -> None:
    for jurisdiction in content().ruleset.jurisdictions.values():
        if jurisdiction.option is not None:
            name, option = jurisdiction.option.question, jurisdiction.option.options[0]  # type: ignore[union-attr]
            answers = {
                "sectors": ("medical",),
                "medical-status": ("device",),
                "roles": ("manufacturer",),
                name: (option,),
            }
            rows = {row.jurisdiction.id for row in judge(content().ruleset.on(TODAY), answers).matrix}
            assert jurisdiction.id in rows


def test_every_market_that_has_a_name_is_on_the_map_and_no_country_is_in_two() -> None:
    markets = [j for j in content().ruleset.jurisdictions.values() if j.option is not None and j.id != "other"]
    assert all(market.covers for market in markets)
    covered = [code for market in markets for code in market.covers]
    assert len(covered) == len(set(covered))


def test_the_european_market_has_the_members_and_the_three_of_the_eea() -> None:
    covered = set(content().ruleset.jurisdictions["eu"].covers)
    assert len(covered) == 27 + 3
    assert covered >= {"IS", "LI", "NO", "MT", "CY", "LU"}
    assert not covered & {"GB", "CH", "GB-NIR", "TR"}
