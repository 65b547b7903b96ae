"""What a verification found, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from advisor import __version__
from advisor.library import Content
from advisor.seal import Decided, Record
from advisor.verify import Comparison, Verification
from advisor.words import Words


def sentences(found: Verification, content: Content) -> tuple[str, ...]:
    """All of it, the judgement first."""
    words, record = content.words, found.record
    if record is None:
        return (words[f"verify.{found.state}"],)
    texts = [words(f"verify.{found.state}", day=record.day), *_made_with(found, record, content)]
    for comparison in found.comparisons:
        texts += _compared(comparison, words)
    texts += [words("verify.standard-gone", standard=standard) for standard in found.gone]
    if found.dropped:
        texts.append(words("verify.dropped", questions=", ".join(found.dropped)))
    return tuple(texts)


def _made_with(found: Verification, record: Record, content: Content) -> Iterator[str]:
    words = content.words
    if found.same_content:
        yield words["verify.same-content"]
    else:
        yield words("verify.other-content", then=record.content[:12], now=content.hash[:12])
    if not found.same_engine:
        yield words("verify.other-engine", then=record.engine, now=__version__)
    if found.reproduced is not None:
        yield words("verify.reproduced" if found.reproduced else "verify.not-reproduced", day=record.day)


def _compared(comparison: Comparison, words: Words) -> Iterator[str]:
    name = comparison.standard.name
    if not comparison.differs:
        yield words("verify.same", standard=name, basis=_span(comparison.now, words))
        return
    yield words("verify.differs", standard=name, then=_span(comparison.then, words), now=_span(comparison.now, words))
    for reason in comparison.reasons:
        yield words(f"verify.{reason.cause}", rule=reason.rule, because=reason.because)


def _span(decided: Decided, words: Words) -> str:
    lower, upper = words[f"basis.{decided.basis}"], words[f"basis.{decided.at_most}"]
    return lower if lower == upper else words("verify.range", lower=lower, upper=upper)
