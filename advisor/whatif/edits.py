"""The single changes that a visitor could make to the answers, and many of them at once as columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor.rules.evaluator import Columns, columns
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset


@dataclass(frozen=True)
class Edit:
    """Another answer to one question: option ids in the question's order; `before` is empty where it was open.

    `place`: the question's among all. `removed` and `added` leave out an "I don't know", which says nothing.
    """

    place: int
    question: Question
    before: tuple[str, ...]
    after: tuple[str, ...]

    @cached_property
    def added(self) -> tuple[str, ...]:
        return tuple(option for option in self.after if option not in self.before)

    @cached_property
    def removed(self) -> tuple[str, ...]:
        if not self.before:
            return ()
        said = {option.id for option in self.question.options if not option.unknown}
        return tuple(option for option in self.before if option not in self.after and option in said)

    @property
    def touched(self) -> tuple[str, ...]:
        """The options said or taken back; "none of these" counts only where it is all that changes."""
        both = (*self.removed, *self.added)
        return tuple(option for option in both if option not in self.question.alone) or both

    @cached_property
    def clears(self) -> bool:
        """Whether it answers "none of these", which takes everything else back."""
        return any(option in self.question.alone for option in self.added)


def single_edits(ruleset: Ruleset, answers: Answers) -> list[Edit]:
    """Choose another option, add one, take one back, or answer what is open, at each question.

    Taking back the only option leaves no answer: half an edit, good only together with another at that question.
    """
    return [
        Edit(place, question, now, after)
        for place, question in enumerate(ruleset.questions)
        for now in [tuple(answers.get(question.id, ()))]
        for after in _others(question, now)
    ]


def _others(question: Question, now: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for option in question.options:
        stays = option.id in now and (question.kind == "one" or option.exclusive)
        if not (option.unknown or stays):
            yield question.toggled(now, option.id)


def compatible(one: Edit, other: Edit) -> bool:
    """Whether both edits of one question can be made: only by adding to it or taking from it, leaving something."""
    if one.question.kind == "one" or one.clears or other.clears:
        return False
    return bool(one.added or other.added or set(one.after) & set(other.after))


def joined(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The same edits, two of one question as one."""
    if len({edit.place for edit in edits}) == len(edits):
        return edits
    one, other = edits
    chosen = (set(one.after) & set(other.after)) | set(one.added) | set(other.added)
    return (Edit(one.place, one.question, one.before, tuple(o.id for o in one.question.options if o.id in chosen)),)


def edited_columns(ruleset: Ruleset, answers: Answers, edits: Iterable[tuple[Edit, int]], width: int) -> Columns:
    """The same answers `width` times, each edit made in the cases of its mask."""
    full = (1 << width) - 1
    one = columns(ruleset, [answers])
    unknown = [full if bit else 0 for bit in one.unknown]
    unsure = dict.fromkeys(one.unsure, full)
    cases = Columns(width, [dict.fromkeys(chosen, full) for chosen in one.chosen], unknown, unsure)
    for edit, mask in edits:
        column = cases.chosen[edit.place]
        cases.unknown[edit.place] &= ~mask
        for option in edit.removed:
            column[option] = column.get(option, 0) & ~mask
        for option in edit.added:
            column[option] = column.get(option, 0) | mask
    return cases
