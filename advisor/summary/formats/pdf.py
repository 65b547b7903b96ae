"""The summary as an accessible PDF, fit for archives: PDF/UA-1 and PDF/A-2a."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.rules.basis import Basis
from advisor.summary.briefing import Briefing, briefing_section
from advisor.summary.formats.glyphs import FONT_FOLDER, drawable
from advisor.summary.formats.qr import as_svg
from advisor.summary.markdown_blocks import blocks
from advisor.summary.outline import outline
from advisor.summary.provision import provision
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean
from advisor.summary.wording import day

TEMPLATE = Path(__file__).resolve().parent / "template" / "summary.typ"
"""Alone in its folder, because a template may read whatever lies in its root."""


def write(
    summary: Summary,
    words: Words,
    brand: Brand,
    bases: Sequence[Basis],
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
    private = asdict(briefing_section(briefing)) if briefing else None
    added = {"seal": seal_line(words, signer), "check": checking_page(link), "briefing": private}
    document = drawable(_document(summary, words, brand, bases, link) | added)
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


def _document(summary: Summary, words: Words, brand: Brand, bases: Sequence[Basis], link: str) -> dict[str, Any]:
    """What the template shows: page one, the sections behind it, and how to say and colour it all."""
    return {
        "summary": _page_one(summary, words),
        "sections": [asdict(section) for section in outline(summary, words)],
        "day": day(summary.day, words),
        "words": dict(words),
        "brand": brand.model_dump(mode="json"),
        "bases": [{"id": basis.id, "colour": basis.colour} for basis in bases],
        "link": link,
    }


def _page_one(summary: Summary, words: Words) -> dict[str, Any]:
    """The summary without what only the sections tell, with a provision for each task and the opening of each text."""
    data = summary.model_dump(mode="json", exclude=_BEHIND_PAGE_ONE)
    data["company"] = clean(summary.company, COMPANY_LENGTH)
    for told, verdict in zip(data["verdicts"], summary.verdicts, strict=True):
        told["opening"] = [asdict(block) for block in blocks(verdict.text)[:1]]
    for told, task in zip(data["glance"]["tasks"], summary.glance.tasks, strict=True) if summary.glance else ():
        told["provision"] = asdict(provision(task.reference, words))["runs"] if task.reference else []
    return data


_BEHIND_PAGE_ONE = {"matrix", "open", "notes", "steps", "answers", "sources", "levers", "effort", "road_map"}
