"""An answer may follow from others: then it is said, with its provision, and not asked; or an aid finds it.

Conditions are rewritten, nothing else: wherever a rule names the option, what settles it counts as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from advisor.reading.record import Id
from advisor.rules.conditions import All, AnyOf, Condition, Not, Test, Widened, map_tests, tests
from advisor.rules.model import Ids, Note, Question
from advisor.rules.rule_conditions import everywhere
from advisor.rules.ruleset import Ruleset


class SettledAnswer(Note):
    """Says which option answers a question, and why.

    Where `when` looks only at earlier answers, the question is not asked. Where it looks at later ones, which belong
    to an aid, it counts for whoever chose an option of the question that is `aided`; then it may name several options
    of which one is right, or none where the rules leave all of them open. No two of a question may hold at once.
    """

    question: Id
    option: Ids = ()
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


class _Way(NamedTuple):
    """One of these options is right wherever the condition holds."""

    options: frozenset[str]
    condition: Condition


@dataclass(frozen=True)
class _Ways:
    """What else stands for the options of a question. `aided`: those that lead to an aid; `others`: all the others."""

    question: str
    others: frozenset[str]
    aided: tuple[str, ...]
    ways: tuple[_Way, ...]

    def counted(self, test: Test) -> Condition:
        """The test, or what settles it. Who asked for the aid has said nothing yet that excludes an option."""
        wanted = frozenset(test.options)
        if test.mode == "none_of":
            wanted = self.others - wanted
            test = replace(test, options=tuple(dict.fromkeys((*test.options, *self.aided))))
        also = tuple(dict.fromkeys(part for way in self.ways for part in self._part(way, wanted)))
        return Widened((test, *also)) if also else test

    def _part(self, way: _Way, wanted: frozenset[str]) -> Iterator[Condition]:
        if way.options <= wanted:
            yield way.condition
        elif way.options & wanted:
            yield All((way.condition, Test(self.question, "open", self.aided)))


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
            own = [entry for entry in settled if entry.question == question.id and known.issuperset(entry.option)]
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
        aids = [entry for entry in own if entry.is_aid(question, earlier)]
        before = [entry for entry in own if entry not in aids]
        ways = [(entry, self._whole(asked, entry)) for entry in before]
        aided = Test(question.id, "any_of", _aided(question))
        self._keep(question, [*ways, *((entry, self._whole(aided, entry)) for entry in aids)])
        skips = tuple(_joined(self._parts(entry)) for entry in before)
        rest = () if asked is None else (asked,)
        asked = _joined((*rest, Not(AnyOf(skips)))) if skips else asked
        return question.model_copy(update={"ask_if": asked, "options": tuple(shown)})

    def _parts(self, entry: SettledAnswer) -> tuple[Condition, ...]:
        return tuple(part for condition in entry.written if (part := self.widened(condition)) is not None)

    def _whole(self, first: Condition | None, entry: SettledAnswer) -> Condition:
        return _joined((*(() if first is None else (first,)), *self._parts(entry)))

    def _keep(self, question: Question, settled: list[tuple[SettledAnswer, Condition]]) -> None:
        if not settled:
            return
        others = [option for option in question.options if not (option.unknown or option.aided)]
        all_ = frozenset(option.id for option in others if not option.spoken)
        ways = tuple(_Way(frozenset(entry.option) or all_, condition) for entry, condition in settled)
        every = frozenset(option.id for option in others)
        self._ways[question.id] = _Ways(question.id, every, _aided(question), ways)
        for entry, condition in settled:
            self._notes[entry.id] = entry.model_copy(update={"when": condition, "unless": None})


def _aided(question: Question) -> tuple[str, ...]:
    return tuple(option.id for option in question.options if option.aided)


def _joined(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else All(parts)


def settled_problems(entry: SettledAnswer, ruleset: Ruleset) -> Iterator[str]:
    """What it names and cannot settle, one sentence each."""
    question = ruleset.question(entry.question)
    if question is None:
        yield from ruleset.unknown("question", [entry.question])
        return
    for name in entry.option:
        option = question.option(name)
        if option is None or option.unknown or option.aided:
            yield f"'{name}' is no option of '{question.id}' that can be settled"
    if question.kind == "many":
        yield f"'{question.id}' takes many answers; only one answer can be settled"
    earlier = [other.id for other in ruleset.questions[: ruleset.questions.index(question)]]
    if entry.is_aid(question, earlier) and not _aided(question):
        yield f"no option of '{question.id}' is 'aided', so nobody is led to this"
    if not entry.is_aid(question, earlier) and len(entry.option) != 1:
        yield f"'{question.id}' is not asked where this holds, so exactly one option must be named"
