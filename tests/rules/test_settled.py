"""An answer that follows from others counts like a given one, and is not asked; an aid finds it for the others."""

from typing import Any

import pytest

from advisor.rules.conditions import parse, parts_within
from advisor.rules.evaluator import evaluate_one
from advisor.rules.ruleset import Ruleset
from advisor.rules.settled import SettledAnswer, settle, settled_problems
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judge
from tests.support.invented import DAY, contradiction, note, obligation, option, question, rules

LOST = option("lost", aided="true", ask_whom="the skipper")
HULL = question("hull", "wood", "steel", "other")
GRADE = question("grade", "low", "high", LOST, ask_if={"hull": ["wood", "steel", "other"]})
DEPTH = question("depth", "shallow", "deep", "unsure", ask_if={"grade": "lost"})


def settled(name: str, option_id: str, when: Any, **more: Any) -> SettledAnswer:
    plain = {"standards": ["keel"], "say": f"Know {name}.", "source": "almanac", "confidence": "high", "checked": DAY}
    plain |= {"review_by": "2027-01-01", "question": "grade", "option": option_id}
    return SettledAnswer.model_validate({"id": name, "when": when} | plain | more)


WOOD = settled("wood-is-low", "low", {"hull": "wood"})
SHALLOW = settled("shallow-is-low", "low", {"depth": "shallow"})
DEEP = settled("deep-is-high", "high", {"depth": "deep"})


def world(when: Any, *more: Any) -> Ruleset:
    return settle(rules(HULL, GRADE, DEPTH, obligation("rule", when=when), *more), [WOOD, SHALLOW, DEEP])


def state(ruleset: Ruleset, answers: dict[str, tuple[str, ...]]) -> tuple[int, int]:
    """Whether the only rule certainly and possibly holds."""
    planes = evaluate_one(ruleset, answers)
    node = planes.program.fires[0]
    return planes.certain[node], planes.possible[node]


@pytest.mark.parametrize(
    ("when", "answers", "holds"),
    [
        ({"grade": "low"}, {"hull": ("wood",)}, (1, 1)),
        ({"grade": "high"}, {"hull": ("wood",)}, (0, 0)),
        ({"grade": {"none_of": "high"}}, {"hull": ("wood",)}, (1, 1)),
        ({"grade": {"none_of": "low"}}, {"hull": ("wood",)}, (0, 0)),
        ({"grade": "low"}, {"hull": ("steel",)}, (0, 1)),
        ({"grade": "low"}, {"hull": ("steel",), "grade": ("low",)}, (1, 1)),
        ({"grade": "low"}, {"hull": ("steel",), "grade": ("lost",)}, (0, 1)),
        ({"grade": "low"}, {"hull": ("steel",), "grade": ("lost",), "depth": ("shallow",)}, (1, 1)),
        ({"grade": "high"}, {"hull": ("steel",), "grade": ("lost",), "depth": ("shallow",)}, (0, 0)),
        ({"grade": "high"}, {"hull": ("steel",), "grade": ("lost",), "depth": ("unsure",)}, (0, 1)),
        ({"grade": {"none_of": "low"}}, {"hull": ("steel",), "grade": ("lost",), "depth": ("deep",)}, (1, 1)),
        ({"grade": {"none_of": "low"}}, {"hull": ("steel",), "grade": ("lost",), "depth": ("shallow",)}, (0, 0)),
        ({"grade": {"none_of": "low"}}, {"hull": ("steel",), "grade": ("lost",)}, (0, 1)),
        ({"grade": "high"}, {"hull": ("steel",), "grade": ("low",), "depth": ("deep",)}, (0, 0)),
    ],
)
def test_it_counts_wherever_a_rule_names_the_option(when: Any, answers: Any, holds: tuple[int, int]) -> None:
    assert state(world(when), answers) == holds


WIDE = question("grade", "low", "high", "top", option("no-grade", spoken="true"), LOST)
ROUGH = question("rough", "bay", "sea", "ocean", ask_if={"grade": "lost"})
ENDS = (
    settled("sea-is-high-or-top", "high", {"rough": "sea"}, option=["high", "top"]),
    settled("ocean-stays-open", "low", {"rough": "ocean"}, option=[]),
    settled("bay-is-no-grade", "no-grade", {"rough": "bay"}),
)


