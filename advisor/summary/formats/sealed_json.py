"""The summary as JSON and PDF with the seal that `python -m advisor verify` checks."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.rules.basis import Basis
from advisor.sharing.seal import SealedRecord, pdf_keyword, seal_json, seal_pdf
from advisor.sharing.signing import Keys
from advisor.summary.briefing import Briefing
from advisor.summary.outline import outline
from advisor.summary.summary_data import Summary


def as_json(
    summary: Summary, words: Words, record: SealedRecord, keys: Keys, briefing: Briefing | None = None
) -> bytes:
    """`sections` say the same as the parts of the summary, in the order and the words of a document."""
    private = {"briefing": briefing.model_dump(mode="json")} if briefing else {}
    sections = {"sections": [asdict(section) for section in outline(summary, words)]}
    sealed = seal_json(summary.model_dump(mode="json") | sections | private, record, keys)
    return (json.dumps(sealed, indent=2, ensure_ascii=False) + "\n").encode()


def as_pdf(
    summary: Summary,
    words: Words,
    brand: Brand,
    bases: Sequence[Basis],
    link: str,
    record: SealedRecord,
    keys: Keys,
    briefing: Briefing | None = None,
    logo: str = "",
) -> bytes:
    from advisor.summary.formats import pdf  # the typesetter is loaded only where a PDF is wanted

    signer = keys[0].id if keys else ""
    document = pdf.write(summary, words, brand, bases, link, pdf_keyword(record, keys), signer, briefing, logo)
    return seal_pdf(document, keys)
