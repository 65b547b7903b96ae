"""Where a sentence about the law comes from, written in one way everywhere."""

from advisor.content.words import Words
from advisor.summary.blocks import Paragraph, paragraph, quiet
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import day


def provision(reference: Reference, words: Words) -> Paragraph:
    """Source and clause with their link, when they were checked, and how sure we are."""
    cite = ", ".join(reference.cite)
    name = words("result.provision", source=reference.title, cite=cite) if cite else reference.title
    checked = words("result.checked", date=day(reference.checked, words))
    return paragraph(quiet(name, reference.link), quiet(f", {checked} · {reference.confidence_label}"))
