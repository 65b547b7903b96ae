"""What a verification found, in sentences."""

from collections.abc import Iterator
from typing import get_args

from advisor import __version__
from advisor.content.library import Content
from advisor.content.words import Words
from advisor.sharing.seal import Decided, SealedRecord
from advisor.sharing.verification import Cause, Comparison, State, Verification
from advisor.summary.verdict_data import Plain
from advisor.summary.wording import day

SAID_KEYS = {"verify.{}": get_args(State), "verify.because-{}": get_args(Cause)}


class StandardThen(Plain):
    """One standard: whether today differs, in a sentence, and why."""

    differs: bool
    sentence: str
    reasons: tuple[str, ...]


class VerificationText(Plain):
    """`judgement` comes first; `made_with` is what it was made with, `lost` what today no longer knows."""

    judgement: str
    made_with: tuple[str, ...] = ()
    standards: tuple[StandardThen, ...] = ()
    lost: tuple[str, ...] = ()


def sentences(found: Verification, content: Content) -> tuple[str, ...]:
    """All of it in one list."""
    told = in_words(found, content)
    compared = [text for standard in told.standards for text in (standard.sentence, *standard.reasons)]
    return (told.judgement, *told.made_with, *compared, *told.lost)


def in_words(found: Verification, content: Content) -> VerificationText:
    words, record = content.words, found.record
    judgement = words(f"verify.{found.state}", day=day(record.day, words) if record else "")
    if record is None:
        return VerificationText(judgement=judgement)
    return VerificationText(
        judgement=judgement,
        made_with=tuple(_made_with(found, record, content)),
        standards=tuple(_compared(comparison, words) for comparison in found.comparisons),
        lost=tuple(_lost(found, words)),
    )


def _made_with(found: Verification, record: SealedRecord, content: Content) -> Iterator[str]:
    words = content.words
    if found.same_content:
        yield words["verify.same-content"]
    else:
        yield words("verify.other-content", then=record.content[:12], now=content.hash[:12])
    if not found.same_engine:
        yield words("verify.other-engine", then=record.engine, now=__version__)
    if found.reproduced is not None:
        yield words("verify.reproduced" if found.reproduced else "verify.not-reproduced", day=day(record.day, words))


def _compared(comparison: Comparison, words: Words) -> StandardThen:
    name, now = comparison.standard.name, _span(comparison.now, words)
    if not comparison.differs:
        return StandardThen(differs=False, sentence=words("verify.same", standard=name, basis=now), reasons=())
    return StandardThen(
        differs=True,
        sentence=words("verify.differs", standard=name, then=_span(comparison.then, words), now=now),
        reasons=tuple(words(f"verify.because-{r.cause}", rule=r.rule, because=r.because) for r in comparison.reasons),
    )


def _lost(found: Verification, words: Words) -> Iterator[str]:
    for standard in found.gone:
        yield words("verify.standard-gone", standard=standard)
    if found.dropped:
        yield words("verify.dropped", questions=", ".join(found.dropped))


def _span(decided: Decided, words: Words) -> str:
    lower, upper = (words.get(f"basis.{basis}", basis) for basis in (decided.basis, decided.at_most))
    return lower if lower == upper else words("verify.range", lower=lower, upper=upper)
