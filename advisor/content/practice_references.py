"""Checks that what is told of getting a certificate names things and sources that exist, and has a source each."""

from collections import Counter
from collections.abc import Iterator

from advisor.reading.reader import duplicates
from advisor.reading.strict_yaml import Mistake
from advisor.rules.practice_model import Practice
from advisor.rules.ruleset import Ruleset


def check_practices(ruleset: Ruleset) -> Iterator[Mistake]:
    """All that is wrong, in no particular order."""
    yield from duplicates("practice", ruleset.practices)
    named = Counter(thing for practice in ruleset.practices for thing in practice.of)
    for practice in ruleset.practices:
        texts = [*ruleset.unknown("thing or standard", practice.of), *_sources(ruleset, practice)]
        texts += [f"more than one practice is about '{thing}'" for thing in practice.of if named[thing] > 1]
        for text in texts:
            yield Mistake(practice.file, practice.line, f"'{practice.id}': {text}", "unknown-name", practice.id)


def _sources(ruleset: Ruleset, practice: Practice) -> Iterator[str]:
    for part, line in practice.lines():
        if line.source is None:
            yield f"'{part}' has no source: write it there, or for the whole entry"
        elif line.checked is None:
            yield f"'{part}' does not say when it was checked"
        else:
            yield from ruleset.unknown("source", [line.source])
