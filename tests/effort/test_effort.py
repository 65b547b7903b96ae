"""How figures become ranges, dates and messages, on invented figures."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from advisor.effort.audit_days import audit_days, nearest_half
from advisor.effort.estimate import cost, estimate
from advisor.effort.ranges import Range
from advisor.effort.roadmap import Plan, plan
from advisor.effort.table_references import check_tables
from advisor.effort.tables import EffortTables, read_tables
from advisor.reading.reader import Reader
from advisor.rules.basis import context
from tests.support.invented import BASES, LEVEL, question, rules

FIGURES = """\
origins:
  - {id: book, kind: source, document: The book, place: page 7, checked: "2026-01-01"}
  - {id: guess, kind: estimate, document: Our guess, checked: "2026-01-01"}
people: {origin: book, question: crew, bands: {few: [1, 5], many: [6]}}
audits:
  - standard: keel
    origin: book
    most_off: {origin: book, share: 0.3}
    adjust:
      origin: guess
      rows:
        - {id: storm, when: {waters: sea}, multiply: [1, 1.2]}
        - {id: calm, multiply: [0.7, 1]}
    rows:
      - {people: [1, 5], days: 1.5}
      - {people: [6, 20], days: 2}
cycle:
  years: 3
  surveillance: {origin: book, share: 1/3, at_least: 1, floor: guess}
  recertification: {origin: book, share: 2/3, at_least: 1, floor: guess}
  rounding: book
months:
  - {id: at-sea, standard: keel, origin: guess, when: {waters: sea}, rows: [{people: [1], value: [8, 12]}]}
  - {id: else, standard: keel, origin: guess, rows: [{people: [1], value: [3, 6]}]}
roadmap:
  origin: guess
  stages:
    - {page: draw, share: 0.4}
    - {page: build, share: 0.6}
  upkeep: sail
  remedies:
    - {id: wait, say: Wait., bases: contractual}
    - {id: row, say: Row.}
