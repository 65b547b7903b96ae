"""An option may count wherever another is named: what holds of the Union holds of a country in it.

What is `within` another counts in rules and in what is asked; what is `like` another counts in rules alone.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from advisor.rules.conditions import All, Condition, Test, map_tests
from advisor.rules.rule_conditions import with_conditions, with_questions_asked
from advisor.rules.ruleset import Ruleset

Likes = Mapping[tuple[str, str], tuple[str, ...]]
"""Question and option → the options that count as that one."""


def alike(ruleset: Ruleset) -> Ruleset:
    """The same rules, each test widened by the options that count like those it names."""
    parts = _naming(ruleset, "within")
    likes = _naming(ruleset, "like", "within")
    if not likes:
        return ruleset
    ruled = with_conditions(ruleset, lambda condition: map_tests(condition, lambda test: _widened(test, likes)))
    return with_questions_asked(ruled, lambda condition: map_tests(condition, lambda test: _widened(test, parts)))


def _naming(ruleset: Ruleset, *fields: str) -> Likes:
    found: defaultdict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for question in ruleset.questions:
        for option in question.options:
            for other in filter(None, (getattr(option, name) for name in fields)):
                found[question.id, other] += (option.id,)
    return found


def _widened(test: Test, likes: Likes) -> Condition:
    groups = [(option, *likes.get((test.question, option), ())) for option in test.options]
    if test.mode == "all_of":
        each = tuple(Test(test.question, "any_of", group) for group in groups)
        return test if all(len(group) == 1 for group in groups) else All(each)
    return replace(test, options=tuple(dict.fromkeys(option for group in groups for option in group)))
