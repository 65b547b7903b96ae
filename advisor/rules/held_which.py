"""A fault that is told of what is held counts only for the certificate that has it, where somebody holds several.

Editors write `{held: mdsap, held-state: expired}`; here each such test is tied to the question which certificate it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.rules.conditions import All, AnyOf, Condition, Not, Test, map_tests, signed_tests
from advisor.rules.rule_conditions import with_conditions
from advisor.rules.ruleset import Ruleset


@dataclass(frozen=True)
class HeldQuestions:
    """`held`, `state`, `which`: ids. `sound`: the states that say that nothing is wrong. `told`: options of `which`."""

    held: str
    state: str
    which: str
    sound: frozenset[str]
    told: tuple[str, ...]

    def tied(self, condition: Condition | None) -> Condition | None:
        """The condition with each test of the state said of what it is about; others stay as they are."""
        about = tuple(dict.fromkeys(self._about(condition)))
        if not about:
            return condition
        this, one = Test(self.which, "any_of", about), Test(self.which, "any_of", self.told)

        def tie(test: Test) -> Condition:
            if test.question != self.state:
                return test
            if self.sound.intersection(test.options):
                return AnyOf((test, All((one, Not(this)))))
            return All((test, AnyOf((this, Not(one)))))

        return map_tests(condition, tie)

    def _about(self, condition: Condition | None) -> Iterator[str]:
        for test, holds in signed_tests(condition):
            if holds and test.question == self.held and test.mode != "none_of":
                yield from (option for option in test.options if option in self.told)


def held_questions(ruleset: Ruleset) -> HeldQuestions | None:
    """What the situation names; None where it does not, or where one of the questions is missing."""
    names = ruleset.situation.held
    asked = [question for name in names if (question := ruleset.question(name))]
    if len(asked) < len(HELD):
        return None
    held, state, which = asked
    sound = frozenset(option.id for option in state.options if option.exclusive)
    told = tuple(option.id for option in which.options if not option.unknown)
    return HeldQuestions(held.id, state.id, which.id, sound, told)


HELD = ("what is held", "its state", "which of several")
"""What the questions under `held` of the situation are about, in that order."""


def tie(ruleset: Ruleset) -> Ruleset:
    """The same rules, each fault tied to the certificate that has it."""
    questions = held_questions(ruleset)
    if questions is None:
        return ruleset
    return with_conditions(ruleset, questions.tied)
