"""Finds links in the Markdown pages that lead nowhere inside the product."""

import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath

from advisor.check.problem import Given, Problem
from advisor.check.solver.prover import Prover, getting

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:|^//")


def dead_links(prover: Prover, texts: Mapping[str, str], known: Collection[str]) -> Iterator[Problem]:
    """`texts`: file → Markdown; `known`: every file, and every page of the app by its name."""
    for file, text in texts.items():
        for line, target in targets(text):
            if not _ELSEWHERE.match(target) and not _leads_somewhere(file, target, texts, known):
                said = f"the link to '{target}' leads nowhere"
                yield Problem("error", "dead-link", file, line, file, said, shown(prover, file) or {})


def targets(text: str) -> Iterator[tuple[int, str]]:
    """Line and target of every link."""
    plain = without_code(text)
    for match in _LINK.finditer(plain):
        yield plain.count("\n", 0, match.start()) + 1, match[1] or match[2]


def without_code(text: str) -> str:
    """The same lines with blanks in place of code, which is shown as it stands."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


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
