"""The answer as plain data: one sentence, and the needs that it stands for, in an expert's order."""

from typing import Literal

from advisor.summary.verdict_data import Plain, Reference

Wish = Literal["law", "contract", "asked", "choice", "open"]
"""Who stands behind a need, as a picture shows it: a square, a disc, a disc without filling, a diamond, a question."""


class NeedText(Plain):
    """One thing to have, to do or to clear up. Every text is a whole sentence or a whole phrase; empty: not shown.

    `kind` as in the rules. `half`: a system, no certificate. `when_note` adds to `when` how far away it is.
    `who`: who wants it and how firmly; `holder`: who must have it, where that is somebody else.
    `instead`: the cheaper way that meets the same demand. `optional`: the company may as well leave it.
    """

    id: str
    kind: str
    wish: Wish
    half: bool
    optional: bool
    overdue: bool
    when: str
    when_note: str = ""
    what: str
    who: str
    holder: str = ""
    why: str = ""
    instead: str = ""
    takes: str = ""
    stands: str = ""
    reported: str = ""
    """A sentence where the need is only reported and must be checked first."""
    references: tuple[Reference, ...] = ()
    places: tuple[str, ...] = ()
    """Ids of the jurisdictions whose row of the table it fills."""


class OpenAnswer(Plain):
    """A question that the visitor could not answer; it can be answered in place. `changes`: what hangs on it."""

    id: str
    question: str
    ask_whom: str
    changes: str


class AnswerText(Plain):
    """All that stands on the first screen and on page one.

    `sentence`: the answer, at most 22 words. `needs`: the first few, `later`: the rest, in the same order.
    `not_needed`: one line. `size`: id of the question that would add days and months, where it was not asked.
    """

    sentence: str
    needs: tuple[NeedText, ...]
    later: tuple[NeedText, ...] = ()
    not_needed: str = ""
    open: tuple[OpenAnswer, ...] = ()
    size: str = ""


class ChangeText(Plain):
    """A change that could really happen to this company. `answers`: the new answer per question.

    `kind`: whether it eases what is owed or binds to something. `gone`, `come`: names of what falls away and comes.
    """

    id: str
    sentence: str
    answers: dict[str, tuple[str, ...]]
    kind: Literal["eases", "binds"] = "eases"
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
