"""Leaves out what is said of a chosen option where the rest of the list does not call for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from advisor.needs.need import Need
from advisor.rules.conditions import signed_tests


def without_spare(needs: Sequence[Need]) -> list[Need]:
    """The needs without those that are said only if others speak of their option, or only if none does."""
    kinds = set(map(_only, needs))
    if kinds <= {None}:
        return list(needs)
    others = [need for need in needs if not _only(need)]
    spoken = {name for need in others for name in _speaks_of(need)} if "unspoken" in kinds else set()
    bound = set(_bound(others))
    return _as_one([need for need in needs if _is_said(need, spoken, bound)])


def _only(need: Need) -> str | None:
    return need.rule.only if need.rule and need.option else None


def _is_said(need: Need, spoken: set[tuple[str, str]], bound: set[str]) -> bool:
    option = need.option.id if need.option else ""
    match _only(need):
        case "unspoken":
            about = (need.rule.each if need.rule else None) or "", option
            return about not in spoken and need.stand.standing not in ("defect", "missing")
        case "bound":
            return option in bound
        case "free":
            return option not in bound
    return True


def _as_one(needs: Sequence[Need]) -> list[Need]:
    """What nothing else speaks of is said once of all such options: the first need of a rule names them all."""
    said: list[Need] = []
    for need in needs:
        alike = [other for other in needs if other.rule == need.rule] if _only(need) == "unspoken" else [need]
        if alike[0] is need:
            said.append(_naming_all(alike) if len(alike) > 1 else need)
    return said


def _naming_all(group: Sequence[Need]) -> Need:
    names = ", ".join(need.option.name for need in group if need.option)
    option = group[0].option
    return replace(group[0], option=option.model_copy(update={"name": names}) if option else None)


def _speaks_of(need: Need) -> Iterator[tuple[str, str]]:
    """Question and option of all that its standing or its own rule names."""
    conditions = [rule.when for rule in (need.stand.rule, need.rule) if rule]
    for condition in conditions:
        for test, holds in signed_tests(condition):
            if holds and test.mode != "none_of":
                yield from ((test.question, option) for option in test.options)


def _bound(needs: Iterable[Need]) -> Iterator[str]:
    """The things that something binding asks for, and the options that say that they are held."""
    for need in needs:
        if need.firm == "binding" and need.thing and need.kind == need.thing.kind:
            yield from (need.thing.id, *need.thing.held)
