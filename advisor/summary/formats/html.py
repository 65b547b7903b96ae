"""The summary as one HTML file that loads nothing; also the print view."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.rules.basis import Basis
from advisor.summary.blocks import safe
from advisor.summary.briefing import Briefing, briefing_section
from advisor.summary.formats.qr import as_svg
from advisor.summary.outline import outline
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean
from advisor.summary.wording import day


def write(
    summary: Summary,
    words: Words,
    brand: Brand,
    bases: Sequence[Basis],
    link: str = "",
    briefing: Briefing | None = None,
) -> str:
    """The page. Same input, same text; `briefing`: only in the consultant's edition."""
    values: dict[str, Any] = {
        "s": summary.model_copy(update={"company": clean(summary.company, COMPANY_LENGTH)}),
        "sections": outline(summary, words),
        "briefing": briefing_section(briefing) if briefing else None,
        "day": day(summary.day, words),
        "say": words,
        "brand": brand,
        "bases": [{"id": basis.id, "colour": basis.colour} for basis in bases],
        "link": safe(link),
        "qr": as_svg(safe(link)),
    }
    return _environment().get_template("summary.html").render(values) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).resolve().parent / "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
