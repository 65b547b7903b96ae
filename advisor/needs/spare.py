"""Keeps what is said of a chosen option for those of which nothing else in the list speaks."""

from collections.abc import Iterator, Sequence

from advisor.needs.need import Need
from advisor.rules.conditions import signed_tests


def without_spare(needs: Sequence[Need]) -> list[Need]:
    """The needs without those of a spare rule whose option another need already speaks of."""
    spoken = {name for need in needs if not _spare(need) for name in _speaks_of(need)}
    return [need for need in needs if not (_spare(need) and _about(need) in spoken)]


def _spare(need: Need) -> bool:
    return bool(need.rule and need.rule.spare and need.option)


def _about(need: Need) -> tuple[str, str]:
    """The question and the option that a spare need is about."""
    return (need.rule.each or "", need.option.id) if need.rule and need.option else ("", "")


def _speaks_of(need: Need) -> Iterator[tuple[str, str]]:
    """Question and option of all that its standing or its own rule names."""
    conditions = [rule.when for rule in (need.stand.rule, need.rule) if rule]
    for condition in conditions:
        for test, holds in signed_tests(condition):
            if holds and test.mode != "none_of":
                yield from ((test.question, option) for option in test.options)
