"""The editors' phrases, ready to be looked for in the words of one sentence after the other."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from advisor.content.clause_patterns import SIGNS, ClausePatterns, DocumentKind
from advisor.content.phrase_patterns import pattern
from advisor.understanding.tokens import Token, tokens

_WORD = re.compile(r"\S+")
_NEAR = 40
"""Letters between a verb, or a certificate, and the standard that it is about."""
_HOLDERS_APART = 26
"""Letters between two who share a demand: "the supplier and its subcontractors"."""


class ClauseReading:
    """All patterns, made once."""

    def __init__(self, patterns: ClausePatterns) -> None:
        self.patterns = patterns
        groups = patterns.phrases
        self.found = {name: pattern(getattr(patterns, name), groups) for name in SIGNS}
        self.found |= {name: pattern(phrases, groups) for name, phrases in groups.items()}
        self.found["operates"] = pattern(["<operate> … <system>", "<system> … <operate>", "<operate> … system"], groups)
        self.out = [pattern(patterns.denied, groups), pattern(patterns.not_meant, groups)]
        self.events = pattern(patterns.events, groups)
        self.standards = [(each.id, pattern(each.words, groups)) for each in patterns.standards]
        self.holders = [(each.option, pattern(each.words, groups)) for each in patterns.holders]
        self._kinds = [(kind, pattern(kind.words, groups)) for kind in patterns.kinds]

    def may_concern(self, text: str, leans: bool) -> bool:
        """A quick look that lets most sentences go by."""
        return bool(_HINT.search(text)) or leans

    def standards_in(self, words: str) -> tuple[str, ...]:
        """Ids, in the order of the file."""
        return tuple(name for name, found in self.standards if found.search(words))

    def holders_of(self, words: "SentenceWords", flow_down: bool) -> tuple[str, ...]:
        """Who stands nearest before what is demanded, with those who share it; else who stands first after it."""
        if flow_down:
            return self._flowed(words.meant)
        at = words.demanded_at
        told = sorted(self._told(words.meant))
        before = [each for each in told if each[0] < at]
        chosen = before[-1:] or told[:1]
        for each in reversed(before[:-1]):
            if chosen[0][0] - each[1] > _HOLDERS_APART or " and " not in words.meant[each[1] - 1 : chosen[0][0]]:
                break
            chosen.insert(0, each)
        return tuple(dict.fromkeys(name for _, _, name in chosen))

    def _told(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Each who is named, with place. Whose words were found earlier in the file owns them."""
        for name, found in self.holders:
            yield from ((m.start(), m.end(), name) for m in found.finditer(words))
            words = found.sub(_struck, words)

    def _flowed(self, words: str) -> tuple[str, ...]:
        """Whom a demand is handed on to: the first kind of holder in the file that is named."""
        return next(((name,) for name, found in self.holders if found.search(words)), ())

    def kind_of(self, text: str) -> DocumentKind | None:
        """The kind of a document, by its beginning."""
        beginning = plain_words(tokens(text))
        return next((kind for kind, found in self._kinds if found.search(beginning)), None)


_HINT = re.compile(
    r"\d{4}|certif|accredit|regist|quality|qms|management system|[A-Z]{3}|SOC|Nadcap|Cyber", re.IGNORECASE
)


def plain_words(found: Iterable[Token]) -> str:
    """Each word followed by a space."""
    return "".join(f"{token.plain} " for token in found)


class SentenceWords:
    """The words of a sentence. `meant`: without those that mean another thing or deny; each struck word is `###`."""

    def __init__(self, text: str, reading: ClauseReading) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.plain = plain_words(self.tokens)
        self.is_question = text.rstrip(" \"')”’").endswith("?")
        self._reading = reading
        self._known: dict[str, bool] = {}

    @cached_property
    def meant(self) -> str:
        words = self.plain
        for out in self._reading.out:
            words = out.sub(_struck, words)
        return words

    def has(self, name: str) -> bool:
        """Whether a phrase of this list or group stands in what is meant; whole sentences are silent as they stand."""
        if name not in self._known:
            where = self.plain if name in ("silent", "asks") else self.meant
            self._known[name] = bool(self._reading.found[name].search(where))
        return self._known[name]

    @cached_property
    def wants_certificate(self) -> bool:
        """Whether a certificate is meant. One that is named after "comply with ISO 9001" counts only where it is itself
        one to a standard, or of an accredited body: it may be of anything.
        """
        certified = [found.span() for found in self._reading.found["certified"].finditer(self.meant)]
        named = [found.span() for _, each in self._reading.standards for found in each.finditer(self.meant)]
        followed = self._followed(named)
        if followed is None or any(start < followed[0] for start, _ in certified):
            return bool(certified)
        named += [found.span() for found in self._reading.found["accredited"].finditer(self.meant)]
        return any(
            followed[1] <= start and end <= other + 1 <= end + _NEAR for start, end in certified for other, _ in named
        )

    def _followed(self, named: list[tuple[int, int]]) -> tuple[int, int] | None:
        """From the verb that wants a standard to be followed to the end of the standard."""
        for found in self._reading.found["follow"].finditer(self.meant):
            near = [end for start, end in named if found.end() <= start <= found.end() + _NEAR]
            if near:
                return found.start(), min(near)
        return None

    @cached_property
    def demanded_at(self) -> int:
        """Where that stands which somebody must have."""
        found = [self._reading.found[name].search(self.meant) for name in ("certified", "operates", "follow")]
        starts = [each.start() for each in found if each]
        named = [m.start() for _, each in self._reading.standards if (m := each.search(self.meant))]
        return min(starts[:1] or named or [len(self.meant)])

    def ends_of(self, name: str) -> Iterator[tuple[int, int]]:
        """Start and end of each phrase of this list, whatever it means."""
        return (found.span() for found in self._reading.found[name].finditer(self.plain))

    def event_at(self, at: int) -> int:
        """The end of an event that is named here; 0 if none is."""
        found = self._reading.events.match(self.plain, at + 4 if self.plain.startswith("the ", at) else at)
        return found.end() if found else 0

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the plain words between these letters stand."""
        first = self.plain[:start].count(" ")
        last = max(first, self.plain[:end].rstrip().count(" "))
        return self.tokens[first].start, self.tokens[last].end


def _struck(found: re.Match[str]) -> str:
    return _WORD.sub(lambda word: "#" * len(word[0]), found[0])
