"""Finds what a Markdown page must not have: dead or unsafe links, raw HTML, unfinished sentences, too much to read."""

import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath

from advisor.check.problem import Given, Problem
from advisor.check.solver.prover import Prover, getting

LONGEST = {"outcomes": 1000, "process": 1000, "faq": 2400, "standards": 2800, "asked": 2000}
"""Characters: a page beside the result is read in half a minute, one that is looked up in a minute and a half."""
UNFINISHED = re.compile(r"\b(TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b", re.IGNORECASE)
_HTML = re.compile(r"<(?!https://|mailto:)[a-zA-Z/!][^>]*>?")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_ELSEWHERE = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_SAFE = ("https:", "mailto:")


def flawed_pages(prover: Prover, texts: Mapping[str, str], known: Collection[str]) -> Iterator[Problem]:
    """`texts`: file → Markdown; `known`: every file, and every page of the app by its name."""
    for file, text in texts.items():
        # Code is shown as it stands; blanks in its place keep the lines.
        plain = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        for rule, at, said in (*_flaws(file, text, plain), *_links(file, plain, texts, known)):
            line = plain.count("\n", 0, at) + 1
            yield Problem("error", rule, file, line, file, said, shown(prover, file) or {})


def _flaws(file: str, text: str, plain: str) -> Iterator[tuple[str, int, str]]:
    """Rule, place in the text, and what is wrong."""
    limit = next((most for folder, most in LONGEST.items() if f"/{folder}/" in file), None)
    if limit and len(text) > limit:
        yield "long-page", 0, f"the page has {len(text)} characters; a page of this folder is read up to {limit}"
    for match in _HTML.finditer(plain):
        yield "raw-html", match.start(), f"'{match[0][:40]}' is HTML, which is not shown: write Markdown"
    for match in UNFINISHED.finditer(plain):
        yield "unfinished", match.start(), f"'{match[0]}' stands in a text that visitors read"


def _links(file: str, plain: str, texts: Mapping[str, str], known: Collection[str]) -> Iterator[tuple[str, int, str]]:
    for match in _LINK.finditer(plain):
        target = match[1] or match[2]
        if not _ELSEWHERE.match(target):
            if not _leads_somewhere(file, target, texts, known):
                yield "dead-link", match.start(), f"the link to '{target}' leads nowhere"
        elif not target.lower().startswith(_SAFE):
            yield "unsafe-link", match.start(), f"the link to '{target}' must start with https:// or mailto:"


def _leads_somewhere(file: str, target: str, texts: Mapping[str, str], known: Collection[str]) -> bool:
    path, _, heading = target.partition("#")
    path = path.partition("?")[0]
    place = normpath(join(dirname(file), path)) if path else file
    if place not in texts:
        return place in known or path.strip("/") in known
    return not heading or heading in {_slug(match[1]) for match in _HEADING.finditer(texts[place])}


def _slug(heading: str) -> str:
    """The anchor of a heading: lower case, words joined by hyphens."""
    return "-".join(re.sub(r"[^\w\s-]", "", heading.lower()).split())


def shown(prover: Prover, file: str) -> Given | None:
    """The shortest answers whose verdict shows an outcome page; other pages need no answers."""
    for standard in prover.ruleset.standards:
        for basis in prover.ruleset.bases:
            if file.endswith(f"outcomes/{standard.id}.{basis}.md"):
                return prover.show(getting(standard.id, basis))
    return None
