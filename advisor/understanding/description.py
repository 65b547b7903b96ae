"""Makes of a typed description what it says of a company: facts, places, people and standards, each with its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from advisor.content.description_words import Conclusion
from advisor.understanding.facts_named import facts_named
from advisor.understanding.found import Cues, FoundFact, FoundPeople, FoundPlace, FoundStandard
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.numbers import people
from advisor.understanding.passage import passage
from advisor.understanding.place_parts import places
from advisor.understanding.spelling import Spelling
from advisor.understanding.standards_named import standards_named

_CLEAR_LEAD = 0.7
_OF_CUSTOMERS = 0.2
_FIRST = 1.0


@dataclass(frozen=True)
class Description:
    """What a text says. `activities`: the clearest first, each once."""

    text: str
    facts: tuple[FoundFact, ...]
    places: tuple[FoundPlace, ...]
    people: tuple[FoundPeople, ...]
    standards: tuple[FoundStandard, ...]

    @cached_property
    def activities(self) -> tuple[FoundFact, ...]:
        """Each activity once, the weightiest first; sure is the one that leads clearly."""
        weights: dict[str, float] = {}
        first: dict[str, FoundFact] = {}
        for at, found in enumerate(fact for fact in self.facts if fact.kind == "activity" and not fact.denied):
            weight = found.weight * (_OF_CUSTOMERS if found.aside else 1) + (
                _FIRST if at == 0 and not found.aside else 0
            )
            known = weights.get(found.name, 0)
            weights[found.name] = max(known, weight) + 0.25 * min(known, weight)
            first.setdefault(found.name, found)
            if first[found.name].aside and not found.aside:
                first[found.name] = found
        order = sorted(weights, key=lambda name: -weights[name])
        return tuple(
            first[name]._replace(weight=weights[name], sure=self._leads(order, weights, name)) for name in order
        )

    def _leads(self, order: list[str], weights: dict[str, float], name: str) -> bool:
        lead = weights[name] - (weights[order[1]] if len(order) > 1 else 0)
        return name == order[0] and lead >= _CLEAR_LEAD and weights[name] >= 1


class Describer:
    """Reads descriptions with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        known = lexicon.known_words | {word for name in lexicon.gazetteer.by_name for word in name.split()}
        self._spelling = Spelling(lexicon.mendable_words, known | lexicon.plain_words)

    def describe(self, text: str) -> Description:
        read = passage(text, self._spelling.mended, self.lexicon.turns)
        cues = Cues(read, self.lexicon.cue_phrases.hits(read))
        facts = tuple(facts_named(read, cues, self.lexicon))
        counted = people(read, cues, self.lexicon)
        described = bool(counted) or any(fact.kind in ("activity", "product", "act") for fact in facts)
        found = Description(
            text,
            facts,
            tuple(places(read, cues, self.lexicon, described)),
            tuple(counted),
            tuple(standards_named(read, cues, self.lexicon)),
        )
        return replace(found, facts=(*facts, *self._concluded(found)))

    def _concluded(self, found: Description) -> Iterator[FoundFact]:
        """The first conclusion of each kind whose facts are there; it quotes the first of them."""
        there = {name: fact for fact in reversed(found.facts) for name in _names(fact)}
        done: set[str] = set()
        for conclusion in self.lexicon.conclusions:
            kind = conclusion.fact.partition(".")[0]
            if kind not in done and _holds(conclusion, there):
                done.add(kind)
                quoted = there[(*conclusion.all, *(name for name in conclusion.any if name in there))[0]]
                yield quoted._replace(
                    fact=conclusion.fact, weight=conclusion.weight, denied=False, aside=False, sure=conclusion.sure
                )
                there[conclusion.fact] = quoted


def _names(fact: FoundFact) -> Iterator[str]:
    """A fact that is denied, or the customer's, goes by a name of its own."""
    if fact.denied:
        yield f"without.{fact.kind}-{fact.name}"
    elif fact.aside and fact.kind in ("activity", "product"):
        yield f"for.{fact.name}"
    else:
        yield fact.fact


def _holds(conclusion: Conclusion, there: dict[str, FoundFact]) -> bool:
    return (
        all(name in there for name in conclusion.all)
        and (not conclusion.any or any(name in there for name in conclusion.any))
        and not any(name in there for name in conclusion.none)
    )
