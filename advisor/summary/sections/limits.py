"""What the document is and is not, and what it was made from."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, paragraph, quiet
from advisor.summary.summary_data import Summary
from advisor.summary.wording import day


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    made = words("document.made-from", hash=summary.content_hash, date=day(summary.day, words))
    brand = words("document.made-by", product=summary.product, brand=summary.brand)
    proof = paragraph(quiet(f"{made} {summary.proof}".rstrip()))
    maker = paragraph(quiet(f"{brand} · "), quiet(summary.brand_link, summary.brand_link))
    yield DocumentSection("limits", words["document.limits"], (paragraph(summary.limits), proof, maker))
