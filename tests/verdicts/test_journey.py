"""The conversation as a replay of the answers."""

from __future__ import annotations

from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.journey import Journey, shown_first, visible_options, walk
from advisor.verdicts.on_offer import LISTED
from tests.support.invented import jurisdiction, note, obligation, option, question, rules

WATERS = question("waters", "coast", "river", "sea", "unsure", kind="many")
CREW = question("crew", "alone", "pair", "many", "unsure", ask_if={"waters": ["coast", "sea"]})
LENGTH = question("length", "short", "long", "unsure")
CARGO = question("cargo", "fish", "gold", "unsure", ask_if={"crew": "many"})

SAILING = rules(
    WATERS,
    CREW,
    LENGTH,
    CARGO,
    obligation("pilot", "legal-certificate", when={"crew": "many", "cargo": "gold"}),
    obligation("lamp", "legal-qms", when={"crew": "many"}),
    obligation("advice", "commercial", when={"length": "long"}),
)


def ids(journey: Journey) -> list[str]:
    return [step.question.id for step in journey.steps]


def following(ruleset: Ruleset, **answers: tuple[str, ...]) -> str | None:
    question = walk(ruleset, answers).next
    return question and question.id


def test_it_starts_with_the_first_question_that_matters() -> None:
    journey = walk(SAILING, {})
    assert (journey.next and journey.next.id, journey.steps, journey.set_aside) == ("waters", (), ())
    assert not journey.settled


def test_questions_come_in_asking_order_however_the_answers_are_kept() -> None:
    answers = {"length": ("short",), "crew": ("pair",), "waters": ("sea", "coast")}
    journey = walk(SAILING, answers)
    assert ids(journey) == ["waters", "crew", "length"]
    assert [chosen.id for chosen in journey.steps[0].options] == ["coast", "sea"]


def test_a_question_that_does_not_apply_is_not_asked() -> None:
    assert following(SAILING, waters=("river",)) == "length"


def test_a_question_that_can_change_nothing_is_not_asked() -> None:
    assert following(SAILING, waters=("coast",), crew=("alone",)) == "length"
    assert following(SAILING, waters=("coast",), crew=("many",)) == "cargo"


def test_a_question_that_is_always_asked_needs_nothing_that_hangs_on_it() -> None:
    mood = question("mood", "calm", "hurried", always=True)
    again = question("again", "yes", "no", ask_if={"mood": "hurried"}, always=True)
    ruleset = rules(mood, again, obligation("lamp", "legal-qms"))
    assert following(ruleset) == "mood"
    assert following(ruleset, mood=("calm",)) is None
    assert following(ruleset, mood=("hurried",)) == "again"
    assert walk(ruleset, {"mood": ("hurried",), "again": ("no",)}).settled


def test_it_is_settled_as_soon_as_nothing_matters() -> None:
    journey = walk(SAILING, {"waters": ("coast",), "crew": ("many",), "cargo": ("gold",)})
    assert journey.settled
    assert (journey.next, journey.left) == (None, 0)


def test_without_questions_it_is_settled_at_once() -> None:
    assert walk(rules(), {}).settled
    assert walk(rules(WATERS, obligation("always")), {}).settled


def test_a_question_is_asked_only_when_it_is_certain_that_it_applies() -> None:
    assert following(SAILING, waters=("unsure",)) == "length"
    assert following(SAILING, waters=("unsure",), length=("short",)) is None


def test_not_knowing_is_an_answer_and_is_not_asked_again() -> None:
    journey = walk(SAILING, {"waters": ("coast",), "crew": ("unsure",)})
    assert ids(journey) == ["waters", "crew"]
    assert journey.next is not None
    assert journey.next.id == "length"


def test_an_earlier_answer_can_change_and_keeps_the_later_ones() -> None:
    before = {"waters": ("coast",), "crew": ("many",), "cargo": ("fish",)}
    assert ids(walk(SAILING, before)) == ids(walk(SAILING, before | {"waters": ("sea",)}))


def test_answers_that_no_longer_apply_are_set_aside_and_return() -> None:
    before = {"waters": ("coast",), "crew": ("many",), "cargo": ("gold",)}
    changed = walk(SAILING, before | {"waters": ("river",)})
    assert ids(changed) == ["waters"]
    assert changed.set_aside == ("crew", "cargo")
    assert changed.next is not None
    assert changed.next.id == "length"
    assert ids(walk(SAILING, before)) == ["waters", "crew", "cargo"]


def test_answers_that_only_may_still_apply_are_set_aside_too() -> None:
    journey = walk(SAILING, {"waters": ("unsure",), "crew": ("many",)})
    assert (ids(journey), journey.set_aside) == (["waters"], ("crew",))


def test_an_answer_stays_a_step_when_later_ones_make_it_unimportant() -> None:
    answers = {"waters": ("coast",), "crew": ("many",), "length": ("short",), "cargo": ("gold",)}
    assert ids(walk(SAILING, answers)) == ["waters", "crew", "length", "cargo"]


def test_the_questions_left_are_those_that_apply_now_and_matter() -> None:
    assert walk(SAILING, {}).left == 2
    assert walk(SAILING, {"waters": ("coast",)}).left == 2
    assert walk(SAILING, {"waters": ("coast",), "crew": ("many",)}).left == 1
    assert walk(SAILING, {"waters": ("river",)}).left == 1


