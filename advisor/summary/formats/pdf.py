"""The summary as an accessible PDF, fit for archives and sealed: PDF/UA-1 and PDF/A-2a."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from advisor.content.library import Content
from advisor.content.words import Words
from advisor.sharing.seal import pdf_keyword, seal_pdf
from advisor.summary.formats.document import Document
from advisor.summary.formats.glyphs import FONT_FOLDER, drawable
from advisor.summary.formats.qr import as_svg
from advisor.summary.markdown_blocks import blocks
from advisor.summary.provision import provision
from advisor.summary.summary_data import Summary
from advisor.summary.wording import day

TEMPLATE = Path(__file__).resolve().parent / "template" / "summary.typ"
"""Alone in its folder, because a template may read whatever lies in its root."""


def write(document: Document) -> bytes:
    """The PDF; same input, same bytes, from any thread."""
    typeset = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=fonts(),
        format="pdf",
        # As data: text that is put into typst's source would be run.
        sys_inputs={
            "document": json.dumps(drawable(_data(document)), ensure_ascii=False),
            "logo": logo_of(document.content),
            "qr": as_svg(document.link),
            "keyword": pdf_keyword(document.record, document.keys),
        },
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime.combine(document.summary.day, time(12), UTC),
    )
    return seal_pdf(typeset, document.keys)


def logo_of(content: Content) -> str:
    """The SVG in this folder of content, or nothing; the brand's name then stands in its place."""
    path = content.root / content.brand.logo
    return path.read_text("utf-8") if path.suffix == ".svg" and path.is_file() else ""


@cache
def fonts() -> typst.Fonts:
    """Only ours, so that every machine sets the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])


def _data(document: Document) -> dict[str, Any]:
    """What the template shows: page one, the sections behind it, and how to say and colour it all."""
    content, link, keys, private = document.content, document.link, document.keys, document.private_section
    words = content.words
    return {
        "summary": _page_one(document.summary, words),
        "sections": [asdict(section) for section in document.sections],
        "briefing": asdict(private) if private else None,
        "day": day(document.summary.day, words),
        "words": dict(words),
        "language": words.locale.language,
        "brand": content.brand.model_dump(mode="json"),
        "bases": [{"id": basis.id, "colour": basis.colour} for basis in content.ruleset.bases],
        "link": link,
        "seal": words("document.signed", key=keys[0].id) if keys else words["document.unsigned"],
        "check": f"{link.partition('?')[0].rpartition('/')[0]}/verify" if link else "",
    }


def _page_one(summary: Summary, words: Words) -> dict[str, Any]:
    """The summary without what only the sections tell, with a provision for each task and the opening of each text."""
    data = summary.model_dump(mode="json", exclude=_BEHIND_PAGE_ONE)
    for told, verdict in zip(data["verdicts"], summary.verdicts, strict=True):
        told["opening"] = [asdict(block) for block in blocks(verdict.text)[:1]]
    for told, task in zip(data["glance"]["tasks"], summary.glance.tasks, strict=True) if summary.glance else ():
        told["provision"] = asdict(provision(task.reference, words))["runs"] if task.reference else []
    return data


_BEHIND_PAGE_ONE = {"matrix", "open", "notes", "steps", "answers", "sources", "levers", "effort", "road_map"}
