"""The acceptance cases of the content."""

from pathlib import Path

from advisor.content.people import Example
from advisor.content.references import check_references
from advisor.reading.reader import Reader
from advisor.rules.basis import context
from advisor.rules.ruleset import Ruleset


def load_examples(root: Path, ruleset: Ruleset) -> tuple[Example, ...]:
    """All of them; raises `ContentError`."""
    reader = Reader(root, context(ruleset.bases))
    examples = reader.list_of(Example, "content/examples/*.yaml")
    reader.mistakes += check_references(ruleset, {}, examples)
    reader.refuse_mistakes()
    return tuple(examples)


def load_visits(root: Path, ruleset: Ruleset) -> tuple[Example, ...]:
    """Those that a company could be; raises `ContentError`."""
    return tuple(example for example in load_examples(root, ruleset) if example.visit)
