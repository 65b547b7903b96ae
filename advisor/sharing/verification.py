"""Takes a document that we gave out, says whether it is as we made it, and what would be said today and why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from advisor import __version__
from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.rules.answer_problems import check_answers
from advisor.rules.model import Obligation, Standard
from advisor.rules.ruleset import Ruleset
from advisor.sharing import seal
from advisor.sharing.signing import UNSIGNED, Keys

LARGEST = 5_000_000
"""Bytes of a document that are looked at."""

State = Literal["genuine", "unsigned", "unknown-key", "statement-only", "altered", "unreadable"]
"""`statement-only`: the record that we signed is intact, the file around it is not."""
Cause = Literal["gone", "ended", "silent", "begun", "new"]


@dataclass(frozen=True)
class WhyDifferent:
    """Why a verdict differs today. `rule`: id of the obligation.

    "gone": the content no longer has the rule that decided; "ended": it is no longer in force; "silent": it no longer
    applies to these answers, or something stronger decides; "begun": a rule that decides today was not in force then;
    "new": one that did not decide then.
    """

    cause: Cause
    rule: str
    because: str


class Comparison(NamedTuple):
    """A standard then and today."""

    standard: Standard
    then: seal.Decided
    now: seal.Decided
    reasons: tuple[WhyDifferent, ...]

    @property
    def differs(self) -> bool:
        return not self.then.same_verdict(self.now)


class Verification(NamedTuple):
    """`record` and what follows are there unless it is altered or unreadable.

    `same_content`, `same_engine`: whether it was made with today's. `reproduced`: whether the answers, replayed on
    the day of the document, give its verdicts; None under other content. `dropped`: questions whose answer does not
    exist today. `gone`: standards that are not judged today.
    """

    state: State
    record: seal.SealedRecord | None = None
    same_content: bool = False
    same_engine: bool = False
    reproduced: bool | None = None
    comparisons: tuple[Comparison, ...] = ()
    dropped: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def verify(document: bytes, content: Content, keys: Keys, today: date) -> Verification:
    """Look at a PDF or JSON summary. Never raises for what is in the document."""
    if len(document) > LARGEST:
        return Verification("unreadable")
    try:
        opened = seal.open_pdf(document, keys) if document.lstrip()[:5] == b"%PDF-" else seal.open_json(document, keys)
    except seal.AlteredError:
        return Verification("altered")
    except seal.UnreadableError:
        return Verification("unreadable")
    if opened.intact is False and not opened.statement:
        return Verification("altered")
    return _replayed(opened, content, today)


def _replayed(opened: seal.Opened, content: Content, today: date) -> Verification:
    record, rules = opened.record, content.ruleset
    kept = {q: options for q, options in record.answers.items() if not check_answers(rules, {q: options})}
    same = record.content == content.hash
    known = {standard.id: standard for standard in rules.standards}
    now = seal.decided(Assessment(content, today, kept).recommendation)
    made_anew = seal.decided(Assessment(content, record.day, kept).recommendation) if same else None
    return Verification(
        state=_state(opened),
        record=record,
        same_content=same,
        same_engine=record.engine == __version__,
        reproduced=made_anew == record.verdicts if same else None,
        comparisons=tuple(
            Comparison(known[standard], then, now[standard], _reasons(rules, then, now[standard], record.day, today))
            for standard, then in record.verdicts.items()
            if standard in known
        ),
        dropped=tuple(question for question in record.answers if question not in kept),
        gone=tuple(standard for standard in record.verdicts if standard not in known),
    )


def _state(opened: seal.Opened) -> State:
    if opened.intact is None:
        return "unknown-key"
    if not opened.intact:
        return "statement-only"
    return "unsigned" if opened.key_id == UNSIGNED else "genuine"


def _reasons(rules: Ruleset, then: seal.Decided, now: seal.Decided, day: date, today: date) -> tuple[WhyDifferent, ...]:
    if then.same_verdict(now):
        return ()
    all_ = {obligation.id: obligation for obligation in rules.obligations}
    lost = (_lost(name, all_.get(name), today) for name in then.decided_by if name not in now.decided_by)
    won = (_won(all_[name], day) for name in now.decided_by if name not in then.decided_by)
    return (*lost, *won)


def _lost(name: str, rule: Obligation | None, today: date) -> WhyDifferent:
    if rule is None:
        return WhyDifferent("gone", name, "")
    return WhyDifferent("silent" if rule.valid.covers(today) else "ended", name, rule.because)


def _won(rule: Obligation, day: date) -> WhyDifferent:
    return WhyDifferent("new" if rule.valid.covers(day) else "begun", rule.id, rule.because)
