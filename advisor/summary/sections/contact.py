"""Whom to call."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, Run, paragraph, strong
from advisor.summary.summary_data import Summary


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    web = Run(summary.contact_link, link=summary.contact_link)
    mail = Run(summary.contact_email, link=f"mailto:{summary.contact_email}")
    said = paragraph(strong(f"{summary.contact_ask} "), web, " · ", mail)
    yield DocumentSection("contact", words["result.contact"], (said,))
