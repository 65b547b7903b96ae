"""The summary as one HTML file that loads nothing; also the print view."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.rules.model import Basis
from advisor.summary.briefing import Briefing
from advisor.summary.formats.markdown_blocks import blocks
from advisor.summary.formats.qr import as_svg
from advisor.summary.gantt import bars, in_words
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean
from advisor.summary.wording import day

_SAFE = re.compile(r"(https?://|mailto:|tel:)\S+")


def write(summary: Summary, words: Words, brand: Brand, link: str = "", briefing: Briefing | None = None) -> str:
    """The page. Same input, same text; `briefing`: only in the consultant's edition."""
    plan = summary.road_map
    values: dict[str, Any] = {
        "s": summary.model_copy(update={"company": clean(summary.company, COMPANY_LENGTH)}),
        "verdicts": sorted(summary.verdicts, key=lambda verdict: -Basis(verdict.basis).rank),
        "say": words,
        "day": partial(day, words=words),
        "brand": brand,
        "bases": [{"id": basis, "colour": getattr(brand.colours, basis.replace("-", "_"))} for basis in Basis],
        "bars": bars(plan, 640) if plan else (),
        "gantt": in_words(plan, words) if plan else "",
        "link": link,
        "qr": as_svg(link) if _is_web(link) else "",
        "briefing": briefing,
    }
    return _environment().get_template("summary.html").render(values) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).resolve().parent / "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(blocks=blocks, web=_is_web)
    return environment


def _is_web(address: str) -> bool:
    """Whatever is not a web, mail or telephone address stays plain text."""
    return _SAFE.fullmatch(address) is not None