"""
HARBOUR = rules(question("waters", "coast", "sea"), question("crew", "few", "many"))
TODAY = date(2026, 1, 1)


def figures(tmp_path: Path, text: str = FIGURES) -> EffortTables:
    (tmp_path / "effort.yaml").write_text(text)
    reader = Reader(tmp_path, context(BASES))
    found = read_tables(reader, "effort.yaml")
    assert found, reader.mistakes
    return found


@pytest.fixture
def known(tmp_path: Path) -> EffortTables:
    return figures(tmp_path)


def mistakes(tmp_path: Path, old: str, new: str) -> list[str]:
    assert FIGURES.count(old) == 1, old
    (tmp_path / "effort.yaml").write_text(FIGURES.replace(old, new))
    reader = Reader(tmp_path, context(BASES))
    found = read_tables(reader, "effort.yaml")
    return [str(m) for m in reader.mistakes + (check_tables(found, HARBOUR, ()) if found else [])]


def test_an_open_answer_widens_the_months_by_what_it_may_mean(known: EffortTables) -> None:
    assert estimate(known, HARBOUR, {}, ["keel"], 4).standards["keel"].months == Range(3, 12)
    assert estimate(known, HARBOUR, {"waters": ("sea",)}, ["keel"], 4).standards["keel"].months == Range(8, 12)
    assert estimate(known, HARBOUR, {"waters": ("coast",)}, ["keel"], 4).standards["keel"].months == Range(3, 6)


def test_rounding_takes_off_no_more_than_the_limit(known: EffortTables) -> None:
    days = audit_days(known.audits[0], known.cycle, Range(3, 3), Range(0.7, 1))
    assert days.initial == Range(1.5, 1.5)


def test_above_the_last_row_the_table_gives_a_least_only(known: EffortTables) -> None:
    assert audit_days(known.audits[0], known.cycle, Range(21, 21)).initial == Range(2, None)


def test_without_a_size_the_days_have_no_most(known: EffortTables) -> None:
    assert estimate(known, HARBOUR, {}, ["keel"]).standards["keel"].table.initial == Range(1.5, None)


def test_half_days_are_rounded_to_the_nearest_and_up_between_two() -> None:
    rounded = [float(nearest_half(Fraction(days))) for days in ("5.2", "5.25", "5.3", "1")]
    assert rounded == [5.0, 5.5, 5.5, 1.0]


def test_money_has_two_digits_and_is_rounded_away_from_the_middle() -> None:
    assert cost(Range(7, 12), Range(1130, 1720)) == Range(7910, 20640)
    assert cost(Range(2, None), Range(900, 1000)) == Range(1800, None)
    assert cost(Range(1, 2), Range(0, 0)) == Range(0, 0)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{people: [6, 20], days: 2}", "{people: [7, 20], days: 2}", "effort.yaml:6: a row for 7 people"),
        ("origin: book, question", "origin: boot, question", "unknown origin 'boot'; did you mean 'book'?"),
        ("many: [6]", "lots: [6]", "option 'lots' of 'crew' and its band must both exist"),
        ("{id: calm, multiply", "{id: calm, when: {waters: coast}, multiply", "effort.yaml:13: the last adjustment"),
        ("multiply: [0.7, 1]", "multiply: [0.6, 1]", "effort.yaml:13: 'calm' takes off more than the limit of 30%"),
        ("when: {waters: sea}, multiply", "when: {waters: lake}, multiply", "question 'waters' has no option 'lake'"),
        ("standard: keel, origin: guess, rows", "standard: kel, origin: guess, rows", "unknown standard 'kel'"),
        ("share: 0.4", "share: 0.5", "the shares of the stages must add up to 1"),
        ("days: 1.5", "days: some", "a share is written 0.3 or 1/3"),
        ("bands: {few: [1, 5]", "bands: {few: [5, 1]", "the smaller number first"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in "\n".join(mistakes(tmp_path, old, new))


def test_without_a_deadline_the_plan_runs_forward_at_a_careful_pace(known: EffortTables) -> None:
    made = plan(known, Range(3, 6), TODAY)
    assert (made.pace, made.certificate, made.remedies) == ("open", date(2026, 7, 3), ())
    assert made.earliest == date(2026, 4, 2)


def test_a_far_deadline_says_by_when_to_begin(known: EffortTables) -> None:
    made = plan(known, Range(3, 6), TODAY, date(2027, 1, 1))
    assert (made.pace, made.certificate) == ("comfortable", date(2027, 1, 1))
    assert made.steps[0].start == made.begin_by == date(2026, 7, 2)


def test_a_near_deadline_is_tight_and_a_nearer_one_cannot_be_met(known: EffortTables) -> None:
    tight = plan(known, Range(3, 6), TODAY, date(2026, 5, 1))
    assert (tight.pace, tight.certificate, tight.days_late) == ("tight", date(2026, 5, 1), 0)
    missed = plan(known, Range(3, 6), TODAY, date(2026, 3, 1), LEVEL["contractual"])
    assert (missed.pace, missed.certificate, missed.days_late) == ("missed", date(2026, 4, 2), 32)
    assert [remedy.id for remedy in missed.remedies] == ["wait", "row"]


def test_only_what_helps_against_this_basis_is_said(known: EffortTables) -> None:
    missed = plan(known, Range(3, 6), TODAY, date(2026, 3, 1), LEVEL["legal-certificate"])
    assert [remedy.id for remedy in missed.remedies] == ["row"]


months = st.tuples(st.floats(0, 24), st.floats(0, 24)).map(lambda pair: Range(min(pair), max(pair)))
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> EffortTables:
    return figures(tmp_path_factory.mktemp("figures"))


@given(known_months=months, today=days, deadline=st.none() | days)
def test_steps_follow_each_other_without_a_gap_and_end_at_the_certificate(
    planned: EffortTables, known_months: Range, today: date, deadline: date | None
) -> None:
    made = plan(planned, known_months, today, deadline)
    first, *_, last, upkeep = made.steps
    for step, following in zip(made.steps, made.steps[1:], strict=False):
        assert step.start <= step.end
        assert step.end + timedelta(days=1) == following.start
    assert upkeep.start == made.certificate
    assert first.start >= today
    assert _consistent(made, today)
    assert last.page == "build"


def _consistent(made: Plan, today: date) -> bool:
    if made.deadline is None:
        return made.pace == "open"
    late = made.certificate > made.deadline
    return late == (made.pace == "missed") == (made.days_late > 0) and made.earliest >= today
