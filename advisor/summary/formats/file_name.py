"""Name of a file that is taken away: product, company and date, in characters that every system takes."""

import re
import unicodedata

from advisor.content.words import Words
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean

LONGEST = 40
"""Characters of the company's name."""


def file_name(summary: Summary, words: Words, *, consultant: bool = False) -> str:
    """Without the company, where it has no name or none of its letters can be written."""
    company = _safe(clean(summary.company, COMPANY_LENGTH))[:LONGEST].strip("-")
    key = "document.file-name-company" if company else "document.file-name"
    name = words(key, product=_safe(summary.product), company=company, date=summary.day.isoformat())
    return words("document.file-name-consultant", name=name) if consultant else name


def _safe(text: str) -> str:
    """Small Latin letters and digits, parted by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
