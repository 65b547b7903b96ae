"""Ways to stand that many things have in common, said once: a thing takes them over for what it is held as.

In the condition of a shared standing `"{held}"` stands for the options of the thing, `"{thing}"` for its id; in what is
said `{issuer}` stands for whoever issued it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from advisor.reading.reader import unknown
from advisor.reading.record import Id, Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.conditions import Test, map_tests
from advisor.rules.needs_model import StandingRule, Thing


class StandingList(Record):
    """Standings that a thing takes over by naming their list."""

    id: Id
    stands: tuple[StandingRule, ...] = Field(min_length=1)


def taken_over(things: Iterable[Thing], lists: Iterable[StandingList]) -> list[Thing]:
    """Each thing with the standings of the lists that it names, before its own."""
    by_id = {shared.id: shared for shared in lists}
    return [_full(thing, by_id) for thing in things]


def _full(thing: Thing, lists: Mapping[str, StandingList]) -> Thing:
    shared = (rule for name in thing.like if name in lists for rule in lists[name].stands)
    stands = (*(_for(rule, thing) for rule in shared), *thing.stands)
    return thing.model_copy(update={"stands": stands}) if thing.like else thing


def _for(rule: StandingRule, thing: Thing) -> StandingRule:
    """The shared standing, said of this thing."""
    names = {"{held}": thing.held, "{thing}": (thing.id,)}

    def named(test: Test) -> Test:
        return replace(test, options=tuple(name for option in test.options for name in names.get(option, (option,))))

    said = {key: getattr(rule, key).replace("{issuer}", thing.issuer) for key in ("say", "mend")}
    return rule.model_copy(update={"when": map_tests(rule.when, named), **said})


def unknown_lists(things: Iterable[Thing], lists: Iterable[StandingList]) -> Iterator[Mistake]:
    """A mistake for each list that is named and does not exist, and for each thing that does not say how it is held."""
    known = {shared.id for shared in lists}
    for thing in things:
        texts = list(unknown("list of standings", thing.like, known))
        if thing.like and not thing.held:
            texts.append("needs 'held': the options that say that it is held")
        for text in texts:
            yield Mistake(thing.file, thing.line, f"'{thing.id}': {text}", "unknown-name", thing.id)
