"""What would change a verdict, in sentences, grouped by who could bring it about."""

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from typing import Literal, TypeVar, get_args

from advisor.assessment.assessment import Assessment
from advisor.content.words import Words
from advisor.rules.model import Controller, Question
from advisor.summary.summary_data import Changes, LeverGroup, LeverText
from advisor.summary.wording import chosen, listed
from advisor.verdicts.verdict import Verdict
from advisor.whatif.edits import Edit
from advisor.whatif.lever_search import Lever

_Change = Literal["answer", "instead", "add", "drop"]
_EFFECTS = ("certain", "range", "may-raise", "may-lower")
SAID_KEYS = {
    "lever.by-{}": get_args(Controller),
    "lever.{}": tuple(f"{change}-{effect}" for change in (*get_args(_Change), "several") for effect in _EFFECTS),
    "lever.one-of-several-{}": get_args(_Change),
}


def grouped(found: Iterable[Lever], standard: str, words: Words) -> tuple[LeverGroup, ...]:
    """The levers of one standard in their order, which is the easiest to move first."""
    own = [lever for lever in found if lever.standard.id == standard]
    return tuple(
        LeverGroup(
            controlled_by=controller,
            title=words[f"lever.by-{controller}"],
            levers=tuple(lever_text(lever, words) for lever in group),
        )
        for controller, group in groupby(own, key=lambda lever: lever.controlled_by)
    )


def lever_text(lever: Lever, words: Words) -> LeverText:
    return LeverText(
        standard=lever.standard.id,
        effect=lever.effect,
        reached=lever.reached.id,
        sentence=_sentence(lever, words),
        depends=words("lever.depends", questions=" ".join(q.ask for q in lever.opens)) if lever.opens else "",
        set_aside=lever.set_aside,
        answers={edit.question.id: edit.after for edit in lever.edits},
    )


def _sentence(lever: Lever, words: Words) -> str:
    """One pattern for each kind of change and effect; of several changes each is a clause of its own."""
    first = lever.edits[0]
    return words(
        f"lever.{_pattern(lever)}",
        changes=listed((_clause(edit, words) for edit in lever.edits), words),
        answer=_answer(first),
        before=labels(first.question, first.removed),
        question=first.question.ask,
        standard=lever.standard.name,
        basis=words.basis(lever.after.basis, reported=lever.after.reported),
        at_most=words.basis(lever.after.at_most, reported=lever.after.reported_at_most),
    )


def _pattern(lever: Lever) -> str:
    """Such as `drop-range`: what is changed, and whether its effect is certain."""
    change = _change(lever.edits[0]) if len(lever.edits) == 1 else "several"
    settled = "certain" if lever.after.basis is lever.after.at_most else "range"
    return f"{change}-{lever.effect if lever.effect.startswith('may') else settled}"


def _clause(edit: Edit, words: Words) -> str:
    return words(
        f"lever.one-of-several-{_change(edit)}",
        answer=_answer(edit),
        before=labels(edit.question, edit.removed),
        question=edit.question.ask,
    )


def _change(edit: Edit) -> _Change:
    if not edit.added:
        return "drop"
    if edit.removed and not edit.clears:
        return "instead"
    return "add" if set(edit.before) & set(edit.after) else "answer"


def _answer(edit: Edit) -> str:
    """What is chosen anew, else what is taken back."""
    return labels(edit.question, edit.added or edit.removed)


def labels(question: Question, options: Iterable[str]) -> str:
    """The labels of these options in the question's order."""
    return ", ".join(chosen([question], {question.id: tuple(options)}))


_L = TypeVar("_L", Lever, LeverText)


def varied(found: Iterable[_L]) -> Iterator[_L]:
    """Of each kind of change one before a second of any."""
    seen: dict[tuple[str, object], list[_L]] = {}
    for lever in found:
        seen.setdefault((lever.effect, lever.reached), []).append(lever)
    for turn in zip_longest(*seen.values()):
        yield from filter(None, turn)


TOLD = {"company": 3, "customer": 3, "law": 2, "fact": 1}
"""How many levers of a kind `changes_by_standard` tells; the screen shows all of them."""


def changes_by_standard(assessment: Assessment) -> tuple[Changes, ...]:
    return tuple(_changes(assessment, verdict) for verdict in assessment.recommendation.verdicts.values())


def _changes(assessment: Assessment, verdict: Verdict) -> Changes:
    words, standard = assessment.content.words, verdict.standard
    own = [lever for lever in assessment.levers if lever.standard is standard]
    told = map(_told, grouped(own, standard.id, words))
    groups = tuple(group for group in told if group.levers)
    untold = len(own) - sum(len(group.levers) for group in groups)
    return Changes(
        standard=standard.id,
        name=standard.name,
        groups=groups,
        none="" if own else words["lever.none"],
        more=words.count("document.more-levers", untold) if untold else "",
    )


def _told(group: LeverGroup) -> LeverGroup:
    """The few that say most: no far-fetched ones, and of each kind of change one before a second of any."""
    near = [lever for lever in group.levers if group.controlled_by != "fact" or lever.effect == "lowers"]
    return group.model_copy(update={"levers": tuple(varied(near))[: TOLD[group.controlled_by]]})
