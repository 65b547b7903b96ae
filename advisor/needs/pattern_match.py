"""Chooses the sentence that answers: the first pattern that fits the answers, the needs and the verdicts."""

from collections.abc import Sequence
from typing import NamedTuple

from advisor.needs.need import Need
from advisor.rules.evaluator import Planes
from advisor.rules.needs_model import AnswerPattern, Kind, Match
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import Recommendation


class Chosen(NamedTuple):
    """A pattern, and the need that it speaks about: the one that it `has`, else the one that leads."""

    pattern: AnswerPattern
    about: Need | None

    @property
    def say(self) -> str:
        own = self.pattern.own and self.about and self.about.rule
        return own.answer if own else self.pattern.say


def chosen(planes: Planes, recommendation: Recommendation, needs: Sequence[Need]) -> Chosen | None:
    """The answer; None where no pattern fits, which the check excludes for the product's own content."""
    program = planes.program
    for pattern, node in zip(program.ruleset.answers, program.says, strict=True):
        if planes.certain[node] & 1 and _fits(pattern, recommendation, needs):
            about = _about(pattern, needs)
            if _names_places(pattern, about, needs, program.ruleset):
                return Chosen(pattern, about)
    return None


def _names_places(pattern: AnswerPattern, about: Need | None, needs: Sequence[Need], ruleset: Ruleset) -> bool:
    """Whether there is a place to name wherever the sentence names some."""
    if "places}" not in pattern.say:
        return True
    named = {
        "{places}": [one for one in about.all if one.wanted == about.wanted] if about else [],
        "{certificate_places}": _by_law(needs, ("certificate", "approval")),
        "{system_places}": _by_law(needs, ("system",)),
    }
    fields = (wanting for field, wanting in named.items() if field in pattern.say)
    return all(any(_has_place(one, ruleset) for one in wanting) for wanting in fields)


def _by_law(needs: Sequence[Need], kinds: Sequence[Kind]) -> list[Need]:
    return [one for need in needs if need.kind in kinds for one in need.all if one.wanted == "law"]


def _has_place(need: Need, ruleset: Ruleset) -> bool:
    """What gathers subjects, such as trades, has no name that a sentence could say."""
    known = ruleset.jurisdictions
    return any(not known[known[place].within or place].several for place in need.places if place in known)


def _about(pattern: AnswerPattern, needs: Sequence[Need]) -> Need | None:
    if pattern.has:
        return next(each for need in needs for each in need.all if _alike(each, pattern.has))
    return needs[0] if needs else None


def _fits(pattern: AnswerPattern, recommendation: Recommendation, needs: Sequence[Need]) -> bool:
    """Every line of a pattern must hold; a line that is left out holds."""
    if pattern.empty is not None and pattern.empty is bool(needs):
        return False
    if pattern.own and not (needs and needs[0].rule and needs[0].rule.answer):
        return False
    return _fits_needs(pattern, needs) and _fits_verdicts(pattern, recommendation)


def _fits_needs(pattern: AnswerPattern, needs: Sequence[Need]) -> bool:
    if pattern.first and not (needs and matches(needs[0], pattern.first)):
        return False
    if pattern.has and not any(matches(need, pattern.has) for need in needs):
        return False
    return not (pattern.lacks and any(matches(need, pattern.lacks) for need in needs))


def _fits_verdicts(pattern: AnswerPattern, recommendation: Recommendation) -> bool:
    verdicts = recommendation.verdicts
    if pattern.open is not None and pattern.open is not any(v.at_most is not v.basis for v in verdicts.values()):
        return False
    return all(name in verdicts and verdicts[name].basis.id in levels for name, levels in pattern.levels.items())


def matches(need: Need, wanted: Match) -> bool:
    """Whether a need looks like this, by itself or by another for the same thing."""
    return any(_alike(each, wanted) for each in need.all)


def _alike(need: Need, wanted: Match) -> bool:
    """Line by line, those first that are written most and exclude most."""
    return (
        (not wanted.wanted or need.wanted in wanted.wanted)
        and (not wanted.kind or need.kind in wanted.kind)
        and (not wanted.stands or need.stand.standing in wanted.stands)
        and (not wanted.firm or need.firm in wanted.firm)
        and (not wanted.thing or (need.thing is not None and need.thing.id in wanted.thing))
        and _named(need, wanted)
    )


def _named(need: Need, wanted: Match) -> bool:
    """The lines that few patterns have."""
    rule = need.rule
    return (
        (not wanted.id or need.id in wanted.id or (rule is not None and rule.id in wanted.id))
        and (not wanted.time or need.due.moment in wanted.time)
        and (not wanted.who or need.who in wanted.who)
        and wanted.reported in (None, need.reported)
        and wanted.frank in (None, bool(rule and rule.frank))
    )
