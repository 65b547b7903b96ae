"""Names of countries, regions and cities, each with the code of its country."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from advisor.content.description_words import Kind, Region
from advisor.understanding.passage import Passage
from advisor.understanding.tokens import plain, plain_words

FILE = "content/understanding/places.tsv"


class Place(NamedTuple):
    codes: tuple[str, ...]
    kind: Kind
    exact: str = ""


class PlaceName(NamedTuple):
    """A place where it stands in a text."""

    first: int
    last: int
    place: Place


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """`by_name`: plain name → place. `longest`: how many words a name has at most."""

    by_name: dict[str, Place]
    longest: int = 5

    def find(self, passage: Passage) -> list[PlaceName]:
        """In the order of the text, the longest name first."""
        found, at = [], 0
        while at < len(passage.words):
            name = self._at(passage, at)
            if name:
                found.append(name)
            at = name.last + 1 if name else at + 1
        return found

    def _at(self, passage: Passage, at: int) -> PlaceName | None:
        for last in range(min(at + self.longest, len(passage.words)) - 1, at - 1, -1):
            name = " ".join(word.plain for word in passage.words[at : last + 1])
            place = self.by_name.get(name)
            written = passage.written(at, last)
            if place and (not place.exact or written == place.exact):
                return PlaceName(at, last, place)
        return None


def read_gazetteer(root: Path, regions: Iterable[Region]) -> Gazetteer:
    """What editors wrote goes before the list; a country before a city of its name."""
    by_name: dict[str, Place] = {}
    for region in regions:
        for word in region.words:
            exact = word.removeprefix("=") if word.startswith("=") else ""
            by_name.setdefault(_key(word), Place(region.codes, region.kind, exact))
    path = root / FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for line in lines:
        if not line.startswith("#"):
            code, kind, names = line.split("\t")
            place = Place((code,), "country" if kind == "country" else "city")
            for name in names.split("|"):
                by_name.setdefault(name, place)
    return Gazetteer(by_name)


def _key(name: str) -> str:
    return plain(name) if name.isalpha() else " ".join(plain_words(name))
