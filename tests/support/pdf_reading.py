"""What a reader, or a checker, sees in a PDF."""

from __future__ import annotations

import io

import page
from pypdf import PdfReader

# A stream whose last compressed byte happens to be a carriage return is right, but page-validation 0.11.0 takes that
# byte for a part of the line end and reports a wrong length.
FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"
# The bookmarks of one level point each to the next: a chapter of the book has more entries than 256.
LIMITS = page.SafetyLimits(max_reference_depth=2000)


def pages(document: bytes) -> list[str]:
    """The text of each page, without line ends and invisible places to break a word."""
    reader = PdfReader(io.BytesIO(document))
    return [" ".join(sheet.extract_text().replace("\u200b", "").split()) for sheet in reader.pages]


def flat(text: str) -> str:
    """Without any space: where a line breaks is no matter."""
    return "".join(text.replace("\u200b", "").split())


def assert_conforms(document: bytes) -> None:
    """PDF/UA-1 and PDF/A-2a, as far as a machine can tell."""
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        failures = page.validate_pdf_bytes(document, profile=profile, limits=LIMITS).failures
        assert [failure.message for failure in failures if failure.rule_id != FALSE_ALARM] == []
