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
from advisor.summary.formats.signs import colours
from advisor.summary.outline import front, on_pages
from advisor.summary.page_one import Part, Told, page_one
from advisor.summary.sections.needs import law_checked, need_lines, open_entry, sign
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
    content, link, keys, summary = document.content, document.link, document.keys, document.summary
    words = content.words
    sections = document.sections if document.briefing else on_pages(summary, words)
    return {
        "summary": summary.model_dump(mode="json", include=_ON_EVERY_PAGE),
        "foot": f"{summary.brand} · {summary.product}",
        "kind": document.kind,
        "headline": document.headline,
        "page": None if document.briefing else _page_one(summary, words),
        "front": [] if document.briefing else list(front(summary, words)),
        "sections": [asdict(section) for section in sections],
        "consultants": document.briefing is not None,
        "day": day(summary.day, words),
        "words": dict(words),
        "language": words.locale.language,
        "brand": content.brand.model_dump(mode="json"),
        "bases": {basis.id: basis.colour for basis in content.ruleset.bases},
        "signs": colours(content.ruleset.bases),
        "link": link,
        "seal": words("document.signed", key=keys[0].id) if keys else "",
        "check": f"{link.partition('?')[0].rpartition('/')[0]}/verify" if link and keys else "",
    }


_ON_EVERY_PAGE = {"company", "brand", "brand_link", "contact_ask", "contact_link", "contact_email", "settled"}
_FACTS: tuple[Part, ...] = ("takes", "stands")
"""Parts that stand in a column of their own."""


def _page_one(summary: Summary, words: Words) -> dict[str, Any] | None:
    answer = summary.answer
    if answer is None:
        return None
    page = page_one(summary, answer)
    return {
        "needs": [_need(told, words) for told in page.needs],
        "not_needed": answer.not_needed,
        "open": [asdict(open_entry(open_, words)) for open_ in page.open],
        "checked": law_checked((told.need for told in page.needs if "references" in told.parts), words),
    }


def _need(told: Told, words: Words) -> dict[str, Any]:
    need = told.need
    facts = [(words[f"document.need-{part}"], getattr(need, part)) for part in _FACTS if part in told.parts]
    lines = need_lines(need, told.parts - set(_FACTS), words)
    return {
        "sign": sign(need),
        "overdue": need.overdue,
        "when": need.when,
        "note": need.when_note,
        "what": need.what,
        "lines": [asdict(line)["runs"] for line in lines],
        "facts": [fact for fact in facts if fact[1]],
    }