@pytest.mark.parametrize(
    ("when", "where", "holds"),
    [
        ({"grade": ["high", "top"]}, "sea", (1, 1)),
        ({"grade": "high"}, "sea", (0, 1)),
        ({"grade": "low"}, "sea", (0, 0)),
        ({"grade": {"none_of": "low"}}, "sea", (1, 1)),
        ({"grade": {"none_of": "high"}}, "sea", (0, 1)),
        ({"grade": "low"}, "ocean", (0, 1)),
        ({"grade": "no-grade"}, "ocean", (0, 0)),
        ({"grade": {"none_of": "top"}}, "ocean", (0, 1)),
        ({"grade": "no-grade"}, "bay", (1, 1)),
        ({"grade": {"none_of": "low"}}, "bay", (1, 1)),
    ],
)
def test_an_aid_may_leave_some_of_the_options_open(when: Any, where: str, holds: tuple[int, int]) -> None:
    ruleset = settle(rules(WIDE, ROUGH, obligation("rule", when=when)), ENDS)
    assert state(ruleset, {"grade": ("lost",), "rough": (where,)}) == holds


def test_what_an_aid_leaves_open_is_told_with_who_would_know() -> None:
    ruleset = settle(rules(WIDE, ROUGH, obligation("rule", "legal-qms", when={"grade": "high"})), ENDS)
    told = judge(ruleset, {"grade": ("lost",), "rough": ("sea",)}).open_questions
    assert [(open_.question.id, open_.ask_whom) for open_ in told] == [("grade", "the skipper")]
    assert not judge(ruleset, {"grade": ("lost",), "rough": ("bay",)}).open_questions


def test_only_what_is_written_can_be_left_out_of_a_condition() -> None:
    ruleset = world({"grade": "low"})
    parts = [part for part, _ in parts_within(ruleset.obligations[0].when)]
    assert parts == [parse({"grade": "low"})]


def test_what_follows_from_earlier_answers_is_not_asked() -> None:
    ruleset = world({"grade": "low"})
    assert walk(ruleset, {"hull": ("wood",)}).settled
    assert [question.id for question in walk(ruleset, {"hull": ("steel",)}).ahead] == ["grade"]


def test_only_who_does_not_know_is_led_through_the_aid() -> None:
    ruleset = world({"grade": "low"})
    lost = walk(ruleset, {"hull": ("steel",), "grade": ("lost",)})
    assert lost.next is not None
    assert lost.next.id == "depth"
    assert walk(ruleset, {"hull": ("steel",), "grade": ("high",)}).settled


def test_it_does_not_count_for_whom_the_question_is_not_meant() -> None:
    asked = question("grade", "low", "high", ask_if={"hull": "steel"})
    ruleset = settle(rules(HULL, asked, obligation("rule", when={"grade": "low"})), [WOOD])
    assert state(ruleset, {"hull": ("wood",)}) == (0, 0)


def test_a_later_question_hears_of_it() -> None:
    colour = question("colour", "red", "blue", ask_if={"grade": "low"})
    ruleset = settle(rules(HULL, GRADE, colour, obligation("rule", when={"colour": "red"})), [WOOD])
    ahead = walk(ruleset, {"hull": ("wood",)}).next
    assert ahead is not None
    assert ahead.id == "colour"


def test_what_says_so_is_a_note_for_those_to_whom_it_applies() -> None:
    ruleset = world({"grade": "low"}, note("other"))
    planes = evaluate_one(ruleset, {"hull": ("wood",)})
    told = [n.id for n, node in zip(ruleset.notes, planes.program.explains, strict=True) if planes.certain[node]]
    assert told == ["other", "wood-is-low"]


def test_contradictions_and_places_hear_of_it_too() -> None:
    ruleset = world({"grade": "low"}, contradiction("odd", {"grade": "low"}, "hull", "grade"))
    assert ruleset.contradictions[0].when != {"grade": "low"}


def test_without_any_the_rules_stay_as_they_are() -> None:
    ruleset = rules(HULL, obligation("rule", when={"hull": "wood"}))
    assert settle(ruleset, []) is ruleset


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        (settled("one", "low", {"hull": "wood"}, question="grad"), "grad"),
        (settled("one", "lost", {"hull": "wood"}), "lost"),
        (settled("one", "huge", {"hull": "wood"}), "huge"),
        (settled("one", "low", {"hull": "wood"}, option=["low", "high"]), "grade"),
        (settled("one", "shallow", {"colour": "red"}, question="depth"), "depth"),
    ],
)
def test_what_it_cannot_settle_is_named(entry: SettledAnswer, word: str) -> None:
    problems = list(settled_problems(entry, rules(HULL, GRADE, DEPTH)))
    assert len(problems) == 1
    assert word in problems[0]


def test_one_answer_to_a_question_of_many_cannot_be_settled() -> None:
    many = question("grade", "low", "high", kind="many")
    assert list(settled_problems(WOOD, rules(HULL, many)))
    assert not list(settled_problems(WOOD, rules(HULL, GRADE)))
