"""Changes that could really happen to a company: each is tried, and told only where it changes what is owed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Literal

from advisor.needs.advice import needs_of
from advisor.needs.need import Need
from advisor.rules.changes_model import CHOSEN, AnswerEdit, ChangeRule
from advisor.rules.condition_states import holds
from advisor.rules.conditions import All, Condition, Not
from advisor.rules.model import Answers, Question
from advisor.rules.needs_model import Kind
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated

MOST = 3
"""Nobody weighs more of them."""
TRIED = 6
"""Options of one question: who sells in more markets learns nothing from leaving one of them out."""
NAMED = frozenset(("system", "certificate", "approval", "registration"))
"""Kinds of needs that are called by a noun even where no thing of the content stands behind them."""
WEIGHTS: dict[Kind, int] = {"certificate": 3, "approval": 3}
OURS = frozenset(("we", "group", "site"))
"""Who must have it, if it is to come to us; what others must have, they get."""
Owed = dict[tuple[str, str], Need]
Effect = Literal["eases", "binds"]


@dataclass(frozen=True)
class RealChange:
    """`option`: id of the chosen one that it is about. `answers`: the new answer to each question that it touches.

    `gone`, `come`: what binds now and no longer would, and what would have to be got.
    """

    rule: ChangeRule
    option: str
    answers: dict[str, tuple[str, ...]]
    gone: tuple[Need, ...]
    come: tuple[Need, ...]

    @property
    def effect(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """Two changes with the same effect are one to who reads them."""
        return tuple(frozenset(need.same for need in needs) for needs in (self.gone, self.come))

    @property
    def weight(self) -> int:
        """What comes and goes, a paper from outside more than what a company does by itself."""
        return sum(WEIGHTS.get(need.kind, 1) for need in (*self.gone, *self.come))


@dataclass(frozen=True)
class NeedsMoved:
    """What comes and goes between two lists of needs."""

    gone: tuple[Need, ...]
    come: tuple[Need, ...]


def moved(before: Iterable[Need], after: Iterable[Need]) -> NeedsMoved:
    """What bound and no longer does or is met only then, and what has to be got only then."""
    was, is_ = _binding(before), _binding(after)
    return NeedsMoved(
        gone=tuple(need for key, need in was.items() if key not in is_ or _met_only(is_[key], need)),
        come=tuple(need for key, need in is_.items() if _owed(need) and _new(was.get(key))),
    )


def _binding(needs: Iterable[Need]) -> Owed:
    """What can be said to come and to go: things, not what is to be asked, decided or written."""
    return {need.same: need for need in needs if need.binds and (need.kind in NAMED or _is_thing(need))}


def _is_thing(need: Need) -> bool:
    return need.thing is not None and need.kind == need.thing.kind


def _owed(need: Need) -> bool:
    return need.who in OURS and not need.stand.counts


def _met_only(then: Need, now: Need) -> bool:
    return then.stand.counts and not now.stand.counts


def _new(now: Need | None) -> bool:
    return now is None or now.stand.counts


def real_changes(
    ruleset: Ruleset, answers: Answers, needs: Sequence[Need], day: date, typed: date | None = None
) -> tuple[RealChange, ...]:
    """At most three, with different effects: what eases first where something is owed, else what would bind.

    `answers`: all, those that are set aside too, which return where a change lets their question apply again.
    """
    trial = _Trial(ruleset, answers, needs, day, typed)
    owing = any(not need.stand.counts for need in _binding(needs).values())
    kinds: tuple[Effect, Effect] = ("eases", "binds") if owing else ("binds", "eases")
    first = list(islice(trial.changes(kinds[0]), MOST))
    others = list(islice(trial.changes(kinds[1]), max(1, MOST - len(first))))
    room = MOST - 1 if others else MOST
    return tuple([*first[:room], *others, *first[room:]][:MOST])


@dataclass(frozen=True)
class _Trial:
    ruleset: Ruleset
    answers: Answers
    needs: Sequence[Need]
    day: date
    typed: date | None

    @cached_property
    def _rules(self) -> list[ChangeRule]:
        """Those that hold for this company, the smallest rank first."""
        rules = self.ruleset.changes
        states = holds(self.ruleset, [_applies(rule) for rule in rules], self.answers)
        applying = [rule for rule, state in zip(rules, states, strict=True) if state]
        return sorted(applying, key=lambda rule: rule.rank)

    def changes(self, kind: Effect) -> Iterator[RealChange]:
        """Of each rule the change that moves most, unless one before it has the same effect."""
        told = []
        for rule in (rule for rule in self._rules if rule.kind == kind):
            tried = (self._tried(rule, option) for option in self._options(rule))
            found = max((change for change in tried if change), key=lambda change: change.weight, default=None)
            if found and found.effect not in told:
                told.append(found.effect)
                yield found

    def _options(self, rule: ChangeRule) -> tuple[str, ...]:
        """The chosen ones that it may be about."""
        question = self.ruleset.question(rule.each or "")
        if question is None:
            return ("",)
        chosen = (o for o in self.answers.get(question.id, ()) if o not in question.alone)
        return tuple(o for o in chosen if o in rule.names or not rule.names)[:TRIED]

    def _tried(self, rule: ChangeRule, option: str) -> RealChange | None:
        """The change, if the company could answer so, and if it does what its rule says."""
        answers = self._edited(rule, option)
        then = Evaluated(self.ruleset, {**self.answers, **answers})
        if not answers or not all(_on_offer(then, name, given) for name, given in answers.items()):
            return None
        found = moved(self.needs, needs_of(then.applied, self.day, self.typed))
        change = RealChange(rule, option, answers, found.gone, found.come)
        return change if _as_said(change) else None

    def _edited(self, rule: ChangeRule, option: str) -> dict[str, tuple[str, ...]]:
        """The new answers; empty where one of them would be what it is, or none at all."""
        found = {}
        for name, edit in rule.do.items():
            question, now = self.ruleset.question_by_id[name], self.answers.get(name, ())
            found[name] = edited(question, now, edit, option)
            if not found[name] or set(found[name]) == set(now):
                return {}
        return found


def _applies(rule: ChangeRule) -> Condition | None:
    parts = [*([rule.when] if rule.when else []), *([Not(rule.unless)] if rule.unless else [])]
    return All(tuple(parts)) if parts else None


def edited(question: Question, now: Sequence[str], edit: AnswerEdit, option: str) -> tuple[str, ...]:
    """The answer after an edit, in the question's order; "none of these" where nothing else is left, if it exists."""

    def named(names: tuple[str, ...]) -> set[str]:
        return {option if name == CHOSEN else name for name in names}

    if edit.set_to or (edit.add and question.kind == "one"):
        chosen = named(edit.set_to or edit.add)
    else:
        chosen = (set(now).difference(question.alone) | named(edit.add)) - named(edit.drop)
    if not chosen:
        chosen = {o.id for o in question.options if o.exclusive and not o.unknown}
    return tuple(o.id for o in question.options if o.id in chosen)


def _on_offer(then: Evaluated, name: str, given: Iterable[str]) -> bool:
    """Whether the question would apply and the options be shown."""
    planes = then.planes
    place = then.ruleset.program.unknown_options[name][0]
    shown = planes.program.shown_at[place]
    return then.asks(place) and all(planes.possible[shown[option]] & 1 for option in given)


def _as_said(change: RealChange) -> bool:
    """Whether something goes or comes as the rule says, and the sentence names no more and hides nothing."""
    say = change.rule.say
    if ("{gone}" in say and not change.gone) or ("{come}" in say and not change.come):
        return False
    if change.rule.kind == "binds":
        return bool(change.come)
    return bool(change.gone) and (not change.come or "{come}" in say)
