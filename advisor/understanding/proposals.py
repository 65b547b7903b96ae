"""Makes of what a text says proposals: options of questions, each with its words and how sure it is."""

from collections.abc import Iterator
from typing import NamedTuple

from advisor.content.description_words import Proposed
from advisor.understanding.description import Description
from advisor.understanding.found import FoundFact
from advisor.understanding.lexicon import Lexicon


class Proposal(NamedTuple):
    """`start` and `end`: the words in the text. `sure`: ticked when it is offered; else only offered.

    `own_tap`: it is confirmed by itself, never with others.
    """

    question: str
    option: str
    start: int
    end: int
    sure: bool
    own_tap: bool = False


def proposals(found: Description, lexicon: Lexicon) -> tuple[Proposal, ...]:
    """In the order of the mapping; each option of a question once, as sure as it is anywhere."""
    best: dict[tuple[str, str], Proposal] = {}
    for entry in lexicon.proposed:
        for option, start, end, sure in _options(entry, found):
            proposal = Proposal(entry.question, option, start, end, sure and not entry.always_maybe, entry.own_tap)
            known = best.get((entry.question, option))
            if known is None or (proposal.sure and not known.sure):
                best[entry.question, option] = proposal
    return tuple(best.values())


def _options(entry: Proposed, found: Description) -> Iterator[tuple[str, int, int, bool]]:
    for fact in statements(found):
        for option in entry.facts.get(fact.fact, ()):
            yield option, fact.start, fact.end, fact.sure
    if entry.parts:
        yield from _places(entry, found)
    if entry.least:
        yield from _sizes(entry, found)


def statements(found: Description) -> Iterator[FoundFact]:
    """Everything that is said, as facts: activities, the others that are not denied, and standards."""
    yield from found.activities
    yield from (
        fact
        for fact in found.facts
        if fact.kind != "activity" and not fact.denied and not _outdone(fact, found) and not _of_others(fact)
    )
    for named in found.standards:
        yield FoundFact(f"{named.state}.{named.standard}", named.start, named.end, sure=named.sure)


def _of_others(fact: FoundFact) -> bool:
    """What others put on the market."""
    return fact.aside and fact.kind == "product"


def _outdone(fact: FoundFact, found: Description) -> bool:
    """ "No certificate" counts only where none is held; "nobody asked" only where nothing is demanded."""
    return (
        fact.name == fact.name.lower()
        and fact.fact.endswith(".none")
        and any(named.state == fact.kind for named in found.standards)
    )


def _places(entry: Proposed, found: Description) -> Iterator[tuple[str, int, int, bool]]:
    for place in found.places:
        if place.part in entry.parts:
            for option in _options_of(entry, place.codes):
                yield option, place.start, place.end, place.sure


def _options_of(entry: Proposed, codes: tuple[str, ...]) -> Iterator[str]:
    for code in codes:
        named = [option for option, covered in entry.codes.items() if code in covered]
        yield from named or ([entry.rest] if entry.rest else [])


def _sizes(entry: Proposed, found: Description) -> Iterator[tuple[str, int, int, bool]]:
    for people in found.people[:1]:
        options = {_size(entry, people.low), _size(entry, people.high)}
        for option in sorted(options):
            yield option, people.start, people.end, len(options) == 1 and people.sure


def _size(entry: Proposed, people: int) -> str:
    fitting = [option for option, least in entry.least.items() if people >= least]
    return max(fitting, key=lambda option: entry.least[option])
