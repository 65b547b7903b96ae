"""An answer may follow from others: then it is said, with its provision, and not asked; or an aid finds it.

Conditions are rewritten, nothing else: wherever a rule names the option, what settles it counts as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from advisor.reading.record import Id
from advisor.rules.conditions import All, AnyOf, Condition, Not, Test, map_tests, tests
from advisor.rules.model import Note, Question
from advisor.rules.rule_conditions import everywhere
from advisor.rules.ruleset import Ruleset


class SettledAnswer(Note):
    """Says which option answers a question, and why.

    Where `when` looks only at earlier answers, the question is not asked. Where it looks at later ones, which belong
    to an aid, it counts for whoever chose the option of the question that is `aided`. No two of a question may hold
    at once.
    """

    question: Id
    option: Id
    kind: Literal["settled"] = "settled"

    @property
    def written(self) -> tuple[Condition, ...]:
        """All that must hold."""
        given = () if self.when is None else (self.when,)
        return given if self.unless is None else (*given, Not(self.unless))

    def is_aid(self, question: Question, earlier: Iterable[str]) -> bool:
        """Whether it looks at answers that are given after the question."""
        before = set(earlier) - {question.id}
        return any(test.question not in before for condition in self.written for test in tests(condition))


@dataclass(frozen=True)
class _Ways:
    """What else stands for the options of one question. `aided`: the options that lead to an aid."""

    by_option: Mapping[str, tuple[Condition, ...]]
    aided: tuple[str, ...]

    def counted(self, test: Test) -> Condition:
        """The test, or what settles it. Who asked for the aid has said nothing yet that excludes an option."""
        if test.mode == "none_of":
            test = replace(test, options=tuple(dict.fromkeys((*test.options, *self.aided))))
        names = [name for name in self.by_option if (name in test.options) == (test.mode != "none_of")]
        also = tuple(dict.fromkeys(condition for name in names for condition in self.by_option[name]))
        return AnyOf((test, *also)) if also else test


def settle(ruleset: Ruleset, settled: Iterable[SettledAnswer]) -> Ruleset:
    """The same ruleset, in which these answers count without being given; what says so is among its notes."""
    written = tuple(settled)
    if not written:
        return ruleset
    settling = _Settling(ruleset, written)
    rules = everywhere(replace(ruleset, questions=settling.questions), settling.widened)
    return replace(rules, notes=(*rules.notes, *settling.told))


class _Settling:
    """Goes through the questions in asking order, since a condition may rest on an answer that is settled itself."""

    def __init__(self, ruleset: Ruleset, settled: tuple[SettledAnswer, ...]) -> None:
        self._ways: dict[str, _Ways] = {}
        self._notes: dict[str, SettledAnswer] = {entry.id: entry for entry in settled}
        done: list[Question] = []
        for question in ruleset.questions:
            known = {option.id for option in question.options}
            own = [entry for entry in settled if entry.question == question.id and entry.option in known]
            done.append(self._question(question, own, [earlier.id for earlier in done]))
        self.questions = tuple(done)

    @property
    def told(self) -> tuple[SettledAnswer, ...]:
        """What says so, each for those to whom it applies."""
        return tuple(self._notes.values())

    def widened(self, condition: Condition | None) -> Condition | None:
        """The condition, in which settled answers count."""
        ways = self._ways
        return map_tests(condition, lambda t: ways[t.question].counted(t) if t.question in ways else t)

    def _question(self, question: Question, own: list[SettledAnswer], earlier: list[str]) -> Question:
        """The question as it is asked now; what settles it is kept for those that come after."""
        shown = [o.model_copy(update={"show_if": self.widened(o.show_if)}) for o in question.options]
        asked = self.widened(question.ask_if)
        before = [entry for entry in own if not entry.is_aid(question, earlier)]
        ways = [(entry, self._whole(asked, entry)) for entry in before]
        ways += [(entry, self._whole(_aided(question), entry)) for entry in own if entry not in before]
        if ways:
            self._keep(question, ways)
        skips = tuple(_joined(self._parts(entry)) for entry in before)
        rest = () if asked is None else (asked,)
        asked = _joined((*rest, Not(AnyOf(skips)))) if skips else asked
        return question.model_copy(update={"ask_if": asked, "options": tuple(shown)})

    def _parts(self, entry: SettledAnswer) -> tuple[Condition, ...]:
        return tuple(part for condition in entry.written if (part := self.widened(condition)) is not None)

    def _whole(self, first: Condition | None, entry: SettledAnswer) -> Condition:
        return _joined((*(() if first is None else (first,)), *self._parts(entry)))

    def _keep(self, question: Question, ways: list[tuple[SettledAnswer, Condition]]) -> None:
        by_option: dict[str, tuple[Condition, ...]] = {}
        for entry, condition in ways:
            by_option[entry.option] = (*by_option.get(entry.option, ()), condition)
            self._notes[entry.id] = entry.model_copy(update={"when": condition, "unless": None})
        self._ways[question.id] = _Ways(by_option, aided_options(question))


def aided_options(question: Question) -> tuple[str, ...]:
    """Ids of the options whose choice leads to an aid."""
    return tuple(option.id for option in question.options if option.aided)


def _aided(question: Question) -> Condition:
    return Test(question.id, "any_of", aided_options(question))


def _joined(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else All(parts)


def settled_problems(entry: SettledAnswer, ruleset: Ruleset) -> Iterator[str]:
    """What it names and cannot settle, one sentence each."""
    question = ruleset.question(entry.question)
    if question is None:
        yield from ruleset.unknown("question", [entry.question])
        return
    option = question.option(entry.option)
    if option is None or option.unknown or option.aided:
        yield f"'{entry.option}' is no option of '{question.id}' that can be settled"
    if question.kind == "many":
        yield f"'{question.id}' takes many answers; only one answer can be settled"
