"""Which part the places of a text play: where a company sits, where it sells, where its suppliers are."""

from advisor.understanding.found import Cues, FoundPlace, PlacePart
from advisor.understanding.gazetteer import PlaceName
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.passage import Passage
from advisor.understanding.phrases import Hit

_CONJUNCTIONS = ("and", "or", "und", "y", "et", "e", "en", "oder", "plus", "the")
_JOINS = frozenset((*_CONJUNCTIONS, "maybe", "also", "later", "then", "now", "a", "bit", "of"))
_REACH = 14
_LEADS = ("home", "firm-seat", "supplier", "plant", "own-plant", "import", "neutral", "elsewhere")
_CUES = (*_LEADS, "market", "market-land", "only")


def places(passage: Passage, cues: Cues, lexicon: Lexicon, described: bool) -> list[FoundPlace]:
    """In the order of the text. `described`: it says more of the company than places."""
    found: list[FoundPlace] = []
    previous: PlaceName | None = None
    bare = False
    for name in lexicon.gazetteer.find(passage):
        if _is_word(passage, cues, lexicon, name):
            continue
        part, sure = _part(passage, cues, name)
        if (
            found
            and previous
            and not (bare and _two_countries(passage, previous, name))
            and part != "home"
            and _continues(passage, previous, name)
            and (part == "unsaid" or _listed(passage, previous, name))
        ):
            part, sure = found[-1].part, found[-1].sure
        elif part == "unsaid" and previous and bare and _two_countries(passage, previous, name):
            found[-1], part = found[-1]._replace(part="market", sure=True), "market"
        bare = part == "unsaid" and sure
        if bare:
            part, sure = _unsaid(found, name, described)
        found.append(FoundPlace(name.place.codes, part, *passage.quote(name.first, name.last), sure))
        previous = name
    return found


def _is_word(passage: Passage, cues: Cues, lexicon: Lexicon, name: PlaceName) -> bool:
    """Whether a city's name is here an ordinary word: "reading", "nice"."""
    place = name.place
    if place.kind != "city" or name.first != name.last:
        return False
    word = passage.words[name.first].plain
    written = passage.written(name.first, name.last)
    if cues.within(
        name.first, name.last, "people", "people-kind", "customer", "held", "demand", "market", "not-a-place"
    ):
        return True
    if word not in lexicon.known_words and word not in lexicon.plain_words:
        return not written[:1].isupper() and len(word) < 4
    alone = all(
        at < 0 or at >= len(passage.words) or passage.part[at] != passage.part[name.first]
        for at in (name.first - 1, name.first + 1)
    )
    led = name.first > 0 and passage.words[name.first - 1].plain in lexicon.leading
    return not written[:1].isupper() or not (led or (alone and name.first > 0))


def _part(passage: Passage, cues: Cues, name: PlaceName) -> tuple[PlacePart, bool]:
    if name.place.kind == "buyer":
        return ("excluded" if cues.denied(name.first, 4) else "market"), True
    if name.place.kind == "adjective" or _stands_before_a_company(cues, name):
        return _of_adjective(cues, name)
    if _excluded(cues, name) or _left_behind(cues, name):
        return "excluded", True
    if _sits_now(cues, name):
        return "home", True
    if cues.within(name.last + 1, name.last + 3, "only") and cues.after(name.last, "only", reach=3):
        return "market", True
    cue = _leading(cues, name)
    if cue is None:
        return "unsaid", True
    if cue.value == "from":
        return _from(cues, cue.first, name)
    return _meant(passage, cues, cue.value, name, cue.last)


def _left_behind(cues: Cues, name: PlaceName) -> bool:
    """ "Formerly Kharkiv", "Minsk before"."""
    return bool(cues.before(name.first, "seat-past", reach=2) or cues.after(name.last, "seat-past", reach=1))


def _sits_now(cues: Cues, name: PlaceName) -> bool:
    """ "Now Vilnius", where nothing is said of selling."""
    selling = cues.before(name.first, "market", reach=_REACH, across=True)
    return bool(cues.before(name.first, "now", reach=1) and not selling)


def _stands_before_a_company(cues: Cues, name: PlaceName) -> bool:
    """ "A US device maker": the short name of a country used as an adjective."""
    led = name.place.exact and cues.within(name.first - 1, name.first - 1, "article")
    return bool(led and cues.within(name.last + 1, name.last + 3, "company-noun"))


def _excluded(cues: Cues, name: PlaceName) -> bool:
    if cues.before(name.first, "except", reach=5) or cues.within(name.last + 1, name.last + 6, "ruled-out"):
        return True
    found = cues.before(name.first, "not", "only", reach=7)
    return bool(
        found and found.value == "not" and not cues.within(found.last, name.first, "held", "certificate", "tender")
    )


def _leading(cues: Cues, name: PlaceName) -> Hit[str] | None:
    """The cue that a place stands under; "from" only where it stands right before it."""
    near = cues.before(name.first, "from", reach=2)
    if near:
        nearer = cues.within(near.last + 1, name.first - 1, *_CUES)
        return nearer or near
    return cues.before(name.first, *_CUES, reach=_REACH, across=True)