def test_every_way_through_ends_and_asks_nothing_twice() -> None:
    def go_on(answers: dict[str, tuple[str, ...]], asked: tuple[str, ...]) -> int:
        question = walk(SAILING, answers).next
        if question is None:
            return 1
        assert question.id not in asked
        return sum(go_on(answers | {question.id: (option.id,)}, (*asked, question.id)) for option in question.options)

    assert go_on({}, ()) > 10


def test_an_answer_that_is_not_known_here_is_ignored() -> None:
    assert walk(SAILING, {"anchor": ("heavy",)}) == walk(SAILING, {})


def test_an_empty_answer_is_no_answer() -> None:
    assert walk(SAILING, {"waters": ()}) == walk(SAILING, {})


def test_a_cell_that_is_open_is_reason_to_ask() -> None:
    ruleset = rules(
        CREW_EVERYWHERE,
        LENGTH,
        jurisdiction("coast"),
        jurisdiction("sea"),
        obligation("strong", "legal-qms", when={"crew": "many"}),
        obligation("weak", "contractual", when={"length": "long"}, jurisdiction="sea"),
    )
    assert following(ruleset, crew=("many",)) == "length"


def test_a_cell_that_never_settles_is_no_reason_to_ask() -> None:
    ruleset = rules(
        CREW_EVERYWHERE,
        LENGTH,
        obligation("strong", "legal-qms", when={"crew": "many"}),
        obligation("weak", "commercial", when={"length": "long"}, jurisdiction="club"),
    )
    assert following(ruleset, crew=("many",)) is None
    assert following(ruleset, crew=("alone",)) == "length"


def test_another_certificate_is_reason_to_ask() -> None:
    ruleset = rules(
        CREW_EVERYWHERE,
        LENGTH,
        obligation("strong", "legal-qms", when={"crew": "many"}, certificate="licence"),
        obligation("same", when={"length": "long"}, certificate="licence"),
        obligation("other", when={"length": "short"}, certificate="badge"),
    )
    assert following(ruleset, crew=("many",)) == "length"
    without = rules(*ruleset.questions, *ruleset.obligations[:2])
    assert following(without, crew=("many",)) is None


def test_another_certificate_of_a_place_that_never_settles_is_reason_to_ask() -> None:
    ruleset = rules(
        CREW_EVERYWHERE,
        LENGTH,
        obligation("strong", "legal-qms", when={"crew": "many"}),
        obligation("other", when={"length": "short"}, certificate="badge", jurisdiction="club"),
    )
    assert following(ruleset, crew=("many",)) == "length"


def test_what_could_override_is_reason_to_ask() -> None:
    ruleset = rules(
        LENGTH,
        obligation("general", "legal-qms"),
        obligation("exempt", "not-needed", {"length": "short"}, overrides=["general"]),
    )
    assert following(ruleset) == "length"


def test_a_note_asks_only_if_it_says_so() -> None:
    assert following(rules(LENGTH, note("tip", when={"length": "long"}))) is None
    assert following(rules(LENGTH, note("tip", when={"length": "long"}, ask="true"))) == "length"


def test_options_that_make_no_sense_now_are_hidden_but_a_chosen_one_stays() -> None:
    sails = question("sails", option("spinnaker", show_if={"crew": ["pair", "many"]}), "jib", "mainsail")
    ruleset = rules(CREW_EVERYWHERE, sails)

    def shown(**answers: tuple[str, ...]) -> list[str]:
        return [o.id for o in visible_options(ruleset, sails, answers)]

    assert shown() == ["spinnaker", "jib", "mainsail"]
    assert shown(crew=("alone",)) == ["jib", "mainsail"]
    assert shown(crew=("unsure",)) == ["spinnaker", "jib", "mainsail"]
    assert shown(crew=("alone",), sails=("spinnaker",)) == ["spinnaker", "jib", "mainsail"]


def test_usual_options_come_first_and_never_more_than_ten() -> None:
    spare = [option(f"spare-{number}", usual="true") for number in range(12)]
    alone = option("none", exclusive="true")
    sails = question("sails", option("spinnaker", usual_if={"crew": "many"}), "jib", *spare, alone)
    ruleset = rules(CREW_EVERYWHERE, sails)

    def first(**answers: tuple[str, ...]) -> list[str]:
        return [o.id for o in shown_first(ruleset, sails, answers)]

    assert first(crew=("alone",)) == [*(f"spare-{number}" for number in range(9)), "none"]
    assert first(crew=("many",))[0] == "spinnaker"
    assert len(first(crew=("many",))) == LISTED
    assert len(first(crew=("unsure",))) == LISTED


def test_a_question_without_usual_options_shows_them_all() -> None:
    ruleset = rules(CREW_EVERYWHERE)
    assert shown_first(ruleset, CREW_EVERYWHERE, {}) == CREW_EVERYWHERE.options


def test_hiding_an_option_decides_nothing() -> None:
    sails: Question = question("sails", option("spinnaker", show_if={"crew": "many"}), "jib")
    ruleset = rules(CREW_EVERYWHERE, sails, obligation("net", when={"sails": "spinnaker"}))
    assert ids(walk(ruleset, {"crew": ("alone",), "sails": ("spinnaker",)})) == ["crew", "sails"]


CREW_EVERYWHERE = question("crew", "alone", "pair", "many", "unsure")
