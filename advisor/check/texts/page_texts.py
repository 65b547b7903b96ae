"""Finds what a Markdown page must not show: raw HTML, unfinished sentences, unsafe links, more than anyone reads."""

import re
from collections.abc import Iterator, Mapping

from advisor.check.problem import Problem
from advisor.check.solver.prover import Prover
from advisor.check.texts.dead_links import shown, targets, without_code

LONGEST = {"outcomes": 1000, "process": 1000, "faq": 2400, "standards": 2800}
"""Characters: a page beside the result is read in half a minute, one that is looked up in a minute and a half."""
UNFINISHED = re.compile(r"\b(TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b", re.IGNORECASE)
_HTML = re.compile(r"<(?!https://|mailto:)[a-zA-Z/!][^>]*>?")
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_SAFE = ("https:", "mailto:")


def flawed_pages(prover: Prover, texts: Mapping[str, str]) -> Iterator[Problem]:
    """`texts`: file → Markdown."""
    for file, text in texts.items():
        for rule, line, said in _flaws(file, text):
            yield Problem("error", rule, file, line, file, said, shown(prover, file) or {})


def _flaws(file: str, text: str) -> Iterator[tuple[str, int, str]]:
    limit = next((most for folder, most in LONGEST.items() if f"/{folder}/" in file), None)
    if limit and len(text) > limit:
        yield "long-page", 1, f"the page has {len(text)} characters; a page of this folder is read up to {limit}"
    plain = without_code(text)
    for match in _HTML.finditer(plain):
        yield "raw-html", _line(plain, match), f"'{match[0][:40]}' is HTML, which is not shown: write Markdown"
    for match in UNFINISHED.finditer(plain):
        yield "unfinished", _line(plain, match), f"'{match[0]}' stands in a text that visitors read"
    for line, target in targets(text):
        scheme = _SCHEME.match(target)
        if scheme and not target.lower().startswith(_SAFE):
            yield "unsafe-link", line, f"the link to '{target}' must start with https:// or mailto:"


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
