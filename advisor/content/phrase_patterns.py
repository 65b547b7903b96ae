"""Phrases as editors write them for the reader of contracts, made into patterns over plain words."""

import re
from collections.abc import Iterable, Mapping

GAP = 8
"""Words that an ellipsis stands for at most."""
_PART = re.compile(r"<(?P<group>[a-z_]+)>|\((?P<maybe>[a-z0-9*/]+)\)|(?P<gap>…)|(?P<word>[a-z0-9*/]+)")
_FORM = re.compile(r"(?:(?:<[a-z_]+>|\([a-z0-9*/]+\)|…|[a-z0-9*/]+)(?: (?!$)|$))+")


def fault(phrase: str, groups: Iterable[str]) -> str:
    """What is wrong with a phrase; nothing if it can be read."""
    parts = list(_PART.finditer(phrase))
    if not _FORM.fullmatch(phrase) or not any(part["word"] or part["group"] for part in parts):
        return f"'{phrase}' is no phrase: small letters and digits, a/b, (a/b), word*, … or <group>, one space apart"
    known = set(groups)
    strange = [name for part in parts if (name := part["group"]) and name not in known]
    return f"'{phrase}' names the group '{strange[0]}', which does not stand before it under groups" if strange else ""


def pattern(phrases: Iterable[str], groups: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Finds any of them in a text of plain words, each followed by a space. Without phrases it finds nothing."""
    written = "|".join(_phrase(phrase, groups) for phrase in phrases)
    return re.compile(rf"(?<!\S)(?:{written})" if written else r"(?!)")


def _phrase(phrase: str, groups: Mapping[str, Iterable[str]]) -> str:
    return "".join(_part(found, groups) for found in _PART.finditer(phrase))


def _part(found: re.Match[str], groups: Mapping[str, Iterable[str]]) -> str:
    if found["gap"]:
        return rf"(?:\S+ ){{0,{GAP}}}?"
    if name := found["group"]:
        return "(?:" + "|".join(_phrase(phrase, groups) for phrase in groups[name]) + ")"
    words = (found["maybe"] or found["word"]).split("/")
    either = "|".join(re.escape(word).replace(r"\*", r"[^\s#]*") for word in words)
    return rf"(?:{either}) " if found["word"] else rf"(?:(?:{either}) )?"
