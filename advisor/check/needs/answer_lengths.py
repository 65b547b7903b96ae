"""Finds answers that are longer than a headline may be, each with the longest that can be filled into it."""

from collections.abc import Iterable, Iterator, Sequence
from string import Formatter
from typing import get_args

from advisor.check.needs.claim_cases import claim_names, claim_places, may_make_true
from advisor.check.needs.possible_needs import PossibleNeed, PossibleNeeds, possible_needs
from advisor.check.problem import Problem, problem
from advisor.content.words import Words
from advisor.needs.claim import WORDS
from advisor.reading.record import Record
from advisor.rules.needs_model import AnswerPattern, NeedRule, Standing
from advisor.rules.ruleset import Ruleset

MOST_WORDS = 22
WITHIN, BEFORE = "need.inside-within", "need.inside-before"
NAMED = 3
"""Names of places in one sentence; more are counted."""


def long_answers(ruleset: Ruleset, words: Words) -> Iterator[Problem]:
    """Of patterns and of rules with an answer of their own; nothing while their words are missing."""
    if not {WITHIN, BEFORE} <= {key.removesuffix(".other") for key in words}:
        return
    possible = possible_needs(ruleset)
    fill = _Filling(ruleset, words, possible)
    for pattern in ruleset.answers:
        claimed = {
            "claimed": _longest(claim_names(ruleset, pattern)),
            "claimed_place": _longest(claim_places(ruleset, pattern)),
        }
        fill.standings = _standings(pattern)
        yield from _too_long(pattern, pattern.say, fill, _about(ruleset, pattern, possible), claimed)
    of_rule: dict[int, list[PossibleNeed]] = {}
    for need in possible:
        if isinstance(need.record, NeedRule):
            of_rule.setdefault(need.at, []).append(need)
    fill.standings = get_args(Standing)
    for place, rule in enumerate(ruleset.needs):
        yield from _too_long(rule, rule.answer, fill, of_rule.get(place, []), {})


def _standings(pattern: AnswerPattern) -> tuple[Standing, ...]:
    """How the company may stand to what the pattern speaks about."""
    match = pattern.has or pattern.first
    return match.stands if match and match.stands else get_args(Standing)


def _about(ruleset: Ruleset, pattern: AnswerPattern, possible: PossibleNeeds) -> Sequence[PossibleNeed]:
    """The needs that it may speak about."""
    match = pattern.has or pattern.first
    about = possible.like(match)
    if match is not None and match.claimed:
        return may_make_true(ruleset, pattern.claimed, pattern.when, about)
    return about


def _too_long(
    record: Record, say: str, fill: "_Filling", about: Sequence[PossibleNeed], claimed: dict[str, str]
) -> Iterator[Problem]:
    fields = {field for _, field, _, _ in Formatter().parse(say) if field}
    sentences = [say.format(**fill.of(need), **claimed) for need in about] if fields else [say]
    longest = max(sentences, key=_count, default="")
    if _count(longest) > MOST_WORDS:
        name = getattr(record, "id", "")
        text = f"'{name}' answers in up to {_count(longest)} words, a headline has {MOST_WORDS}: {longest}"
        yield problem("long-answer", record, text, None)


def _count(text: str) -> int:
    return len(text.split())


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=_count, default="")


class _Filling:
    """The longest that may stand in each gap."""

    def __init__(self, ruleset: Ruleset, words: Words, possible: Iterable[PossibleNeed]) -> None:
        self.ruleset, self.words = ruleset, words
        by_law = [need for need in possible if need.wanted == "law"]
        self.certificates = self._places(
            p for n in by_law if n.kind in ("certificate", "approval") for p in n.words.places
        )
        self.systems = self._places(place for n in by_law if n.kind == "system" for place in n.words.places)
        self.held = self._held()
        self.within = self.words.count(WITHIN, 12)
        self.standings: tuple[Standing, ...] = get_args(Standing)
        self._said: dict[PossibleNeed, dict[str, str]] = {}
        self._fault: dict[tuple[str, tuple[Standing, ...]], str] = {}

    def of(self, need: PossibleNeed) -> dict[str, str]:
        if need not in self._said:
            self._said[need] = self._of_any(need)
        if (about := (need.thing, self.standings)) not in self._fault:
            self._fault[about] = _longest(self._faults(need))
        return {**self._said[need], "fault": self._fault[about]}

    def _of_any(self, need: PossibleNeed) -> dict[str, str]:
        """What does not hang on where the company stands."""
        what, thing, by, events, places = need.words
        return {
            "what": what,
            "thing": thing,
            "by": by,
            "places": self._places(places),
            "certificate_places": self.certificates,
            "system_places": self.systems,
            "when": _longest([self.within, *(self.words(BEFORE, event=event) for event in events)]),
            "held": self.held,
        }

    def _held(self) -> str:
        """As long as the names of what is held may be in one sentence."""
        question = self.ruleset.question(next(iter(self.ruleset.situation.held), ""))
        names = [option.name for option in question.options] if question else []
        return _longest([" ".join(["…"] * WORDS), *(name for name in names if _count(name) <= WORDS)])

    def _faults(self, need: PossibleNeed) -> Iterator[str]:
        thing = self.ruleset.things.get(need.thing)
        yield from (rule.say for rule in thing.stands if rule.standing in self.standings) if thing else ()

    def _places(self, ids: Iterable[str]) -> str:
        """The longest names of as many places as one sentence names."""
        known = self.ruleset.jurisdictions
        outer = dict.fromkeys(known[place].within or place for place in ids if place in known)
        named = [known[place].short or known[place].name for place in outer if not known[place].several]
        return " and ".join(sorted(named, key=_count, reverse=True)[:NAMED])
