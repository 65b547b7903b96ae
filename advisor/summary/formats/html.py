"""The summary as one HTML file that loads nothing; also the print view."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from advisor.summary.blocks import safe
from advisor.summary.formats.document import Document
from advisor.summary.formats.qr import as_svg
from advisor.summary.formats.signs import colours
from advisor.summary.wording import day


def write(document: Document) -> bytes:
    """The page. Same input, same bytes."""
    content, link = document.content, safe(document.link)
    values: dict[str, Any] = {
        "s": document.summary,
        "kind": document.kind,
        "headline": document.headline,
        "consultants": document.briefing is not None,
        "sections": document.sections,
        "day": day(document.summary.day, content.words),
        "say": content.words,
        "brand": content.brand,
        "bases": content.ruleset.bases,
        "signs": colours(content.ruleset.bases),
        "signed": bool(document.keys),
        "link": link,
        "qr": as_svg(link),
    }
    return f"{filled(Path(__file__).resolve().parent / 'page' / 'summary.html', values)}\n".encode()


def filled(template: Path, values: Mapping[str, Any]) -> str:
    """A template in which every text is escaped."""
    return _environment(template.parent).get_template(template.name).render(values)


@cache
def _environment(folder: Path) -> Environment:
    loader = FileSystemLoader(folder)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
