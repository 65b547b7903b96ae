"""A question of which everything is hidden that says something is not asked."""

from advisor.rules.nothing_to_choose import with_choices_only
from advisor.verdicts.journey import walk
from tests.support.invented import option, question, rules

PLACES = question("places", "coast", "inland", kind="many", always=True)
CASES = question("cases", option("harbour", show_if={"places": "coast"}), "none", "unsure", always=True)
OPEN = question("open", option("harbour", show_if={"places": "coast"}), "anything", "none", always=True)


def test_it_is_left_out_where_only_none_of_these_is_left() -> None:
    ruleset = with_choices_only(rules(PLACES, CASES))
    assert walk(ruleset, {"places": ("inland",)}).next is None


def test_it_is_asked_where_something_is_shown() -> None:
    ruleset = with_choices_only(rules(PLACES, CASES))
    following = walk(ruleset, {"places": ("coast",)}).next
    assert following
    assert following.id == "cases"


def test_it_is_asked_where_one_option_is_always_shown() -> None:
    following = walk(with_choices_only(rules(PLACES, OPEN)), {"places": ("inland",)}).next
    assert following
    assert following.id == "open"
