"""Says what changing one answer would do, before it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from advisor.needs.advice import needs_of
from advisor.needs.need import Need
from advisor.rules.model import Answers, Question, Standard
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import walk_through
from advisor.verdicts.verdict import Verdict, judged
from advisor.whatif.real_changes import moved

NO_DAY = date.min
"""What comes and goes hangs on no day, since none is typed here."""


class Turn(NamedTuple):
    """The verdict of a standard before and after a change."""

    standard: Standard
    before: Verdict
    after: Verdict

    @property
    def turns(self) -> bool:
        """Whether what the visitor reads changes: the basis or its range."""
        return (self.before.basis, self.before.at_most) != (self.after.basis, self.after.at_most)


@dataclass(frozen=True)
class Change:
    """What other answers would do; all questions in asking order.

    `stays`: answered questions on the path before and after, the changed ones left out. `set_aside` leave the path,
    `returns` come back to it with their old answer. `comes`: questions that would then be asked and are not yet;
    `spared`: those that are open now and would no longer be asked. `gone`: needs that bind now and no longer would;
    `come`: those that would have to be met, and need not now.
    """

    stays: tuple[Question, ...]
    set_aside: tuple[Question, ...]
    returns: tuple[Question, ...]
    comes: tuple[Question, ...]
    spared: tuple[Question, ...]
    verdicts: tuple[Turn, ...]
    gone: tuple[Need, ...]
    come: tuple[Need, ...]

    @property
    def harmless(self) -> bool:
        """Whether nobody needs to be warned: nothing is set aside, nothing new is asked or owed, no verdict turns."""
        turns = any(turn.turns for turn in self.verdicts)
        return not (self.set_aside or self.comes or self.gone or self.come or turns)


@dataclass(frozen=True)
class Preview(Change):
    """What one change of an answer does. `answers`: all answers after it."""

    question: Question
    answers: dict[str, tuple[str, ...]]


def with_answer(answers: Answers, question: str, options: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The answers with one of them changed in its place; without options it is forgotten. Nothing else is touched."""
    chosen = tuple(options)
    changed = {**answers, question: chosen}
    return changed if chosen else {name: given for name, given in changed.items() if name != question}


def preview(ruleset: Ruleset, answers: Answers, question: str, options: Iterable[str]) -> Preview:
    """What `walk` and `judge` would say after the change. An unknown question raises KeyError."""
    changed = ruleset.question(question)
    if changed is None:
        raise KeyError(question)
    after = with_answer(answers, question, options)
    effect = change(ruleset, answers, after, (question,))
    return Preview(**vars(effect), question=changed, answers=after)


def change(ruleset: Ruleset, answers: Answers, after: Answers, changed: Iterable[str]) -> Change:
    """What `walk` and `judge` would say after these answers. `changed`: ids of the questions that are answered anew."""
    states = [Evaluated(ruleset, answers), Evaluated(ruleset, after)]
    old, new = (walk_through(state) for state in states)
    old_path, new_path = ({step.question.id for step in journey.steps} for journey in (old, new))
    old_ahead, new_ahead = ({question.id for question in journey.ahead} for journey in (old, new))
    before, then = (judged(state).verdicts for state in states)
    needs = moved(*(needs_of(state.applied, NO_DAY) for state in states))

    def only(ids: Iterable[str]) -> tuple[Question, ...]:
        wanted = set(ids).difference(changed)
        return tuple(q for q in ruleset.questions if q.id in wanted)

    return Change(
        stays=only(old_path & new_path),
        set_aside=only(old_path - new_path),
        returns=only(new_path.intersection(old.set_aside)),
        comes=only(new_ahead - old_ahead),
        spared=only(old_ahead - new_ahead),
        verdicts=tuple(Turn(s, before[s.id], then[s.id]) for s in ruleset.standards),
        gone=needs.gone,
        come=needs.come,
    )
