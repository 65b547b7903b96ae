"""Where a sentence about the law comes from, and whether the content was proven, said in one way everywhere."""

from datetime import date

from advisor.content.library import Content
from advisor.content.words import Words
from advisor.rules.model import Read, Source, Statement
from advisor.rules.needs_model import NeedRule
from advisor.rules.practice_model import PracticeLine
from advisor.summary.blocks import Paragraph, Runs, paragraph, quiet, runs
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import day

LOOKED_UP = ("text", "secondary")
"""Ways of reading that somebody looked something up for."""


def provision(reference: Reference, words: Words) -> Paragraph:
    """Source and clause with their link, when they were checked, and how sure we are."""
    cite = ", ".join(reference.cite)
    name = words("result.provision", source=reference.title, cite=cite) if cite else reference.title
    return paragraph(quiet(name, reference.link), quiet(f", {reference.told}"))


def reference_of(said: Statement | NeedRule | PracticeLine, source: Source, words: Words, on: date) -> Reference:
    """Where a statement or a need's own rule comes from; marked where its review is overdue on that day.

    How sure we are of the visitor's own document is not for us to say.
    """
    if source.read == "yours":
        return _yours(said, source, words)
    label = words[f"confidence.{said.confidence}"]
    if said.review_by and said.review_by < on:
        label = words("confidence.overdue", confidence=label, date=day(said.review_by, words))
    checked = said.checked or source.checked
    return Reference(
        source=source.id,
        title=source.title,
        cite=said.cite,
        link=source.link,
        checked=checked,
        confidence=said.confidence,
        confidence_label=label,
        read=source.read,
        known=known(source.read, checked, words),
    )


def caveat(reference: Reference, words: Words) -> str:
    """What must stand beside a provision even where the list of sources tells the rest."""
    if reference.read == "yours":
        return reference.known
    return "" if reference.confidence_label == words["confidence.high"] else reference.confidence_label


def cited(reference: Reference, words: Words) -> Runs:
    """Source and clause, with what must be known of them."""
    aside = caveat(reference, words)
    name = ", ".join((reference.title, *reference.cite))
    return runs(quiet(name, reference.link), quiet(f" ({aside})" if aside else ""))


def known(read: Read, checked: date, words: Words) -> str:
    """How a source was read; the day only where somebody looked something up."""
    match read:
        case "text":
            return words("result.known-text", date=day(checked, words))
        case "secondary":
            return words("result.known-secondary", date=day(checked, words))
        case "own-knowledge":
            return words["result.known-own-knowledge"]
        case "yours":
            return words["result.known-yours"]


def _yours(said: Statement | NeedRule | PracticeLine, source: Source, words: Words) -> Reference:
    return Reference(
        source=source.id,
        title=words["result.yours"],
        cite=said.cite,
        link="",
        checked=None,
        confidence="",
        confidence_label="",
        read=source.read,
        known=known(source.read, source.checked, words),
    )


def proof_line(content: Content, on: date) -> str:
    """What was proven and when; or plainly that nothing was, if the content has changed since."""
    proven, words = content.proven, content.words
    if proven is None or not proven.holds(content.hash, content.ruleset, on):
        return words("result.not-proven", hash=content.hash[:12])
    return words(
        "result.proven",
        hash=content.hash[:12],
        date=day(proven.day, words),
        proofs=f"{proven.proofs:,}",
        examples=proven.examples,
    )
