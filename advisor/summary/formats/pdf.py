"""The summary as an accessible PDF, fit for archives: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.rules.model import Basis
from advisor.summary.briefing import Briefing
from advisor.summary.formats.glyphs import FONT_FOLDER, drawable
from advisor.summary.formats.markdown_blocks import blocks
from advisor.summary.formats.qr import as_svg
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean

TEMPLATE = Path(__file__).resolve().parent / "template" / "summary.typ"
"""Alone in its folder, because a template may read whatever lies in its root."""


def write(
    summary: Summary,
    words: Words,
    brand: Brand,
    link: str = "",
    keyword: str = "",
    signer: str | None = None,
    briefing: Briefing | None = None,
    logo: str = "",
) -> bytes:
    """The PDF; same input, same bytes, from any thread. `link` reopens the assessment. `keyword` is for the seal.

    `signer`: id of the key that signs it, empty where nobody does; None says nothing about it.
    `briefing`: only in the consultant's edition. `logo`: an SVG; without it the brand's name stands in its place.
    """
    private = briefing.model_dump() if briefing else None
    added = {"seal": seal_line(words, signer), "check": checking_page(link), "briefing": private}
    document = drawable(_document(summary, words, brand, link) | added)
    noon = datetime.combine(summary.day, time(12), UTC)
    return typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=fonts(),
        format="pdf",
        # As data: text that is put into typst's source would be run.
        sys_inputs={
            "document": json.dumps(document, ensure_ascii=False),
            "logo": logo,
            "qr": as_svg(link),
            "keyword": keyword,
        },
        pdf_standards=["ua-1", "a-2a"],
        timestamp=noon,
    )


def seal_line(words: Words, signer: str | None) -> str:
    """Whether the document is signed, in a sentence."""
    if signer is None:
        return ""
    return words("document.signed", key=signer) if signer else words["document.unsigned"]


def checking_page(link: str) -> str:
    """Where the document can be checked: beside where the link reopens the assessment."""
    return f"{link.partition('?')[0].rpartition('/')[0]}/verify" if link else ""


@cache
def fonts() -> typst.Fonts:
    """Only ours, so that every machine sets the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])


def _document(summary: Summary, words: Words, brand: Brand, link: str) -> dict[str, Any]:
    """What the template shows: the summary, with its Markdown taken apart, and how to say and colour it."""
    data = summary.model_dump(mode="json")
    data["company"] = clean(summary.company, COMPANY_LENGTH)
    for part in (*data["verdicts"], *data["steps"]):
        part["text"] = blocks(part["text"])
    return {
        "summary": data,
        "words": {key: text for key, text in words.items() if key.split(".")[0] in _SAID},
        "brand": brand.model_dump(mode="json"),
        "bases": [{"id": basis, "colour": getattr(brand.colours, basis.replace("-", "_"))} for basis in Basis],
        "link": link,
    }


_SAID = {"basis", "document", "effort", "glance", "result", "roadmap"}
"""The parts of the words that the template says."""
