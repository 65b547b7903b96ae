"""How far it still is: a range that a visitor may rely on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor.assessment.assessment import Assessment
from advisor.content.proof_record import ProofRecord
from advisor.conversation.moment import Moment
from advisor.conversation.progress import progress
from advisor.conversation.turn import turn
from tests.support.visitor import content, visits

DAY = date(2026, 11, 30)
RECORD = ProofRecord(
    content="", day=DAY, questions=0, obligations=0, notes=0, sources=0, examples=0, groups=0, proofs=0, to_come={}
)
QUESTION = content().ruleset.questions[0]


def seen(least: int, most: int) -> dict[str, tuple[int, int]]:
    return {QUESTION.id: (least, most)}


def test_it_says_what_the_examples_had_before_them() -> None:
    known = replace(content(), proven=RECORD.model_copy(update={"to_come": seen(3, 9)}))
    assert progress(known, QUESTION, done=2, left=4) == {"done": 2, "least": 3, "most": 9}


def test_without_such_figures_it_says_what_can_change_something_now() -> None:
    assert progress(replace(content(), proven=None), QUESTION, done=2, left=4) == {"done": 2, "least": 1, "most": 4}


def test_it_never_says_more_than_it_promised() -> None:
    known = replace(content(), proven=RECORD.model_copy(update={"to_come": seen(3, 9)}))
    assert progress(known, QUESTION, done=2, left=4, promised=8) == {"done": 2, "least": 3, "most": 6}
    assert progress(known, QUESTION, done=9, left=1, promised=8)["most"] == 1


def test_nothing_is_to_come_where_nothing_is_asked() -> None:
    assert progress(content(), None, done=7, left=0) == {"done": 7, "least": 0, "most": 0}


def test_in_the_visits_of_the_content_the_range_never_grows() -> None:
    for visit in visits()[::60]:
        given: dict[str, tuple[str, ...]] = {}
        promised, totals = 0, []
        while (data := turn(Assessment(content(), DAY, given), Moment(promised=promised)))["question"]:
            if data["question"]["id"] not in visit.answers:
                break
            promised = data["progress"]["done"] + data["progress"]["most"]
            totals.append(promised)
            given[data["question"]["id"]] = visit.answers[data["question"]["id"]]
        assert totals == sorted(totals, reverse=True), visit.name


def test_what_is_foreseen_is_what_comes() -> None:
    """Each option of each question with one answer, along some visits."""
    for visit in visits()[::120]:
        given: dict[str, tuple[str, ...]] = {}
        while (question := Assessment(content(), DAY, given).journey.next) and question.id in visit.answers:
            data = turn(Assessment(content(), DAY, given), Moment())
            promised = data["progress"]["done"] + data["progress"]["most"]
            for option, place in data["ahead"].items():
                then = turn(Assessment(content(), DAY, {**given, question.id: (option,)}), Moment(promised=promised))
                assert data["steps"][place] == {key: then[key] for key in ("title", "state", "question", "progress")}
            given[question.id] = visit.answers[question.id]
