"""Where a sentence about the law comes from, and whether the content was proven, said in one way everywhere."""

from datetime import date

from advisor.content.library import Content
from advisor.content.words import Words
from advisor.rules.model import Source, Statement
from advisor.rules.needs_model import NeedRule
from advisor.summary.blocks import Paragraph, paragraph, quiet
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import day


def provision(reference: Reference, words: Words) -> Paragraph:
    """Source and clause with their link, when they were checked, and how sure we are."""
    cite = ", ".join(reference.cite)
    name = words("result.provision", source=reference.title, cite=cite) if cite else reference.title
    checked = words("result.checked", date=day(reference.checked, words))
    return paragraph(quiet(name, reference.link), quiet(f", {checked} · {reference.confidence_label}"))


def reference_of(said: Statement | NeedRule, source: Source, words: Words, on: date) -> Reference:
    """Where a statement or a need's own rule comes from; marked where its review is overdue on that day."""
    label = words[f"confidence.{said.confidence}"]
    if said.review_by and said.review_by < on:
        label = words("confidence.overdue", confidence=label, date=day(said.review_by, words))
    return Reference(
        source=source.id,
        title=source.title,
        cite=said.cite,
        link=source.link,
        checked=said.checked or source.checked,
        confidence=said.confidence,
        confidence_label=label,
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
