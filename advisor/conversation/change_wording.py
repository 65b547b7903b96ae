"""What another answer would do, in words: what falls away, what comes, what stays."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from advisor.assessment.assessment import Assessment
from advisor.content.words import Words
from advisor.conversation.moment import Moment
from advisor.summary.changes_text import names_of
from advisor.summary.lever_wording import labels
from advisor.verdicts.verdict import Verdict
from advisor.whatif.preview import Change, Turn, preview


class ChangeLine(NamedTuple):
    """`label` names what kind of things the text lists; empty where the text says it all."""

    label: str
    text: str


def would_change(assessment: Assessment, moment: Moment) -> dict[str, Any]:
    """What the proposed answer to an earlier question would change, to be agreed to or not."""
    rules, words = assessment.rules, assessment.content.words
    question = next(each for each in rules.questions if each.id == moment.editing)
    found = preview(rules, assessment.answers, question.id, moment.proposed)
    lines = (
        *needs(words, found),
        *(ChangeLine("", text) for text in verdicts(words, found.verdicts)),
        ChangeLine("", words.count("preview.stays", len(found.stays))),
        *paths(words, found),
    )
    title = words("preview.title", answer=labels(question, moment.proposed))
    return {"title": title, "lines": [line._asdict() for line in lines]}


def needs(words: Words, found: Change) -> Iterator[ChangeLine]:
    """What would no longer bind, and what would have to be got, by name."""
    for label, moved in ((words["answer.gone"], found.gone), (words["answer.comes"], found.come)):
        if names := names_of(moved):
            yield ChangeLine(label, " · ".join(names))


def verdicts(words: Words, turns: Iterable[Turn]) -> Iterator[str]:
    """A sentence for each standard."""
    for turn in turns:
        key = "preview.verdict" if turn.turns else "preview.same"
        yield words(
            key, standard=turn.standard.name, before=standing(words, turn.before), after=standing(words, turn.after)
        )


def standing(words: Words, verdict: Verdict) -> str:
    """The basis in words, with its range while it is open."""
    lower = words.basis(verdict.basis, reported=verdict.reported)
    if verdict.at_most is verdict.basis:
        return lower
    upper = words.basis(verdict.at_most, reported=verdict.reported_at_most)
    return words("preview.range", lower=lower, upper=upper)


def paths(words: Words, found: Change) -> Iterator[ChangeLine]:
    """What leaves the path and what comes to it, by name."""
    moved = {"set-aside": found.set_aside, "returns": found.returns, "comes": found.comes, "spared": found.spared}
    for key, questions in moved.items():
        if questions:
            names = " · ".join(question.ask for question in questions)
            hint = f" {words['preview.set-aside-hint']}" if key == "set-aside" else ""
            yield ChangeLine(words[f"preview.{key}"], names + hint)
