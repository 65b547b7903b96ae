"""Finds what the law or a contract may want and of which nothing is told how it is got, without a reason why not."""

from collections.abc import Iterator

from advisor.check.needs.possible_needs import possible_needs
from advisor.check.problem import Problem, problem
from advisor.rules.needs_model import Kind, Wanted
from advisor.rules.ruleset import Ruleset

_GIVEN: tuple[Kind, ...] = ("certificate", "approval")
"""What somebody else has to give."""
_PRESSING: tuple[Wanted, ...] = ("law", "authority", "contract", "tender", "register", "scheme")


def practice_told(ruleset: Ruleset) -> Iterator[Problem]:
    """A thing with figures of a standard is told of under what it takes."""
    wanted = (n for n in possible_needs(ruleset) if n.kind in _GIVEN and n.wanted in _PRESSING and n.who == "we")
    for name in sorted({need.thing for need in wanted} - set(ruleset.practice_of)):
        thing = ruleset.things.get(name)
        if thing and not thing.standard:
            said = f"'{name}' may be needed by law or contract: tell under content/practice how it is got, or why not"
            yield problem("no-practice", thing, said, None, "warning")