def _from(cues: Cues, at: int, name: PlaceName) -> tuple[PlacePart, bool]:
    """ "From" leads to a supplier after words of trade, else to the seat."""
    if cues.before(at, "import", "supplier", reach=10, across=True):
        return "supplier", True
    if name.place.kind != "city" and cues.before(at, "market", reach=6):
        return "supplier", False
    others = cues.before(at, "makers", reach=3) and cues.before(at, "for", reach=6)
    return ("supplier" if others else "home"), True


def _meant(passage: Passage, cues: Cues, cue: str, name: PlaceName, at: int) -> tuple[PlacePart, bool]:
    crossed = passage.part[name.first] - passage.part[at]
    if cue == "import":
        return _imported(cues, name, at, crossed)
    if cue in ("supplier", "plant", "own-plant"):
        return _made_there(cues, cue, name, crossed)
    if cue in ("elsewhere", "market-land"):
        return _away(cues, cue, name, at, crossed)
    if cue in ("home", "firm-seat"):
        return _seat(cues, cue, at, crossed)
    if cue == "neutral":
        return "unsaid", True
    if cue == "only":
        return ("unsaid" if crossed else "market"), True
    if crossed > 1 or (crossed == 1 and name.place.kind == "city"):
        return "unsaid", True
    return "market", True


def _seat(cues: Cues, cue: str, at: int, crossed: int) -> tuple[PlacePart, bool]:
    """ "A shop in Leeds" is a seat, "our buyers are clinics in Spain" a market, "for a company in Basel" neither."""
    if cues.before(at, "market-land", reach=5) or (cue == "firm-seat" and cues.before(at, "market", reach=9)):
        return "market", True
    if cue == "firm-seat" and cues.before(at - 1, "for", "customer", "theirs", "supplier", "demand", reach=6):
        return "unsaid", False
    return ("home" if crossed <= 1 else "unsaid"), True


def _made_there(cues: Cues, cue: str, name: PlaceName, crossed: int) -> tuple[PlacePart, bool]:
    """What is made somewhere is made by others, unless the text says "by ourselves" or speaks of the one own plant."""
    if cue == "supplier" and cues.after(name.last, "ourselves", reach=4):
        return "home", True
    if crossed > 1 or (cue == "own-plant" and not any(hit.value == "home" for hit in cues.hits)):
        return "unsaid", True
    return "supplier", True


def _away(cues: Cues, cue: str, name: PlaceName, at: int, crossed: int) -> tuple[PlacePart, bool]:
    """ "Working in Denmark and Taiwan" names markets; a town, where so many people work, or a fair does not."""
    if cue == "elsewhere":
        return "unsaid", bool(crossed)
    if crossed > 1 or name.place.kind == "city" or cues.within(at - 3, at - 1, "people", "people-kind"):
        return "unsaid", True
    return "market", True


def _imported(cues: Cues, name: PlaceName, at: int, crossed: int) -> tuple[PlacePart, bool]:
    """ "An importer in Madrid" sits there, "import into Spain" names a market, "import Korean lasers" a supplier."""
    if crossed:
        return "unsaid", True
    if not cues.within(at, name.first, "into"):
        return "supplier", True
    return ("home" if name.place.kind == "city" else "market"), True


def _of_adjective(cues: Cues, name: PlaceName) -> tuple[PlacePart, bool]:
    """ "German market" is a market, "a German manufacturer" a seat, "German customers" only perhaps a market."""
    if cues.within(name.last + 1, name.last + 2, "market-noun"):
        return ("excluded" if cues.denied(name.first) else "market"), True
    if cues.within(name.last + 1, name.last + 3, "customer"):
        return "market", False
    if cues.within(name.last + 1, name.last + 4, "company-noun"):
        led = cues.before(name.first, "supplier", "import", "for", "customer", "market", "theirs", reach=6)
        return ("supplier", True) if led else ("home", True)
    return ("supplier", True) if cues.before(name.first, "import", "supplier", reach=6) else ("supplier", False)


def _continues(passage: Passage, before: PlaceName, name: PlaceName) -> bool:
    """Whether two names stand in one list: "Germany, Austria and the UK"."""
    if before.place.kind == "adjective" or name.place.kind == "adjective":
        return before.place.kind == name.place.kind and _listed(passage, before, name)
    return _listed(passage, before, name)


def _two_countries(passage: Passage, before: PlaceName, name: PlaceName) -> bool:
    """ "Spain + Andorra" without a word more: nobody sits in two countries."""
    gap = passage.between(before.last, name.first).strip() if name.first == before.last + 1 else ""
    words = [word.plain for word in passage.words[before.last + 1 : name.first]]
    return (
        before.place.kind == name.place.kind == "country"
        and before.place.codes != name.place.codes
        and (gap in ("+", "&") or words == ["and"])
    )


def _listed(passage: Passage, before: PlaceName, name: PlaceName) -> bool:
    words = passage.words[before.last + 1 : name.first]
    joined = all(word.plain in _JOINS for word in words) and len(words) <= 3
    return joined and passage.sentence[before.last] == passage.sentence[name.first]


def _unsaid(found: list[FoundPlace], name: PlaceName, described: bool) -> tuple[PlacePart, bool]:
    """A place by itself is the seat in a description, and a market in an answer that only names countries."""
    homes = [place for place in found if place.part == "home"]
    if described or name.place.kind == "city":
        known = any(place.codes == name.place.codes for place in homes)
        if len(name.place.codes) == 1 and name.place.codes[0] != "EU" and (known or not homes):
            return "home", True
        return "unsaid", False
    return "market", True
