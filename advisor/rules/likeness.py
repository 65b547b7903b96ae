"""An option may count wherever a rule names another: what holds of an expired certificate holds of a withdrawn one.

Only rules are widened. What is asked, and where an answer leads, stays as it is written.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from advisor.rules.conditions import All, Condition, Test, map_tests
from advisor.rules.rule_conditions import with_conditions
from advisor.rules.ruleset import Ruleset

Likes = Mapping[tuple[str, str], tuple[str, ...]]
"""Question and option → the options that count as that one."""


def alike(ruleset: Ruleset) -> Ruleset:
    """The same rules, each test widened by the options that count like those it names."""
    likes = _likes(ruleset)
    if not likes:
        return ruleset
    return with_conditions(ruleset, lambda condition: map_tests(condition, lambda test: _widened(test, likes)))


def _likes(ruleset: Ruleset) -> Likes:
    found: defaultdict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for question in ruleset.questions:
        for option in question.options:
            if option.like:
                found[question.id, option.like] += (option.id,)
    return found


def _widened(test: Test, likes: Likes) -> Condition:
    groups = [(option, *likes.get((test.question, option), ())) for option in test.options]
    if test.mode == "all_of":
        each = tuple(Test(test.question, "any_of", group) for group in groups)
        return test if all(len(group) == 1 for group in groups) else All(each)
    return replace(test, options=tuple(dict.fromkeys(option for group in groups for option in group)))
