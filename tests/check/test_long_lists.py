"""Words that would find the wrong answer, and long lists without headings, are told to the editor."""

from __future__ import annotations

from advisor.check.texts.long_lists import LONGEST_LIST, MOST_ALIKE, long_list_faults
from advisor.rules.model import Question
from tests.support.invented import option, question


def rules_broken(asked: Question) -> list[str]:
    return [rule for rule, _ in long_list_faults(asked)]


def test_words_of_its_own_are_no_fault() -> None:
    assert rules_broken(question("ports", option("north", also=["cold", "ice"]), option("south", also="warm"))) == []


def test_a_word_that_is_the_label_of_an_option_is_in_vain() -> None:
    found = list(long_list_faults(question("ports", option("north", also=["SÖUTH"]), "south")))
    assert [rule for rule, _ in found] == ["vain-word"]
    assert "'north'" in found[0][1]
    assert "'south'" in found[0][1]
    assert rules_broken(question("ports", option("north", also=["north"]), "south")) == ["vain-word"]


def test_a_word_twice_at_one_option_is_in_vain() -> None:
    assert rules_broken(question("ports", option("north", also=["cold", "Cold"]), "south")) == ["vain-word"]


def test_a_few_options_may_share_a_word_on_purpose() -> None:
    shared = [option(f"port-{number}", also="wet") for number in range(MOST_ALIKE)]
    assert rules_broken(question("ports", *shared, "dock")) == []
    assert rules_broken(question("ports", *shared, option("dock", also="wet"))) == ["vain-word"]


def test_options_that_only_some_visitors_see_may_share_a_word() -> None:
    shared = [option(f"port-{number}", also="wet", show_if={"crew": "many"}) for number in range(MOST_ALIKE + 1)]
    assert rules_broken(question("ports", *shared)) == []


def test_a_long_list_wants_headings() -> None:
    names = [f"port-{number}" for number in range(LONGEST_LIST + 1)]
    plain = question("ports", *names, kind="many")
    assert rules_broken(plain) == ["no-headings"]
    whole = Question.model_validate(plain.model_dump() | {"groups": [{"title": "All", "options": names}]})
    assert rules_broken(whole) == []


def test_answers_that_stand_apart_do_not_make_a_list_long() -> None:
    names = [f"port-{number}" for number in range(LONGEST_LIST)]
    assert rules_broken(question("ports", *names, "none", "unsure", kind="many")) == []
