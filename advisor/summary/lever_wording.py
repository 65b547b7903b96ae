"""What would change a verdict, in sentences, grouped by who could bring it about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Protocol, TypeVar

from advisor.content.words import Words
from advisor.rules.model import Answers, Question
from advisor.summary.outlook import LeverGroup, LeverText
from advisor.whatif.edits import Edit
from advisor.whatif.lever_search import Lever


def grouped(found: Iterable[Lever], standard: str, words: Words) -> tuple[LeverGroup, ...]:
    """The levers of one standard in their order, which is the easiest to move first."""
    own = [lever for lever in found if lever.standard.id == standard]
    return tuple(
        LeverGroup(
            controlled_by=controller,
            title=words[f"lever.{controller}"],
            levers=tuple(lever_text(lever, words) for lever in group),
        )
        for controller, group in groupby(own, key=lambda lever: lever.controlled_by)
    )


def lever_text(lever: Lever, words: Words) -> LeverText:
    return LeverText(
        standard=lever.standard.id,
        effect=lever.effect,
        reached=lever.reached,
        sentence=_sentence(lever, words),
        depends=words("lever.depends", questions=" ".join(q.ask for q in lever.opens)) if lever.opens else "",
        set_aside=lever.set_aside,
        answers={edit.question.id: edit.after for edit in lever.edits},
    )


def _sentence(lever: Lever, words: Words) -> str:
    settled = "certain" if lever.after.basis is lever.after.at_most else "range"
    change = [_change(edit, words) for edit in lever.edits]
    return words(
        f"lever.{lever.effect if lever.effect.startswith('may') else settled}",
        change=change[0] if len(change) == 1 else words("lever.and", first=change[0], second=change[1]),
        standard=lever.standard.name,
        basis=words.basis(lever.after.basis, reported=lever.after.reported),
        at_most=words.basis(lever.after.at_most, reported=lever.after.reported_at_most),
    )


def _change(edit: Edit, words: Words) -> str:
    if edit.added and edit.removed and not edit.clears:
        kind, answer = "instead", edit.added
    elif edit.added:
        kind, answer = "add" if set(edit.before) & set(edit.after) else "answer", edit.added
    else:
        kind, answer = "drop", edit.removed
    return words(
        f"lever.{kind}",
        answer=labels(edit.question, answer),
        before=labels(edit.question, edit.removed),
        question=edit.question.ask,
    )


def labels(question: Question, options: Iterable[str]) -> str:
    """The labels of these options in the question's order."""
    chosen = set(options)
    return ", ".join(option.label for option in question.options if option.id in chosen)


class _Moving(Protocol):
    @property
    def effect(self) -> str: ...

    @property
    def reached(self) -> str: ...


_M = TypeVar("_M", bound=_Moving)


def varied(found: Iterable[_M]) -> Iterator[_M]:
    """Of each kind of change one before a second of any."""
    seen: dict[tuple[str, str], list[_M]] = {}
    for lever in found:
        seen.setdefault((lever.effect, lever.reached), []).append(lever)
    while any(seen.values()):
        yield from [kind.pop(0) for kind in seen.values() if kind]


def as_tried(answers: Answers, lever: LeverText) -> dict[str, tuple[str, ...]]:
    """The visitor's answers with the lever moved. Keep the old mapping to go back."""
    return {**answers, **lever.answers}
