"""Marks the sentences of a document that demand a certificate or a system: who must have which, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.understanding.clause_reading import ClauseReading, SentenceWords
from advisor.understanding.deadlines import Deadline, deadline
from advisor.understanding.documents import DocumentText
from advisor.understanding.sentences import Sentence, sentences


class Strength(StrEnum):
    """What exactly a clause wants. To comply with a standard is never to be certified to it."""

    CERTIFIED = "certified"
    EQUIVALENT = "certified-or-equivalent"
    PROOF = "certified-or-proof"
    OPERATED = "operated"
    COMPLIED = "complied-with"
    PREFERRED = "preferred"
    ASKED = "asked"


@dataclass(frozen=True)
class DemandClause:
    """A sentence that demands. `standards`: ids of those that it names. `holder`: options of who must have it.

    `leans`: what it wants stands in the sentence before.
    """

    text: str = field(repr=False)
    start: int
    end: int
    page: int | None
    strength: Strength
    standards: tuple[str, ...]
    holder: tuple[str, ...] = ()
    by: Deadline | None = None
    flow_down: bool = False
    accredited: bool = False
    plan: bool = False
    leans: bool = False


REACH = 2
"""Sentences back in which that stands what "the certificate" or "this clause" means."""


def clauses(document: DocumentText, reading: ClauseReading) -> tuple[DemandClause, ...]:
    """In the order in which they stand there."""
    return tuple(_found(document, reading))


def _found(document: DocumentText, reading: ClauseReading) -> Iterator[DemandClause]:
    before: DemandClause | None = None
    since = 0
    for sentence in sentences(document.text):
        since += 1
        earlier = before if before and since <= REACH else None
        if clause := _clause(document, sentence, reading, earlier):
            yield clause
            before, since = clause, 0


def _clause(
    document: DocumentText, sentence: Sentence, reading: ClauseReading, before: DemandClause | None
) -> DemandClause | None:
    if not reading.may_concern(sentence.text, before is not None):
        return None
    words = SentenceWords(sentence.read, reading)
    standards = reading.standards_in(words.meant)
    leans = before is not None and not standards and words.has("refers")
    strength = _strength(words, standards, before if leans else None)
    if strength is None:
        return None
    flow_down = words.has("flow_down")
    return DemandClause(
        text=sentence.text,
        start=sentence.start,
        end=sentence.end,
        page=document.page(sentence.start),
        strength=strength,
        standards=before.standards if before and leans else standards,
        holder=reading.holders_of(words, flow_down),
        by=deadline(words, sentence.read),
        flow_down=flow_down,
        accredited=words.has("accredited"),
        plan=words.has("plans"),
        leans=leans,
    )


def _strength(words: SentenceWords, standards: tuple[str, ...], before: DemandClause | None) -> Strength | None:
    """None where nothing is demanded."""
    if not (standards or before or words.has("system")) or words.has("silent"):
        return None
    certified = words.wants_certificate
    if certified and words.has("plans"):
        return Strength.PROOF
    if words.has("asks") or (words.is_question and (certified or words.has("system"))):
        return Strength.ASKED
    if words.has("prefers"):
        return Strength.PREFERRED if certified or standards else None
    return _leaning(words, before) if before else _demanded(words, certified, bool(standards))


def _demanded(words: SentenceWords, certified: bool, named: bool) -> Strength | None:
    if not words.has("must"):
        return None
    if certified:
        return _certified(words)
    if words.has("operates"):
        return Strength.OPERATED
    return Strength.COMPLIED if named and words.has("follow") else None


def _leaning(words: SentenceWords, before: DemandClause) -> Strength | None:
    """Of a sentence about what the one before demands."""
    if words.has("proofs"):
        return Strength.PROOF
    return before.strength if words.has("must") else None


def _certified(words: SentenceWords) -> Strength:
    if words.has("proofs"):
        return Strength.PROOF
    return Strength.EQUIVALENT if words.has("equivalents") else Strength.CERTIFIED
